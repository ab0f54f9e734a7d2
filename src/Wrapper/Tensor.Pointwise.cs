namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Tensor y)
        => Record("AddBackward0", NativeMethods.THSTensor_add(x.Handle, Beside(x, y), ScalarHandle.One), x, y);

    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Scalar y)
        => Constant.Beside(x, y) is { } number
            ? Record("AddBackward0", NativeMethods.THSTensor_add(x.Handle, number.Handle, ScalarHandle.One), x, null)
            : Record("AddBackward0", NativeMethods.THSTensor_add_scalar(x.Handle, ScalarHandle.Of(y), ScalarHandle.One), x, null);

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Tensor y)
    {
        Check.Sub(x, y);
        return Record("SubBackward0", NativeMethods.THSTensor_sub(x.Handle, Beside(x, y)), x, y);
    }

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Scalar y)
    {
        Check.Sub(x, y);
        return Constant.Beside(x, y) is { } number
            ? Record("SubBackward0", NativeMethods.THSTensor_sub(x.Handle, number.Handle), x, null)
            : Record("SubBackward0", NativeMethods.THSTensor_sub_scalar(x.Handle, ScalarHandle.Of(y)), x, null);
    }

    /// <inheritdoc/>
    public static Tensor Mul(Tensor x, Tensor y)
        => Record("MulBackward0", NativeMethods.THSTensor_mul(x.Handle, Beside(x, y)), x, y);

    /// <inheritdoc/>
    public static Tensor Mul(Tensor x, Scalar y)
        => Constant.Beside(x, y) is { } number
            ? Record("MulBackward0", NativeMethods.THSTensor_mul(x.Handle, number.Handle), x, null)
            : Record("MulBackward0", NativeMethods.THSTensor_mul_scalar(x.Handle, ScalarHandle.Of(y)), x, null);

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Tensor y)
        => Record("DivBackward0", NativeMethods.THSTensor_div(x.Handle, Beside(x, y), noRounding: 0), x, y);

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Scalar y)
        => Constant.Beside(x, y) is { } number
            ? Record("DivBackward0", NativeMethods.THSTensor_div(x.Handle, number.Handle, noRounding: 0), x, null)
            : Record("DivBackward0", NativeMethods.THSTensor_div_scalar(x.Handle, ScalarHandle.Of(y), noRounding: 0), x, null);

    /// <inheritdoc/>
    public static Tensor Rsub(Tensor x, Scalar y)
    {
        Check.Sub(x, y);
        return Record("RsubBackward1", NativeMethods.THSTensor_sub(NumberBeside(x, y).Handle, x.Handle), x);
    }

    /// <inheritdoc/>
    public static Tensor Neg(Tensor x)
    {
        Check.Neg(x);
        return Record("NegBackward0", NativeMethods.THSTensor_neg(x.Handle), x);
    }

    /// <inheritdoc/>
    public static Tensor Abs(Tensor x)
        => Record("AbsBackward0", NativeMethods.THSTensor_abs(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Reciprocal(Tensor x)
        => Record("ReciprocalBackward0", NativeMethods.THSTensor_reciprocal(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Exp(Tensor x)
        => Record("ExpBackward0", NativeMethods.THSTensor_exp(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Log(Tensor x)
        => Record("LogBackward0", NativeMethods.THSTensor_log(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Sin(Tensor x)
        => Record("SinBackward0", NativeMethods.THSTensor_sin(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Cos(Tensor x)
        => Record("CosBackward0", NativeMethods.THSTensor_cos(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Tanh(Tensor x)
        => Record("TanhBackward0", NativeMethods.THSTensor_tanh(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Sqrt(Tensor x)
        => Record("SqrtBackward0", NativeMethods.THSTensor_sqrt(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Pow(Tensor x, Scalar y)
    {
        Check.Pow(x, y);
        return Record("PowBackward0", NativeMethods.THSTensor_pow_scalar(x.Handle, ScalarHandle.Of(y)), x);
    }

    /// <inheritdoc/>
    public static Tensor Pow(Scalar x, Tensor y)
        => Record("PowBackward2", NativeMethods.THSTensor_pow(NumberBeside(y, x).Handle, y.Handle), y);

    /// <inheritdoc/>
    public static Tensor Pow(Tensor x, Tensor y)
        => Record("PowBackward1", NativeMethods.THSTensor_pow(x.Handle, Beside(x, y)), x, y);

    /// <inheritdoc/>
    public static Tensor Clamp(Tensor x, Scalar? min, Scalar? max)
    {
        Check.Clamp(min, max);
        var native = (min, max) switch
        {
            ({ } low, { } high) => NativeMethods.THSTensor_clamp(x.Handle, ScalarHandle.Of(low), ScalarHandle.Of(high)),
            ({ } low, null) => NativeMethods.THSTensor_clamp_min(x.Handle, ScalarHandle.Of(low)),
            (_, var high) => NativeMethods.THSTensor_clamp_max(x.Handle, ScalarHandle.Of(high!.Value)),
        };
        return Record("ClampBackward1", native, x);
    }

    /// <inheritdoc/>
    public static Tensor Clamp(Tensor x, Tensor? min, Tensor? max)
    {
        var native = (min, max) switch
        {
            (null, null) => throw Error.ClampNeedsABound(),
            ({ } low, null) => NativeMethods.THSTensor_clamp_tensor(x.Handle, low.Handle, noMax: 0),
            (null, { } high) => NativeMethods.THSTensor_clamp_tensor(x.Handle, noMin: 0, high.Handle),
            ({ } low, { } high) => NativeMethods.THSTensor_clamp_tensor(x.Handle, low.Handle, high.Handle),
        };
        return Record("ClampBackward0", native, x, min, max);
    }

    /// <inheritdoc/>
    public static Tensor ClampMin(Tensor x, Scalar min)
        => Record("ClampMinBackward0", NativeMethods.THSTensor_clamp_min(x.Handle, ScalarHandle.Of(min)), x);

    /// <inheritdoc/>
    public static Tensor ClampMin(Tensor x, Tensor min)
        => Record("ClampMinBackward1", NativeMethods.THSTensor_clamp_tensor(x.Handle, min.Handle, noMax: 0), x, min);

    /// <inheritdoc/>
    public static Tensor ClampMax(Tensor x, Scalar max)
        => Record("ClampMaxBackward0", NativeMethods.THSTensor_clamp_max(x.Handle, ScalarHandle.Of(max)), x);

    /// <inheritdoc/>
    public static Tensor ClampMax(Tensor x, Tensor max)
        => Record("ClampMaxBackward1", NativeMethods.THSTensor_clamp_tensor(x.Handle, noMin: 0, max.Handle), x, max);

    /// <inheritdoc/>
    public static Tensor Lerp(Tensor x, Tensor end, Scalar weight)
    {
        Check.Lerp(x, end, weight: null);
        return Record("LerpBackward0", NativeMethods.THSTensor_lerp(x.Handle, end.Handle, NumberLike(x, weight).Handle), x, end);
    }

    /// <inheritdoc/>
    public static Tensor Lerp(Tensor x, Tensor end, Tensor weight)
    {
        Check.Lerp(x, end, weight);
        return Record("LerpBackward1", NativeMethods.THSTensor_lerp(x.Handle, end.Handle, weight.Handle), x, end, weight);
    }

    /// <inheritdoc/>
    public static Tensor Addcmul(Tensor x, Tensor tensor1, Tensor tensor2, Scalar value)
        => Record(
            "AddcmulBackward0", NativeMethods.THSTensor_addcmul(x.Handle, tensor1.Handle, tensor2.Handle, ScalarHandle.Of(value)),
            x, tensor1, tensor2);

    /// <inheritdoc/>
    public static Tensor Addcdiv(Tensor x, Tensor tensor1, Tensor tensor2, Scalar value)
    {
        Check.Addcdiv(tensor1, tensor2);
        return Record(
            "AddcdivBackward0", NativeMethods.THSTensor_addcdiv(x.Handle, tensor1.Handle, tensor2.Handle, ScalarHandle.Of(value)),
            x, tensor1, tensor2);
    }

    /// <inheritdoc/>
    public static Tensor NanToNum(Tensor x, double? nan, double? posinf, double? neginf)
    {
        var (forNan, forPosinf, forNeginf) = (nan ?? 0, posinf ?? 0, neginf ?? 0);
        return Record("NanToNumBackward0", NativeMethods.THSTensor_nan_to_num(
            x.Handle, nan is null ? null : &forNan, posinf is null ? null : &forPosinf, neginf is null ? null : &forNeginf), x);
    }

    /// <inheritdoc/>
    public static Tensor Where(Tensor condition, Tensor x, Tensor y)
    {
        Check.Where(condition);
        return Record("WhereBackward0", NativeMethods.THSTensor_where(condition.Handle, x.Handle, y.Handle), x, y);
    }

    /// <inheritdoc/>
    public static Tensor To(Tensor x, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        return Check.Given(x).DType == dtype
            ? x
            : Record("ToCopyBackward0", NativeMethods.THSTensor_to_type(x.Handle, dtype.Code, copy: false, nonBlocking: false), x);
    }

    /// <inheritdoc/>
    public static Tensor To(Tensor x, Device device)
    {
        var place = TwinGrad.Torch.Cuda.Resolve(device);
        if (place == Device.Cuda())
            place = TwinGrad.Torch.Cuda.Current;
        if (Check.Given(x).Device.Type == place.Type && (place.Type == DeviceType.Cpu || x.Device.Index == place.Index))
            return x;
        var (type, index) = Numbered(place);
        return Record("ToCopyBackward0", NativeMethods.THSTensor_to_device(x.Handle, type, index, copy: false, nonBlocking: false), x);
    }

    /// <inheritdoc/>
    public static Tensor Contiguous(Tensor x)
        => x.IsContiguous ? x : Record("CloneBackward0", NativeMethods.THSTensor_contiguous(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Clone(Tensor x)
        => Record("CloneBackward0", NativeMethods.THSTensor_clone(x.Handle), x);
}
