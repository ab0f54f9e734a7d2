namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Tensor y, Scalar alpha)
        => Record("AddBackward0", NativeMethods.THSTensor_add(x.Handle, Beside(x, y), ScalarHandle.Of(alpha)), x, y);

    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Scalar y, Scalar alpha) => Record("AddBackward0", Aten.AddNumber.Call(x, y, alpha)[0], x, null);

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Tensor y, Scalar alpha)
    {
        Check.Sub(x, y);
        return Record("SubBackward0", Aten.Sub.Call(x, y, alpha)[0], x, y);
    }

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Scalar y, Scalar alpha)
    {
        Check.Sub(x, y);
        return Record("SubBackward0", Aten.SubNumber.Call(x, y, alpha)[0], x, null);
    }

    /// <inheritdoc/>
    public static Tensor Rsub(Tensor x, Tensor y, Scalar alpha)
    {
        Check.Sub(x, y);
        return Record("RsubBackward0", Aten.Rsub.Call(x, y, alpha)[0], x, y);
    }

    /// <inheritdoc/>
    public static Tensor Rsub(Tensor x, Scalar y, Scalar alpha)
    {
        Check.Sub(x, y);
        return Record("RsubBackward1", Aten.RsubNumber.Call(x, y, alpha)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor Hypot(Tensor x, Tensor y)
        => Record("HypotBackward0", NativeMethods.THSTensor_hypot(x.Handle, Beside(x, y)), x, y);

    /// <inheritdoc/>
    public static Tensor Copysign(Tensor x, Tensor y)
        => Record("CopysignBackward0", NativeMethods.THSTensor_copysign(x.Handle, Beside(x, y)), x, y);

    /// <inheritdoc/>
    public static Tensor Copysign(Tensor x, Scalar y) => Record("CopysignBackward1", Aten.CopysignNumber.Call(x, y)[0], x);

    /// <inheritdoc/>
    public static Tensor Deg2rad(Tensor x) => Record("Deg2RadBackward0", NativeMethods.THSTensor_deg2rad(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Rad2deg(Tensor x) => Record("Rad2DegBackward0", NativeMethods.THSTensor_rad2deg(x.Handle), x);

    /// <inheritdoc/>
    public static (Tensor Mantissa, Tensor Exponent) Frexp(Tensor x)
    {
        Check.Frexp(x);
        var parts = RecordAll("FrexpBackward0", Aten.Frexp.Call(x), x);
        return (parts[0], parts[1]);
    }

    /// <inheritdoc/>
    public static Tensor Sgn(Tensor x) => Record("SgnBackward0", NativeMethods.THSTensor_sgn(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Angle(Tensor x) => Record("AngleBackward0", NativeMethods.THSTensor_angle(x.Handle), x);

    /// <inheritdoc/>
    public static Tensor Heaviside(Tensor x, Tensor values)
    {
        Check.Heaviside(x, values);
        return RecordWithoutDerivative(NativeMethods.THSTensor_heaviside(x.Handle, values.Handle), x, values);
    }

    /// <inheritdoc/>
    public static Tensor Signbit(Tensor x) => Wrap(NativeMethods.THSTensor_signbit(x.Handle));
}
