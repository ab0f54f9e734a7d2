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
}
