namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Add_(Tensor x, Tensor y)
        => RecordInPlace("AddBackward0", x, () => NativeMethods.THSTensor_add_(x.Handle, y.Handle, ScalarHandle.One), y);

    /// <inheritdoc/>
    public static Tensor Add_(Tensor x, Scalar y)
        => Constant.Beside(x, y) is { } number
            ? RecordInPlace("AddBackward0", x, () => NativeMethods.THSTensor_add_(x.Handle, number.Handle, ScalarHandle.One), number)
            : RecordInPlace("AddBackward0", x, () => NativeMethods.THSTensor_add_scalar_(x.Handle, ScalarHandle.Of(y), ScalarHandle.One), others: [null]);

    /// <inheritdoc/>
    public static Tensor Sub_(Tensor x, Tensor y)
    {
        Check.Sub(x, y);
        return RecordInPlace("SubBackward0", x, () => NativeMethods.THSTensor_sub_(x.Handle, y.Handle), y);
    }

    /// <inheritdoc/>
    public static Tensor Sub_(Tensor x, Scalar y)
    {
        Check.Sub(x, y);
        return Constant.Beside(x, y) is { } number
            ? RecordInPlace("SubBackward0", x, () => NativeMethods.THSTensor_sub_(x.Handle, number.Handle), number)
            : RecordInPlace("SubBackward0", x, () => NativeMethods.THSTensor_sub_scalar_(x.Handle, ScalarHandle.Of(y)), others: [null]);
    }

    /// <inheritdoc/>
    public static Tensor Mul_(Tensor x, Tensor y)
        => RecordInPlace("MulBackward0", x, () => NativeMethods.THSTensor_mul_(x.Handle, y.Handle), y);

    /// <inheritdoc/>
    public static Tensor Mul_(Tensor x, Scalar y)
        => Factor(x, y) is { } number
            ? RecordInPlace("MulBackward0", x, () => NativeMethods.THSTensor_mul_(x.Handle, number.Handle), number)
            : RecordInPlace("MulBackward0", x, () => NativeMethods.THSTensor_mul_scalar_(x.Handle, ScalarHandle.Of(y)), others: [null]);

    /// <inheritdoc/>
    public static Tensor Div_(Tensor x, Tensor y)
        => RecordInPlace("DivBackward0", x, () => NativeMethods.THSTensor_div_(x.Handle, y.Handle, noRounding: 0), y);

    /// <inheritdoc/>
    public static Tensor Div_(Tensor x, Scalar y)
        => Constant.Beside(x, y) is { } number
            ? RecordInPlace("DivBackward0", x, () => NativeMethods.THSTensor_div_(x.Handle, number.Handle, noRounding: 0), number)
            : RecordInPlace("DivBackward0", x, () => NativeMethods.THSTensor_div_scalar_(x.Handle, ScalarHandle.Of(y), noRounding: 0), others: [null]);

    /// <inheritdoc/>
    public static Tensor Zero_(Tensor x)
        => RecordInPlace("ZeroBackward0", x, () => NativeMethods.THSTensor_fill_(x.Handle, ScalarHandle.Of(0)));

    /// <inheritdoc/>
    public static Tensor Fill_(Tensor x, Scalar value)
        => RecordInPlace("FillBackward2", x, () => NativeMethods.THSTensor_fill_(x.Handle, ScalarHandle.Of(value)));

    /// <inheritdoc/>
    public static Tensor Copy_(Tensor x, Tensor y)
        => RecordInPlace("CopyBackwards", x, () => NativeMethods.THSTensor_copy_(x.Handle, y.Handle, nonBlocking: false), y);

    /// <inheritdoc/>
    public static Tensor Squeeze_(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        RecordInPlace("SqueezeBackward4", x, () => NativeMethods.THSTensor_squeeze_(x.Handle, place));
        x._shape = default;
        return x;
    }

    /// <summary>
    /// A number to multiply by in place. libtorch's own path for one rounds it to x's dtype if that has 16 bits, where PyTorch's Python
    /// multiplies by it as a 0-dim tensor, in float32.
    /// </summary>
    private static Tensor? Factor(Tensor x, Scalar y)
        => Check.Given(x).DType.IsFloatingPoint && x.DType.ItemSize == 2 && x.Dim > 0 && Math.Abs(y.ToDouble()) <= float.MaxValue
            ? Unscoped(() => Full([], y, DType.Float32, x.Device, requiresGrad: false))
            : Constant.Beside(x, y);
}
