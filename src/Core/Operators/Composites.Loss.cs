namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>|x - target|. Other shapes are broadcast, with a warning.</summary>
        public static T L1Loss(T x, T target, Reduction reduction)
        {
            Check.Reduction(reduction);
            (x, target) = Aligned(x, target);
            return Reduced(T.Abs(T.Sub(x, target)), reduction);
        }

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
        /// <param name="target">The number of a class each, int64.</param>
        /// <param name="weight">A weight for each class.</param>
        /// <param name="ignoreIndex">A target that counts for nothing.</param>
        /// <param name="reduction">The mean is over the weights of the targets that count.</param>
        public static T CrossEntropy(T x, T target, T? weight, long ignoreIndex, Reduction reduction)
            => NllLoss(T.LogSoftmax(x, x.Dim == 1 ? 0 : 1), target, weight, ignoreIndex, reduction);

        /// <summary>target (ln target - x) for logarithms x of probabilities; with logTarget e^target (target - x).</summary>
        public static T KlDiv(T x, T target, Reduction reduction, bool logTarget)
        {
            if (reduction == Reduction.Mean)
                Warnings.Warn(Error.KlDivMean);
            var loss = logTarget
                ? T.Mul(T.Exp(target), T.Sub(target, x))
                : T.Sub(T.Xlogy(target, target), T.Mul(target, x));
            return reduction == Reduction.BatchMean && x.Dim > 0
                ? T.Div(T.Sum(loss), x.Shape[0])
                : Reduced(loss, reduction == Reduction.BatchMean ? Reduction.Sum : reduction);
        }

        /// <summary>x where target is 1, max(margin - x, 0) where it is -1.</summary>
        public static T HingeEmbeddingLoss(T x, T target, double margin, Reduction reduction)
        {
            var (zero, number) = (Number(x, 0), Number(x, margin));
            var far = T.Where(T.Ne(target, 1), T.ClampMin(T.Sub(number, x), 0), zero);
            return Reduced(T.Add(far, T.Where(T.Ne(target, -1), x, zero)), reduction);
        }

        /// <summary>(ln v + (x - target)^2/v)/2 with v = max(var, eps); full adds ln(2 pi)/2.</summary>
        /// <exception cref="TorchArgumentException">A variance is negative, or the shapes do not fit.</exception>
        public static T GaussianNllLoss(T x, T target, T var, bool full, double eps, Reduction reduction)
        {
            Check.Reduction(reduction);
            var variance = Check.Variance(x, var) ? var : T.Unsqueeze(var, -1);
            variance = T.Clone(variance);
            using (new GradMode<T>(enabled: false))
                T.Copy_(variance, T.ClampMin(variance, eps));
            var loss = T.Mul(T.Add(T.Log(variance), T.Div(T.Pow(T.Sub(x, target), 2), variance)), 0.5);
            return Reduced(full ? T.Add(loss, 0.5 * Math.Log(2 * Math.PI)) : loss, reduction);
        }

        /// <summary>e^x - target x, or x - target ln(x + eps) without logInput; full adds Stirling's term for targets above 1.</summary>
        public static T PoissonNllLoss(T x, T target, bool logInput, bool full, double eps, Reduction reduction)
        {
            Check.Reduction(reduction);
            var loss = logInput
                ? T.Sub(T.Exp(x), T.Mul(target, x))
                : T.Sub(x, T.Mul(target, T.Log(T.Add(x, eps))));
            if (full)
            {
                var stirling = T.Add(
                    T.Sub(T.Mul(target, T.Log(target)), target), T.Mul(T.Log(T.Mul(target, 2 * Math.PI)), 0.5));
                loss = T.Add(loss, T.Where(T.Gt(target, 1), stirling, Number(stirling, 0)));
            }
            return Reduced(loss, reduction);
        }
    }

    /// <summary>Both in one shape. PyTorch broadcasts other shapes, but warns: most often they are a mistake.</summary>
    internal static (T X, T Target) Aligned<T>(T x, T target)
        where T : ITensor<T>
    {
        if (Check.Given(x).Shape == Check.Given(target).Shape)
            return (x, target);
        Warnings.Warn(Error.TargetSize(target.Shape, x.Shape));
        var shape = Layout.Broadcast(x.Shape, target.Shape);
        return (x.Shape == shape ? x : T.Expand(x, shape), target.Shape == shape ? target : T.Expand(target, shape));
    }

    internal static T Reduced<T>(T loss, Reduction reduction)
        where T : ITensor<T>
    {
        Check.Reduction(reduction);
        return reduction switch
        {
            Reduction.Mean => T.Mean(loss),
            Reduction.Sum => T.Sum(loss),
            _ => loss,
        };
    }

    /// <summary>A number as a 0-dim tensor of x's dtype.</summary>
    private static T Number<T>(T x, double value)
        where T : ITensor<T>
        => T.Full([], value, Check.Given(x).DType, x.Device, requiresGrad: false);
}
