namespace TwinGrad;

internal static partial class Check
{
    internal static void Uniform(DType dtype, double from, double to)
    {
        HasDraws("check_uniform_bounds", dtype);
        bool IsFinite(double value) => double.IsFinite(Numbers.Round(value, dtype));
        if (!IsFinite(from))
            throw Error.UniformBound("from", dtype);
        if (!IsFinite(to))
            throw Error.UniformBound("to", dtype);
        if (from > to)
            throw Error.UniformOrder(from, to);
        if (!IsFinite(to - from))
            throw Error.UniformRange(from, to);
    }

    internal static void Normal(DType dtype, double std)
    {
        if (!(std >= 0))
            throw Error.NormalStd(std);
        HasDraws("normal_kernel_cpu", dtype);
    }

    /// <summary>Draws are of floating-point numbers.</summary>
    internal static void HasDraws(string kernel, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (!dtype.IsFloatingPoint)
            throw Error.NoKernel(kernel, dtype);
    }
}
