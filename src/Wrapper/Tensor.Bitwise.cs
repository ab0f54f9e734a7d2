namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor BitwiseAnd(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_bitwise_and(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor BitwiseOr(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_bitwise_or(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor BitwiseXor(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_bitwise_xor(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor BitwiseNot(Tensor x)
        => Wrap(NativeMethods.THSTensor_bitwise_not(x.Handle));
}
