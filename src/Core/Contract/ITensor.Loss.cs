namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>(x - target)^2. Other shapes are broadcast, with a warning.</summary>
    /// <remarks>dx: 2 (x - target), dtarget: -2 (x - target).</remarks>
    static abstract T MseLoss(T x, T target, Reduction reduction);

    /// <summary>(x - target)^2/(2 beta) where |x - target| &lt; beta, else |x - target| - beta/2. Other shapes are broadcast, with a warning.</summary>
    /// <remarks>dx: (x - target)/beta, limited to -1 and 1; dtarget: its negative.</remarks>
    static abstract T SmoothL1Loss(T x, T target, Reduction reduction, double beta);

    /// <summary>(x - target)^2/2 where |x - target| &lt;= delta, else delta (|x - target| - delta/2). Other shapes are broadcast, with a warning.</summary>
    /// <remarks>dx: x - target, limited to -delta and delta; dtarget: its negative.</remarks>
    static abstract T HuberLoss(T x, T target, Reduction reduction, double delta);

    /// <summary>-weight (target ln x + (1 - target) ln(1 - x)), each logarithm at least -100.</summary>
    /// <remarks>
    /// x lies between 0 and 1 and has the target's shape and dtype. dx: weight (x - target)/(x (1 - x)), its divisor at least 1e-12;
    /// dtarget: weight (ln(1 - x) - ln x).
    /// </remarks>
    static abstract T BinaryCrossEntropy(T x, T target, T? weight, Reduction reduction);

    /// <summary>-weight (posWeight target ln s + (1 - target) ln(1 - s)) with s = 1/(1 + e^-x), without overflow.</summary>
    /// <remarks>dx: weight ((posWeight target + 1 - target) s - posWeight target). x has the target's shape.</remarks>
    static abstract T BinaryCrossEntropyWithLogits(T x, T target, T? weight, T? posWeight, Reduction reduction);

    /// <summary>-weight[target] x[target] with classes in dimension 1 of x, or 0 of a vector, and their numbers as target, int64.</summary>
    /// <remarks>
    /// Targets equal to <paramref name="ignoreIndex"/> count for nothing; the mean is over the weights of the others.
    /// x has 1, 2 or 4 dimensions. dx: -weight at the target, else 0.
    /// </remarks>
    static abstract T NllLoss(T x, T target, T? weight, long ignoreIndex, Reduction reduction);

    /// <summary>ln(1 + e^(-target x)) for targets 1 and -1.</summary>
    /// <remarks>dx: -target/(1 + e^(target x)). Nothing flows to the target; x broadcasts to its shape.</remarks>
    static abstract T SoftMarginLoss(T x, T target, Reduction reduction);

    /// <summary>The sum of weight[t] max(0, margin - x[t] + x[i])^p over the n classes i other than the target t, over n.</summary>
    /// <remarks>
    /// x has a row of classes for each target, or is one row. p is 1 or 2. dx: weight[t] p max(0, margin - x[t] + x[i])^(p-1)/n where
    /// that maximum is not 0, and at the target the negative sum of those.
    /// </remarks>
    static abstract T MultiMarginLoss(T x, T target, Scalar p, Scalar margin, T? weight, Reduction reduction);

    /// <summary>The sum of max(0, 1 - x[t] + x[i]) over the targets t and the classes i that are none, over the number of classes.</summary>
    /// <remarks>
    /// The target has x's shape: a row lists classes, up to the first -1. dx: for each pair whose maximum is not 0, 1 at i and -1 at t, over the
    /// number of classes.
    /// </remarks>
    static abstract T MultilabelMarginLoss(T x, T target, Reduction reduction);
}
