namespace TwinGrad;

internal static partial class Check
{
    /// <summary>Some functions are not computed in 16 bits.</summary>
    internal static void IsNotHalf(string kernel, DType dtype)
    {
        if (dtype.IsFloatingPoint && dtype.ItemSize == 2)
            throw Error.NoKernel(kernel, dtype);
    }

    internal static void Polygamma(long n)
    {
        if (n < 0)
            throw Error.NegativePolygamma();
    }

    internal static void Mvlgamma<T>(T x, long p)
        where T : ITensor<T>
    {
        if (Given(x).DType == DType.Bool)
            throw Error.BoolMvlgamma();
        if (p < 1)
            throw Error.MvlgammaOrder();
    }
}
