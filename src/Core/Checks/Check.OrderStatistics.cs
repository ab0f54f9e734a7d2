namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimension, counted from the front.</summary>
    internal static int Kthvalue<T>(T x, int k, int dim)
        where T : ITensor<T>
    {
        var place = Dim.Wrap(dim, Given(x).Dim);
        HasElements("kthvalue", x, place);
        if (k < 1 || k > (x.Dim == 0 ? 1 : x.Shape[place]))
            throw Error.KthvalueRange(place);
        HasKernel("kthvalue_cpu", x.DType);
        return place;
    }

    internal static void QuantilePart(string name, double q)
    {
        if (!(q is >= 0 and <= 1))
            throw Error.QuantilePart(name, q);
    }

    internal static void Quantile<T>(string name, T x, T q, QuantileInterpolation interpolation)
        where T : ITensor<T>
    {
        if (!Enum.IsDefined(interpolation))
            throw Error.QuantileInterpolation(name, interpolation);
        if (Given(x).Numel == 0)
            throw Error.QuantileOfNothing(name);
        if (Given(q).Dim > 1)
            throw Error.QuantileParts(name);
        if (x.DType != DType.Float32 && x.DType != DType.Float64)
            throw Error.QuantileOf(name);
        if (q.DType != x.DType)
            throw Error.QuantileDTypes(name);
        if (q.Numel > 0 && !T.All(T.BitwiseAnd(T.Ge(q, 0), T.Le(q, 1))).ToScalar().ToBoolean())
            throw Error.QuantilePart(name);
    }

    /// <summary>Integers have no nan that could say that nothing was there.</summary>
    internal static void MaskedMedian<T>(T x, T medians)
        where T : ITensor<T>
    {
        if (!x.DType.IsFloatingPoint && T.Any(T.Isnan(medians)).ToScalar().ToBoolean())
            throw Error.MaskedMedianOfNothing();
    }
}
