namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>weight |x - target|. Other shapes are broadcast, with a warning.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="target">What it should be.</param>
        /// <param name="reduction">The mean with a weight is the sum over the sum of the weights.</param>
        /// <param name="weight">A factor for each element of x.</param>
        public static T L1Loss(T x, T target, Reduction reduction, T? weight)
        {
            Check.Reduction(reduction);
            Check.LossWeight(x, weight);
            (x, target) = Aligned(x, target);
            var loss = T.Abs(T.Sub(x, target));
            return weight is null ? Reduced(loss, reduction) : WeightedMean(loss, weight, reduction);
        }

        /// <summary>weight (x - target)^2. Other shapes are broadcast, with a warning.</summary>
        /// <inheritdoc cref="L1Loss{T}(T, T, Reduction, T)"/>
        public static T MseLoss(T x, T target, Reduction reduction, T? weight)
        {
            Check.LossWeight(x, weight);
            if (weight is null)
                return T.MseLoss(x, target, reduction);
            Check.Reduction(reduction);
            (x, target) = Aligned(x, target);
            return WeightedMean(T.Pow(T.Sub(x, target), 2), weight, reduction);
        }

        /// <summary>As <see cref="ITensor{T}.HuberLoss"/>, times a weight; the mean is that of the products.</summary>
        public static T HuberLoss(T x, T target, Reduction reduction, double delta, T? weight)
        {
            Check.Reduction(reduction);
            Check.LossWeight(x, weight);
            return weight is null
                ? T.HuberLoss(x, target, reduction, delta)
                : Reduced(T.Mul(T.HuberLoss(x, target, Reduction.None, delta), weight), reduction);
        }

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
                : T.Sub(x, T.Mul(target, T.Log(Plus(x, eps))));
            if (full)
            {
                var stirling = T.Add(
                    T.Sub(T.Mul(target, T.Log(target)), target), Times(T.Log(Times(target, 2 * Math.PI)), 0.5));
                loss = T.Add(loss, T.MaskedFill(stirling, T.Le(target, 1), 0));
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

    /// <summary>A loss times its weights; the mean is over the weights.</summary>
    private static T WeightedMean<T>(T loss, T weight, Reduction reduction)
        where T : ITensor<T>
    {
        var weighted = T.Mul(loss, weight);
        return reduction == Reduction.Mean ? T.Div(T.Sum(weighted), T.Sum(weight)) : Reduced(weighted, reduction);
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
}
