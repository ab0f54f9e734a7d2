namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>-weight[target] x[target], as <see cref="ITensor{T}.NllLoss"/>, for any number of dimensions behind the classes.</summary>
        public static T NllLoss(T x, T target, T? weight, long ignoreIndex, Reduction reduction)
        {
            if (x.Dim is not 3 and not > 4)
                return T.NllLoss(x, target, weight, ignoreIndex, reduction);
            Check.NllTarget(x, target);
            var (n, classes, rest) = (x.Shape[0], x.Shape[1], Layout.Numel(x.Shape.AsSpan()[2..]));
            var loss = T.NllLoss(
                T.View(T.Contiguous(x), [n, classes, 1, rest]), T.View(T.Contiguous(target), [n, 1, rest]), weight, ignoreIndex, reduction);
            return reduction == Reduction.None ? T.View(loss, target.Shape) : loss;
        }

        /// <summary>-weight[target] ln softmax(x)[target]: the negative log-likelihood of classes given unnormalised scores x.</summary>
        /// <param name="x">Scores, with the classes in dimension 1, or 0 of a vector.</param>
        /// <param name="target">The number of a class each, int64; or in x's shape the probabilities of all classes.</param>
        /// <param name="weight">A weight for each class.</param>
        /// <param name="ignoreIndex">A target that counts for nothing.</param>
        /// <param name="reduction">The mean is over the weights of the targets that count; of probabilities it is over the targets.</param>
        /// <param name="labelSmoothing">How much of each target, between 0 and 1, is spread evenly over the classes.</param>
        public static T CrossEntropy(T x, T target, T? weight, long ignoreIndex, Reduction reduction, double labelSmoothing)
        {
            Check.Reduction(reduction);
            Check.CrossEntropy(x, target, weight, ignoreIndex, labelSmoothing);
            var dim = x.Dim == 1 ? 0 : 1;
            var logarithms = T.LogSoftmax(x, dim);
            if (x.Shape == target.Shape)
                return OfProbabilities(logarithms, target, weight, reduction, labelSmoothing);
            var loss = NllLoss(logarithms, target, weight, ignoreIndex, reduction);
            return labelSmoothing > 0
                ? T.Add(
                    Times(loss, 1 - labelSmoothing),
                    Times(OfAllClasses(logarithms, target, weight, ignoreIndex, reduction), labelSmoothing / x.Shape[dim]))
                : loss;
        }
    }

    /// <summary>-sum_i weight_i target_i ln p_i over the classes i.</summary>
    private static T OfProbabilities<T>(T logarithms, T target, T? weight, Reduction reduction, double labelSmoothing)
        where T : ITensor<T>
    {
        var dim = logarithms.Dim == 1 ? 0 : 1;
        var classes = logarithms.Shape[dim];
        if (labelSmoothing > 0)
            target = Plus(Times(target, 1 - labelSmoothing), labelSmoothing / classes);
        var each = T.Mul(logarithms, target);
        if (weight is not null)
            each = T.Mul(each, OneForEachClass(weight, logarithms.Dim));
        return reduction switch
        {
            Reduction.None => T.Neg(T.Sum(each, [dim], keepDim: false)),
            Reduction.Sum => T.Neg(T.Sum(each)),
            // The mean of nothing is nan, whatever its sum.
            _ => Over(T.Neg(T.Sum(each)), each.Numel == 0 ? 0 : each.Numel / classes),
        };
    }

    /// <summary>-sum_i weight_i ln p_i for each target that counts.</summary>
    private static T OfAllClasses<T>(T logarithms, T target, T? weight, long ignoreIndex, Reduction reduction)
        where T : ITensor<T>
    {
        var each = weight is null ? logarithms : T.Mul(logarithms, OneForEachClass(weight, logarithms.Dim));
        var ignored = T.Eq(target, ignoreIndex);
        var loss = T.MaskedFill(T.Neg(T.Sum(each, [logarithms.Dim == 1 ? 0 : 1], keepDim: false)), ignored, 0);
        if (reduction != Reduction.Mean)
            return Reduced(loss, reduction);
        var counted = T.BitwiseNot(ignored);
        return T.Div(T.Sum(loss), T.Sum(weight is null ? counted : T.Gather(weight, 0, T.MaskedSelect(target, counted))));
    }

    /// <summary>The weights of classes in the shape that broadcasts over all other dimensions.</summary>
    private static T OneForEachClass<T>(T weight, int dims)
        where T : ITensor<T>
        => dims == 1 ? weight : T.View(weight, [1, weight.Numel, .. Enumerable.Repeat(1L, dims - 2)]);
}
