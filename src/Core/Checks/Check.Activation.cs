namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimension to halve, counted from the front.</summary>
    internal static int Glu<T>(T x, int dim)
        where T : ITensor<T>
    {
        if (Given(x).Dim == 0)
            throw Error.GluOf0Dim();
        var place = Dim.Wrap(dim, x.Dim);
        return x.Shape[place] % 2 == 0 ? place : throw Error.GluLength(place, x.Shape[place]);
    }

    internal static void Prelu<T>(T x, T weight)
        where T : ITensor<T>
    {
        PreluDTypes(x, weight);
        if (weight.Numel != 1)
        {
            if (x.Dim == 0)
                throw Error.PreluOf0Dim();
            var channels = x.Dim > 1 ? x.Shape[1] : 1;
            if (channels != weight.Numel)
                throw Error.PreluChannels(weight.Numel, channels);
        }
        if (weight.Dim > 1)
            throw Error.PreluWeightDims(weight.Dim);
    }

    /// <remarks>libtorch resizes its result to a larger weight's shape, with a warning on the console.</remarks>
    internal static void PreluKernel<T>(T x, T weight)
        where T : ITensor<T>
    {
        PreluDTypes(x, weight);
        var shape = Layout.Broadcast(x.Shape, weight.Shape);
        if (shape != x.Shape)
            throw Error.OutputShape(x.Shape, shape);
    }

    private static void PreluDTypes<T>(T x, T weight)
        where T : ITensor<T>
    {
        if (Given(x).DType != Given(weight).DType)
            throw Error.PreluDTypes(x.DType, weight.DType);
    }

    internal static void Hardtanh<T>(T x, Scalar minVal, Scalar maxVal)
        where T : ITensor<T>
    {
        if (Given(x).DType == DType.Bool)
            throw Error.BoolHardtanh();
        if (x.DType == DType.UInt8 && (minVal.ToDouble() < 0 || maxVal.ToDouble() < 0))
            throw Error.UnsignedHardtanh();
    }

    internal static void Rrelu(Scalar lower, Scalar upper)
    {
        if (!(lower.ToDouble() <= upper.ToDouble()))
            throw Error.RreluBounds();
    }
}
