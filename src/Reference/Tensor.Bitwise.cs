namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor BitwiseAnd(Tensor x, Tensor y) => Bitwise("bitwise_and_cpu", x, y, (a, b) => a & b);

    /// <inheritdoc/>
    public static Tensor BitwiseOr(Tensor x, Tensor y) => Bitwise("bitwise_or_cpu", x, y, (a, b) => a | b);

    /// <inheritdoc/>
    public static Tensor BitwiseXor(Tensor x, Tensor y) => Bitwise("bitwise_xor_cpu", x, y, (a, b) => a ^ b);

    /// <inheritdoc/>
    public static Tensor BitwiseNot(Tensor x)
    {
        HasBits("bitwise_not_cpu", x.DType);
        return Map("BitwiseNotBackward0", x, x.DType == DType.Bool ? v => 1 - v : v => ~(long)v, null);
    }

    private static Tensor Bitwise(string kernel, Tensor x, Tensor y, Func<long, long, long> f)
    {
        var dtype = Common(x, y);
        HasBits(kernel, dtype);
        return Zip(x, y, dtype, (a, b) => f((long)a, (long)b));
    }

    private static void HasBits(string kernel, DType dtype)
    {
        if (dtype.IsFloatingPoint)
            throw Error.NoKernel(kernel, dtype);
    }
}
