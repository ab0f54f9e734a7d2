namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Rsqrt(Tensor x)
        => Record("RsqrtBackward0", NativeMethods.THSTensor_rsqrt(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Exp2(Tensor x)
        => Record("Exp2Backward0", NativeMethods.THSTensor_exp2(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Expm1(Tensor x)
        => Record("Expm1Backward0", NativeMethods.THSTensor_expm1(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Log1p(Tensor x)
        => Record("Log1PBackward0", NativeMethods.THSTensor_log1p(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Log2(Tensor x)
        => Record("Log2Backward0", NativeMethods.THSTensor_log2(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Log10(Tensor x)
        => Record("Log10Backward0", NativeMethods.THSTensor_log10(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Erf(Tensor x)
        => Record("ErfBackward0", NativeMethods.THSTensor_erf(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Erfc(Tensor x)
        => Record("ErfcBackward0", NativeMethods.THSTensor_erfc(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Logaddexp(Tensor x, Tensor y)
        => Record("LogaddexpBackward0", NativeMethods.THSTensor_logaddexp(x.Handle, y.Handle), x, y);

    /// <inheritdoc/>
    public static Tensor Logaddexp2(Tensor x, Tensor y)
        => Record("Logaddexp2Backward0", NativeMethods.THSTensor_logaddexp2(x.Handle, y.Handle), x, y);

    /// <inheritdoc/>
    public static Tensor Xlogy(Tensor x, Tensor y)
        => Record("XlogyBackward0", NativeMethods.THSTensor_xlogy(x.Handle, y.Handle), x, y);

    /// <inheritdoc/>
    public static Tensor Xlogy(Tensor x, Scalar y)
        => Record("XlogyBackward2", NativeMethods.THSTensor_xlogy_scalar(x.Handle, ScalarHandle.Of(y)), x);

    /// <inheritdoc/>
    public static Tensor Xlogy(Scalar x, Tensor y)
        => Record("XlogyBackward1", Aten.XlogyOfNumber.Call(x, y)[0], y);
}
