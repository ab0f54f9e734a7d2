namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sign(Tensor x)
        => Record("SignBackward0", NativeMethods.THSTensor_sign(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Floor(Tensor x)
        => Record("FloorBackward0", NativeMethods.THSTensor_floor(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Ceil(Tensor x)
        => Record("CeilBackward0", NativeMethods.THSTensor_ceil(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Trunc(Tensor x)
        => Record("TruncBackward0", NativeMethods.THSTensor_trunc(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Round(Tensor x)
        => Record("RoundBackward0", Aten.Round.Call(x)[0], x);

    /// <inheritdoc/>
    public static Tensor Round(Tensor x, int decimals)
        => Record("RoundBackward1", NativeMethods.THSTensor_round(x.Handle, decimals), x);

    /// <inheritdoc/>
    public static Tensor Frac(Tensor x)
        => Record("FracBackward0", NativeMethods.THSTensor_frac(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Tensor y, RoundingMode roundingMode)
    {
        Check.RoundingMode(roundingMode);
        return Quotient(x, y, divisor => NativeDiv(x, divisor, roundingMode, y));
    }

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Scalar y, RoundingMode roundingMode)
    {
        Check.RoundingMode(roundingMode);
        return Quotient(x, NumberBeside(x, y), divisor => NativeDiv(x, divisor, roundingMode, other: null));
    }

    /// <inheritdoc/>
    public static Tensor FloorDivide(Tensor x, Tensor y)
        => Quotient(x, y, divisor => RecordWithoutDerivative(NativeMethods.THSTensor_floor_divide(x.Handle, divisor.Handle), x, y));

    /// <inheritdoc/>
    public static Tensor FloorDivide(Tensor x, Scalar y)
        => Quotient(
            x, NumberBeside(x, y), divisor => RecordWithoutDerivative(NativeMethods.THSTensor_floor_divide(x.Handle, divisor.Handle), x));

    /// <inheritdoc/>
    public static Tensor FloorDivide(Scalar x, Tensor y)
    {
        var number = NumberBeside(y, x);
        return Quotient(number, y, divisor => RecordWithoutDerivative(NativeMethods.THSTensor_floor_divide(number.Handle, divisor.Handle), y));
    }

    /// <inheritdoc/>
    public static Tensor Remainder(Tensor x, Tensor y)
        => Record("RemainderBackward1", NativeMethods.THSTensor_remainder(x.Handle, WithoutMinus1(x, y).Handle), x, y);

    /// <inheritdoc/>
    public static Tensor Remainder(Tensor x, Scalar y)
        => Record("RemainderBackward0", NativeMethods.THSTensor_remainder_scalar(x.Handle, ScalarHandle.Of(WithoutMinus1(x, y))), x);

    /// <inheritdoc/>
    public static Tensor Remainder(Scalar x, Tensor y)
    {
        var divisor = WithoutMinus1(NumberBeside(y, x), y);
        return RecordWithoutDerivative(Aten.RemainderOfNumber.Call(x, divisor)[0], y);
    }

    /// <inheritdoc/>
    public static Tensor Fmod(Tensor x, Tensor y)
        => Record("FmodBackward1", NativeMethods.THSTensor_fmod(x.Handle, WithoutMinus1(x, y).Handle), x, y);

    /// <inheritdoc/>
    public static Tensor Fmod(Tensor x, Scalar y)
        => Record("FmodBackward0", NativeMethods.THSTensor_fmod_scalar(x.Handle, ScalarHandle.Of(WithoutMinus1(x, y))), x);

    private static Tensor NativeDiv(Tensor x, Tensor divisor, RoundingMode roundingMode, Tensor? other)
    {
        // Literals have a 0 behind them, which ends C's strings.
        fixed (byte* mode = roundingMode == RoundingMode.Floor ? "floor"u8 : "trunc"u8)
            return Record("DivBackward2", NativeMethods.THSTensor_div(x.Handle, divisor.Handle, mode), x, other);
    }

    /// <summary>A quotient in which no integer is divided by -1: the smallest one would overflow, which ends the process.</summary>
    private static Tensor Quotient(Tensor x, Tensor y, Func<Tensor, Tensor> divideBy)
    {
        if (Overflowing(x, y) is not { } dtype)
            return divideBy(y);
        var divisor = To(y, dtype);
        return Where(Eq(divisor, -1), Neg(To(x, dtype)), divideBy(WithoutMinus1(divisor)));
    }

    /// <summary>The divisor with 1 for -1 where integers of 32 or 64 bits are divided: the remainder is 0 by either.</summary>
    private static Tensor WithoutMinus1(Tensor x, Tensor y) => Overflowing(x, y) is { } dtype ? WithoutMinus1(To(y, dtype)) : y;

    private static Tensor WithoutMinus1(Tensor divisor) => Where(Eq(divisor, -1), NumberBeside(divisor, 1), divisor);

    private static Scalar WithoutMinus1(Tensor x, Scalar y)
    {
        var dtype = Promotion.Of(Check.Given(x).DType, y);
        if (y.Kind != DTypeCategory.Integer)
            return y;
        var isMinus1 = dtype == DType.Int32 ? (int)y.ToInt64() == -1 : dtype == DType.Int64 && y.ToInt64() == -1;
        return isMinus1 ? 1 : y;
    }

    /// <summary>
    /// The dtype in which libtorch divides, if a quotient can overflow in it. The divisor may become -1 only there: 2^32 - 1 does as an
    /// int32. Shorter integers are divided as such of 32 bits.
    /// </summary>
    private static DType? Overflowing(Tensor x, Tensor y)
    {
        var dtype = Promotion.Of(Check.Given(x).DType, x.Dim, Check.Given(y).DType, y.Dim);
        return (dtype == DType.Int32 || dtype == DType.Int64) && y.DType != DType.Bool && y.DType != DType.UInt8 ? dtype : null;
    }

    /// <summary>libtorch's node of what has no derivative leads to the inputs that require grad, and to no others.</summary>
    private static Tensor RecordWithoutDerivative(nint result, params ReadOnlySpan<Tensor> inputs)
    {
        var tracked = IsTracked(NativeError.Check(result));
        var tensor = new Tensor(result);
        if (!tracked)
            return tensor;
        var edges = new List<Edge>();
        foreach (var input in inputs)
            if (input.RequiresGrad)
                edges.Add(EdgeOf(input));
        tensor._gradFn = new("NotImplemented", [.. edges]);
        return tensor.Traced("NotImplemented");
    }
}
