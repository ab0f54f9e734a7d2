namespace TwinGrad;

internal static partial class Check
{
    internal static void Dist<T>(T x, T other)
        where T : ITensor<T>
    {
        var common = DType.Promote(Given(x).DType, Given(other).DType);
        if (!common.IsFloatingPoint)
            throw Error.NormDType(common);
    }

    internal static void Cdist<T>(T x1, T x2, double p, ComputeMode computeMode)
        where T : ITensor<T>
    {
        if (!Enum.IsDefined(computeMode))
            throw Error.NoComputeMode(computeMode);
        Cdist(x1, x2, p);
    }

    internal static void Cdist<T>(T x1, T x2, double p)
        where T : ITensor<T>
    {
        if (Given(x1).Dim < 2)
            throw Error.CdistDims(1, x1.Dim);
        if (Given(x2).Dim < 2)
            throw Error.CdistDims(2, x2.Dim);
        if (x1.Shape[-1] != x2.Shape[-1])
            throw Error.CdistColumns(x1.Shape[-1], x2.Shape[-1]);
        if (!x1.DType.IsFloatingPoint || !x2.DType.IsFloatingPoint)
            throw x1.DType.IsFloatingPoint ? Error.CdistDType(2, x2.DType) : Error.CdistDType(1, x1.DType);
        if (!(p >= 0))
            throw Error.NegativeDistancePower("cdist");
        if (x1.DType != x2.DType)
            throw Error.ExpectedDType(x1.DType, x2.DType);
        Layout.Broadcast(x1.Shape.AsSpan()[..^2], x2.Shape.AsSpan()[..^2]);
    }

    internal static void Pdist<T>(T x, double p)
        where T : ITensor<T>
    {
        if (Given(x).Dim != 2)
            throw Error.PdistDims(x.Dim);
        if (!x.DType.IsFloatingPoint)
            throw Error.PdistDType();
        if (!(p >= 0))
            throw Error.NegativeDistancePower("pdist");
    }

    /// <summary>The dtype that both count as.</summary>
    internal static DType CosineSimilarity<T>(T x1, T x2)
        where T : ITensor<T>
    {
        var common = Promotion.Of(Given(x1).DType, x1.Dim, Given(x2).DType, x2.Dim);
        return common.IsFloatingPoint ? common : throw Error.CosineDType(common);
    }
}
