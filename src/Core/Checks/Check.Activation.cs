namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimension to halve, counted from the front.</summary>
    internal static int Glu<T>(T x, int dim)
        where T : ITensor<T>
    {
        if (x.Dim == 0)
            throw Error.GluOf0Dim();
        var place = Dim.Wrap(dim, x.Dim);
        return x.Shape[place] % 2 == 0 ? place : throw Error.GluLength(place, x.Shape[place]);
    }

    internal static void Prelu<T>(T x, T weight)
        where T : ITensor<T>
    {
        if (Given(x).DType != Given(weight).DType)
            throw Error.PreluDTypes(x.DType, weight.DType);
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

    internal static void Softshrink(Scalar lambd)
    {
        if (!(lambd.ToDouble() >= 0))
            throw Error.SoftshrinkLambda(lambd.ToDouble());
    }

    internal static void Rrelu(Scalar lower, Scalar upper)
    {
        if (!(lower.ToDouble() <= upper.ToDouble()))
            throw Error.RreluBounds();
    }
}
