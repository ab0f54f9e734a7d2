namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The factor of the second summand must be a number of the result's kind.</summary>
    internal static void Alpha(DType result, Scalar alpha)
    {
        if (alpha.Kind == DTypeCategory.Bool && result != DType.Bool)
            throw Error.BoolAlpha();
        if (alpha.Kind == DTypeCategory.Floating && !result.IsFloatingPoint)
            throw Error.FractionalAlpha();
    }

    internal static void Heaviside<T>(T x, T values)
        where T : ITensor<T>
    {
        if (Given(x).DType != Given(values).DType)
            throw Error.HeavisideDTypes();
    }

    internal static void Frexp<T>(T x)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint)
            throw Error.FrexpOf();
    }
}
