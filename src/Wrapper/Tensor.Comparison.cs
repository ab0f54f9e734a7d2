namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Eq(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_eq(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor Eq(Tensor x, Scalar y)
        => Wrap(NativeMethods.THSTensor_eq_scalar(x.Handle, ScalarHandle.Of(y)));

    /// <inheritdoc/>
    public static Tensor Ne(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_ne(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor Ne(Tensor x, Scalar y)
        => Wrap(NativeMethods.THSTensor_ne_scalar(x.Handle, ScalarHandle.Of(y)));

    /// <inheritdoc/>
    public static Tensor Lt(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_lt(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor Lt(Tensor x, Scalar y)
        => Wrap(NativeMethods.THSTensor_lt_scalar(x.Handle, ScalarHandle.Of(y)));

    /// <inheritdoc/>
    public static Tensor Le(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_le(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor Le(Tensor x, Scalar y)
        => Wrap(NativeMethods.THSTensor_le_scalar(x.Handle, ScalarHandle.Of(y)));

    /// <inheritdoc/>
    public static Tensor Gt(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_gt(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor Gt(Tensor x, Scalar y)
        => Wrap(NativeMethods.THSTensor_gt_scalar(x.Handle, ScalarHandle.Of(y)));

    /// <inheritdoc/>
    public static Tensor Ge(Tensor x, Tensor y)
        => Wrap(NativeMethods.THSTensor_ge(x.Handle, Beside(x, y)));

    /// <inheritdoc/>
    public static Tensor Ge(Tensor x, Scalar y)
        => Wrap(NativeMethods.THSTensor_ge_scalar(x.Handle, ScalarHandle.Of(y)));

    /// <inheritdoc/>
    public static Tensor Isnan(Tensor x)
        => Wrap(NativeMethods.THSTensor_isnan(x.Handle));

    /// <inheritdoc/>
    public static Tensor Isinf(Tensor x)
        => Wrap(NativeMethods.THSTensor_isinf(x.Handle));

    /// <inheritdoc/>
    public static Tensor Isfinite(Tensor x)
        => Wrap(NativeMethods.THSTensor_isfinite(x.Handle));
}
