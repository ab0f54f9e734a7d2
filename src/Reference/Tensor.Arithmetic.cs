namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    private const double RadiansOfADegree = Math.PI / 180;
    private const double DegreesOfARadian = 180 / Math.PI;

    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Tensor y, Scalar alpha)
    {
        var (dtype, factor) = Weighted(x, y, alpha);
        return Zip("AddBackward0", x, y, dtype, (a, b) => a + factor * b, (g, _) => g, (g, _) => g * factor);
    }

    /// <inheritdoc/>
    public static Tensor Add(Tensor x, Scalar y, Scalar alpha) => Add(x, Number(y, x.DType), alpha);

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Tensor y, Scalar alpha)
    {
        Check.Sub(x, y);
        var (dtype, factor) = Weighted(x, y, alpha);
        return Zip("SubBackward0", x, y, dtype, (a, b) => a - factor * b, (g, _) => g, (g, _) => -g * factor);
    }

    /// <inheritdoc/>
    public static Tensor Sub(Tensor x, Scalar y, Scalar alpha)
    {
        Check.Sub(x, y);
        return Sub(x, Number(y, x.DType), alpha);
    }

    /// <inheritdoc/>
    public static Tensor Rsub(Tensor x, Tensor y, Scalar alpha)
    {
        Check.Sub(x, y);
        var (dtype, factor) = Weighted(x, y, alpha);
        return Zip("RsubBackward0", x, y, dtype, (a, b) => b - factor * a, (g, _) => -g * factor, (g, _) => g);
    }

    /// <inheritdoc/>
    public static Tensor Rsub(Tensor x, Scalar y, Scalar alpha)
    {
        Check.Sub(x, y);
        var number = Number(y, x.DType);
        var minuend = number.ToScalar().ToDouble();
        var (dtype, factor) = Weighted(x, number, alpha);
        return Map("RsubBackward1", x, dtype, v => minuend - factor * v, (g, _) => -g * factor);
    }

    /// <inheritdoc/>
    public static Tensor Hypot(Tensor x, Tensor y)
    {
        var dtype = Common(x, y);
        Check.IsFloating("hypot_cpu", dtype);
        return Zip("HypotBackward0", x, y, dtype, double.Hypot, (g, n) => g * (n.X / n.Result), (g, n) => g * (n.Y / n.Result));
    }

    /// <inheritdoc/>
    public static Tensor Copysign(Tensor x, Tensor y)
        => Zip("CopysignBackward0", x, y, Promotion.ToFloating(Common(x, y)), Math.CopySign, Turned, null);

    /// <inheritdoc/>
    public static Tensor Copysign(Tensor x, Scalar y)
    {
        var sign = y.ToDouble();
        return MapReal("CopysignBackward1", x, v => Math.CopySign(v, sign), Turned);
    }

    /// <inheritdoc/>
    public static Tensor Deg2rad(Tensor x) => MapReal("Deg2RadBackward0", x, v => v * RadiansOfADegree, (g, _) => g * RadiansOfADegree);

    /// <inheritdoc/>
    public static Tensor Rad2deg(Tensor x) => MapReal("Rad2DegBackward0", x, v => v * DegreesOfARadian, (g, _) => g * DegreesOfARadian);

    /// <inheritdoc/>
    public static (Tensor Mantissa, Tensor Exponent) Frexp(Tensor x)
    {
        Check.Frexp(x);
        var exponent = Map("", x, DType.Int32, v => Real.Exponent(v), null);
        var mantissa = Map(
            "FrexpBackward0", x, v => double.IsFinite(v) ? Math.ScaleB(v, -Real.Exponent(v)) : v, (g, _) => g / Exp2(exponent));
        return (mantissa, exponent);
    }

    /// <inheritdoc/>
    public static Tensor Sgn(Tensor x) => Map("SgnBackward0", x, SignOf, null);

    /// <inheritdoc/>
    public static Tensor Angle(Tensor x)
        => MapReal("AngleBackward0", x, v => double.IsNaN(v) ? v : v < 0 ? Math.PI : 0, Nothing);

    /// <inheritdoc/>
    public static Tensor Heaviside(Tensor x, Tensor values)
    {
        Check.Heaviside(x, values);
        return NotImplementedNode.Record("aten::heaviside", Zip(x, values, x.DType, (v, middle) => v == 0 ? middle : v > 0 ? 1 : 0), x, values);
    }

    /// <inheritdoc/>
    public static Tensor Signbit(Tensor x) => Ask(x, double.IsNegative);

    /// <summary>The dtype of a sum whose second summand has a factor, and the factor as an element of it.</summary>
    private static (DType DType, double Factor) Weighted(Tensor x, Tensor y, Scalar alpha)
    {
        var dtype = Common(x, y);
        Check.Alpha(dtype, alpha);
        return (dtype, Elements.Stored(alpha, dtype));
    }

    /// <summary>The slope of a copied sign: -1 where the sign of x was turned, 1 where not, 0 at 0.</summary>
    private static Tensor Turned(Tensor g, TapeNode n) => g * UnlessZero(n.X, n.Result / n.X);
}
