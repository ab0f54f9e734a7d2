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
    public static Tensor Add_(Tensor x, Tensor y, Scalar alpha)
        => RecordInPlace("AddBackward0", x, () => NativeMethods.THSTensor_add_(x.Handle, y.Handle, ScalarHandle.Of(alpha)), y);

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
    public static Tensor Lerp_(Tensor x, Tensor end, Scalar weight)
    {
        Check.Lerp(x, end, weight: null);
        var number = NumberLike(x, weight);
        return RecordInPlace("LerpBackward0", x, () => NativeMethods.THSTensor_lerp_(x.Handle, end.Handle, number.Handle), end);
    }

    /// <inheritdoc/>
    public static Tensor Addcmul_(Tensor x, Tensor tensor1, Tensor tensor2, Scalar value)
        => RecordInPlace(
            "AddcmulBackward0", x, () => NativeMethods.THSTensor_addcmul_(x.Handle, tensor1.Handle, tensor2.Handle, ScalarHandle.Of(value)),
            tensor1, tensor2);

    /// <inheritdoc/>
    public static Tensor Addcdiv_(Tensor x, Tensor tensor1, Tensor tensor2, Scalar value)
    {
        Check.Addcdiv(tensor1, tensor2);
        return RecordInPlace(
            "AddcdivBackward0", x, () => NativeMethods.THSTensor_addcdiv_(x.Handle, tensor1.Handle, tensor2.Handle, ScalarHandle.Of(value)),
            tensor1, tensor2);
    }

    /// <inheritdoc/>
    public static Tensor Zero_(Tensor x)
        => RecordInPlace("ZeroBackward0", x, () =>
        {
            // The export does not record, which matters only where there is something to record.
            if (x.RequiresGrad)
                Aten.Zero_.Run(x);
            else
                NativeMethods.THSInit_zeros_(x.Handle);
        });

    /// <inheritdoc/>
    public static Tensor Fill_(Tensor x, Scalar value)
        => RecordInPlace("FillBackward2", x, () => NativeMethods.THSTensor_fill_(x.Handle, ScalarHandle.Of(value)));

    /// <inheritdoc/>
    public static Tensor Fill_(Tensor x, Tensor value)
    {
        Check.FillValue(value);
        return RecordInPlace("FillBackward3", x, () => Aten.Fill_.Run(x, value), value);
    }

    /// <inheritdoc/>
    public static Tensor Fill(Tensor x, Scalar value) => Record("FillBackward0", Aten.FillNumber.Call(x, value)[0], x);

    /// <inheritdoc/>
    public static Tensor Fill(Tensor x, Tensor value)
    {
        Check.FillValue(value);
        return Record("FillBackward1", Aten.Fill.Call(x, value)[0], x, value);
    }

    /// <inheritdoc/>
    public static Tensor Copy_(Tensor x, Tensor y)
        => RecordInPlace("CopyBackwards", x, () => NativeMethods.THSTensor_copy_(x.Handle, y.Handle, nonBlocking: false), y);

    /// <inheritdoc/>
    public static Tensor Squeeze_(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        return Reshaped("SqueezeBackward4", x, () => NativeMethods.THSTensor_squeeze_(x.Handle, place));
    }

    /// <inheritdoc/>
    public static Tensor Squeeze_(Tensor x) => Reshaped("SqueezeBackward3", x, () => Aten.Squeeze_.Run(x));

    /// <inheritdoc/>
    public static Tensor Unsqueeze_(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim + 1);
        return Reshaped("UnsqueezeBackward1", x, () => Aten.Unsqueeze_.Run(x, place));
    }

    /// <summary>An operation in place that gives x another shape.</summary>
    private static Tensor Reshaped(string name, Tensor x, Action operation)
        => RecordInPlace(name, x, () =>
        {
            operation();
            x._shape = default;
        });

    /// <summary>
    /// A number to multiply by in place. libtorch's own path for one rounds it to x's dtype if that has 16 bits, where PyTorch's Python
    /// multiplies by it as a 0-dim tensor, in float32.
    /// </summary>
    private static Tensor? Factor(Tensor x, Scalar y)
        => Check.Given(x).DType.IsFloatingPoint && x.DType.ItemSize == 2 && x.Dim > 0 && Math.Abs(y.ToDouble()) <= float.MaxValue
            ? Unscoped(() => Full([], y, DType.Float32, x.Device, requiresGrad: false))
            : Constant.Beside(x, y);
}
