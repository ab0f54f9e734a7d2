namespace TwinGrad;

internal static partial class Check
{
    internal static void Cov<T>(T x, T? fweights, T? aweights)
        where T : ITensor<T>
    {
        if (Given(x).Dim > 2)
            throw Error.CovDims(x.Dim);
        if (x.DType == DType.Bool)
            throw Error.CovOfBools();
        var observations = x.Dim == 0 ? 1 : x.Shape[-1];
        if (fweights is not null && fweights.DType.Category != DTypeCategory.Integer)
            throw Error.CovWeightDType("fweights", "integral", fweights.DType);
        if (aweights is not null && !aweights.DType.IsFloatingPoint)
            throw Error.CovWeightDType("aweights", "floating point", aweights.DType);
        CheckWeights("fweights", fweights, observations);
        CheckWeights("aweights", aweights, observations);
    }

    internal static void Corrcoef<T>(T x)
        where T : ITensor<T>
    {
        if (Given(x).Dim > 2)
            throw Error.CorrcoefDims(x.Dim);
    }

    /// <summary>What the number of elements is diminished by, told by one of two parameters.</summary>
    internal static double Correction(bool? unbiased, double? correction)
        => unbiased is not null && correction is not null ? throw Error.CorrectionTwice()
            : correction ?? (unbiased == false ? 0 : 1);

    /// <summary>The shape that a mask is broadcast to: that of x.</summary>
    internal static Shape Mask<T>(T x, T mask)
        where T : ITensor<T>
        => mask.Dim <= Given(x).Dim ? x.Shape : throw Error.MaskDims(x.Dim, mask.Dim);

    private static void CheckWeights<T>(string name, T? weights, long observations)
        where T : ITensor<T>
    {
        if (weights is null)
            return;
        if (weights.Dim > 1)
            throw Error.CovWeightDims(name, weights.Dim);
        if (weights.Numel != observations)
            throw Error.CovWeightCount(name, weights.Numel, observations);
        if (weights.Numel > 0 && T.Any(T.Lt(weights, 0)).ToScalar().ToBoolean())
            throw Error.CovNegativeWeights(name);
    }
}
