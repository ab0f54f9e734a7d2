namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Tan(Tensor x)
        => Record("TanBackward0", NativeMethods.THSTensor_tan(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Asin(Tensor x)
        => Record("AsinBackward0", NativeMethods.THSTensor_asin(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Acos(Tensor x)
        => Record("AcosBackward0", NativeMethods.THSTensor_acos(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Atan(Tensor x)
        => Record("AtanBackward0", NativeMethods.THSTensor_atan(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Sinh(Tensor x)
        => Record("SinhBackward0", NativeMethods.THSTensor_sinh(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Cosh(Tensor x)
        => Record("CoshBackward0", NativeMethods.THSTensor_cosh(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Asinh(Tensor x)
        => Record("AsinhBackward0", NativeMethods.THSTensor_arcsinh(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Acosh(Tensor x)
        => Record("AcoshBackward0", NativeMethods.THSTensor_arccosh(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Atanh(Tensor x)
        => Record("AtanhBackward0", NativeMethods.THSTensor_arctanh(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Atan2(Tensor x, Tensor y)
        => Record("Atan2Backward0", NativeMethods.THSTensor_atan2(x.Handle, y.Handle), x, y);
}
