namespace TwinGrad;

public static partial class Composites
{
    // libtorch has this number as a float.
    private const double SmallLength = 1e-12f;

    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>x where target is 1, max(margin - x, 0) where it is -1.</summary>
        public static T HingeEmbeddingLoss(T x, T target, double margin, Reduction reduction)
        {
            var (zero, number) = (Number(x, 0), Number(x, margin));
            var far = T.Where(T.Ne(target, 1), T.ClampMin(T.Sub(number, x), 0), zero);
            return Reduced(T.Add(far, T.Where(T.Ne(target, -1), x, zero)), reduction);
        }

        /// <summary>max(0, margin - target (input1 - input2)): input1 should exceed input2 where target is 1, and the reverse where it is -1.</summary>
        /// <exception cref="TorchArgumentException">The tensors have not as many dimensions.</exception>
        public static T MarginRankingLoss(T input1, T input2, T target, double margin, Reduction reduction)
        {
            Check.MarginRankingLoss(input1, input2, target);
            var behind = Plus(T.Mul(T.Neg(target), T.Sub(input1, input2)), margin);
            return Reduced(T.ClampMin(behind, 0), reduction);
        }

        /// <summary>1 - c where target is 1, max(0, c - margin) where it is -1, for the cosine c of the angle between two vectors.</summary>
        /// <exception cref="TorchArgumentException">Neither two vectors and one target nor two matrices and a target for each row.</exception>
        public static T CosineEmbeddingLoss(T input1, T input2, T target, double margin, Reduction reduction)
        {
            var dim = Check.CosineEmbeddingLoss(input1, input2, target);
            T Products(T x, T y) => T.Sum(T.Mul(x, y), [dim], keepDim: false);
            var dot = Products(input1, input2);
            var (squared1, squared2) = (Plus(Products(input1, input1), SmallLength), Plus(Products(input2, input2), SmallLength));
            var cosine = T.Div(dot, T.Sqrt(T.Mul(squared1, squared2)));
            var zero = Number(cosine, 0);
            var alike = T.Where(T.Eq(target, 1), T.Sub(Number(cosine, 1), cosine), zero);
            return Reduced(T.Add(alike, T.Where(T.Eq(target, -1), T.ClampMin(Minus(cosine, margin), 0), zero)), reduction);
        }

        /// <summary>max(0, margin + d(anchor, positive) - d(anchor, negative)) for the distance d of <see cref="PairwiseDistance{T}"/>.</summary>
        /// <param name="anchor">Vectors, in the last dimension.</param>
        /// <param name="positive">What should be near them.</param>
        /// <param name="negative">What should be far from them.</param>
        /// <param name="margin">How much farther.</param>
        /// <param name="p">The norm that measures.</param>
        /// <param name="eps">What is added to every difference.</param>
        /// <param name="swap">Takes the distance of negative and positive where that is smaller than the one of negative and anchor.</param>
        /// <param name="reduction">What to make of the values.</param>
        public static T TripletMarginLoss(
            T anchor, T positive, T negative, double margin, double p, double eps, bool swap, Reduction reduction)
        {
            Check.TripletMarginLoss(anchor, positive, negative, margin);
            T Distance(T x, T y) => PairwiseDistance(x, y, p, eps, keepdim: false);
            return Reduced(T.ClampMin(T.Sub(Plus(Distance(anchor, positive), margin), Far(anchor, positive, negative, Distance, swap)), 0), reduction);
        }

        /// <summary>As <see cref="TripletMarginLoss{T}"/>, with a distance of one's own, or that of <see cref="PairwiseDistance{T}"/>.</summary>
        public static T TripletMarginWithDistanceLoss(
            T anchor, T positive, T negative, Func<T, T, T>? distanceFunction, double margin, bool swap, Reduction reduction)
        {
            Check.TripletMarginWithDistanceLoss(anchor, positive, negative, margin);
            T Distance(T x, T y) => distanceFunction is null
                ? PairwiseDistance(x, y, 2, 1e-6, keepdim: false)
                : Check.Given(distanceFunction(x, y));
            return Reduced(T.ClampMin(T.Sub(T.Add(Distance(anchor, positive), margin), Far(anchor, positive, negative, Distance, swap)), 0), reduction);
        }

        /// <summary>-weight (target ln s + (1 - target) ln(1 - s)) with s = 1/(1 + e^-x), the mean over the classes in the last dimension.</summary>
        public static T MultilabelSoftMarginLoss(T x, T target, T? weight, Reduction reduction)
        {
            Check.Reduction(reduction);
            var classes = Check.Given(x).Shape[-1];
            var loss = T.Neg(T.Add(T.Mul(target, T.LogSigmoid(x)), T.Mul(T.Rsub(target, 1), T.LogSigmoid(T.Neg(x)))));
            if (weight is not null)
                loss = T.Mul(loss, weight);
            return Reduced(T.Div(T.Sum(loss, [x.Dim - 1], keepDim: false), classes), reduction);
        }
    }

    /// <summary>The distance of what should be far.</summary>
    private static T Far<T>(T anchor, T positive, T negative, Func<T, T, T> distance, bool swap)
        where T : ITensor<T>
    {
        var far = distance(anchor, negative);
        return swap ? T.Minimum(far, distance(positive, negative)) : far;
    }

    /// <summary>The loss of a matrix without rows. libtorch leaves the memory of its result as it was.</summary>
    internal static T LossOfNothing<T>(T x, Reduction reduction)
        where T : ITensor<T>
        => Reduced(T.Sum(x, [1], keepDim: false), reduction);
}
