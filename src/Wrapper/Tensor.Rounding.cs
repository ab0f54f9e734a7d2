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
        => Record("RoundBackward0", NativeMethods.THSTensor_round(x.Handle, decimals: 0), x);

    /// <inheritdoc/>
    public static Tensor Round(Tensor x, int decimals)
        => Record("RoundBackward1", NativeMethods.THSTensor_round(x.Handle, decimals), x);

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Tensor y, RoundingMode roundingMode)
    {
        fixed (byte* mode = NameOf(roundingMode))
            return Record("DivBackward2", NativeMethods.THSTensor_div(x.Handle, y.Handle, mode), x, y);
    }

    /// <inheritdoc/>
    public static Tensor Div(Tensor x, Scalar y, RoundingMode roundingMode)
    {
        fixed (byte* mode = NameOf(roundingMode))
            return Record("DivBackward2", NativeMethods.THSTensor_div(x.Handle, NumberBeside(x, y).Handle, mode), x, null);
    }

    /// <inheritdoc/>
    public static Tensor FloorDivide(Tensor x, Tensor y)
        => RecordWithoutDerivative(NativeMethods.THSTensor_floor_divide(x.Handle, y.Handle), x, y);

    /// <inheritdoc/>
    public static Tensor FloorDivide(Tensor x, Scalar y)
        => RecordWithoutDerivative(NativeMethods.THSTensor_floor_divide(x.Handle, NumberBeside(x, y).Handle), x);

    /// <inheritdoc/>
    public static Tensor FloorDivide(Scalar x, Tensor y)
        => RecordWithoutDerivative(NativeMethods.THSTensor_floor_divide(NumberBeside(y, x).Handle, y.Handle), y);

    /// <inheritdoc/>
    public static Tensor Remainder(Tensor x, Tensor y)
        => Record("RemainderBackward1", NativeMethods.THSTensor_remainder(x.Handle, y.Handle), x, y);

    /// <inheritdoc/>
    public static Tensor Remainder(Tensor x, Scalar y)
        => Record("RemainderBackward0", NativeMethods.THSTensor_remainder_scalar(x.Handle, ScalarHandle.Of(y)), x);

    /// <inheritdoc/>
    public static Tensor Fmod(Tensor x, Tensor y)
        => Record("FmodBackward1", NativeMethods.THSTensor_fmod(x.Handle, y.Handle), x, y);

    /// <inheritdoc/>
    public static Tensor Fmod(Tensor x, Scalar y)
        => Record("FmodBackward0", NativeMethods.THSTensor_fmod_scalar(x.Handle, ScalarHandle.Of(y)), x);

    /// <summary>libtorch's name of a rounding mode, with the 0 behind it that ends C's strings.</summary>
    private static ReadOnlySpan<byte> NameOf(RoundingMode mode)
    {
        Check.RoundingMode(mode);
        return mode == RoundingMode.Floor ? "floor"u8 : "trunc"u8;
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
                edges.Add(new(input.GradEdge));
        tensor._gradFn = new("NotImplemented", [.. edges]);
        return tensor;
    }
}
