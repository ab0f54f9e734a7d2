namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Add_Alpha(T x, T y) => T.Add(x, y, 3);

    [Op]
    private static T Add_AlphaNumber(T x) => T.Add(x, 1.5, 2);

    [Op(Fails = true)]
    private static T Add_FractionOfIntegers([Shape(2)] T x) => T.Add(T.To(x, DType.Int64), T.To(x, DType.Int32), 0.5);

    [Op(Fails = true)]
    private static T Add_BoolAlpha([Shape(2)] T x) => T.Add(x, x, true);

    [Op]
    private static T Sub_Alpha(T x, T y) => T.Sub(x, y, 3);

    [Op]
    private static T Sub_AlphaNumber(T x) => T.Sub(x, 1.5, 2);

    [Op(Fails = true)]
    private static T Sub_FractionOfIntegers([Shape(2)] T x) => T.Sub(T.To(x, DType.Int64), 2, 0.5);

    [Op]
    private static T Rsub(T x, T y) => T.Rsub(x, y, -2);

    [Op]
    private static T Rsub_Number(T x) => T.Rsub(x, 2);

    [Op]
    private static T Rsub_AlphaNumber(T x) => T.Rsub(x, 1.5, 2);

    [Op(Fails = true)]
    private static T Rsub_OfBools([Shape(2)] T x) => T.Rsub(x > 0, x > 1, 1);

    [Op(Fails = true)]
    private static T Rsub_NumberOfBool([Shape(2)] T x) => T.Rsub(x > 0, 1, 1);

    // The squares of its two slopes add up to 1, so there is nothing to see in the second derivative of hypot alone.
    [Op(Kinks = [0], Orders = 1)]
    private static T Hypot(T x, T y) => T.Hypot(x, y);

    [Op(SpecialSkip = "tiny lengths and huge slopes cancel each other")]
    private static T Hypot_TimesX(T x, T y) => T.Hypot(x, y) * x;

    [Op(Kinks = [0])]
    private static T Copysign(T x, T y) => T.Copysign(x, y);

    [Op(Kinks = [0])]
    private static T Copysign_Number(T x) => T.Copysign(x, -2);

    [Op(Kinks = [0])]
    private static T Copysign_NegativeZero(T x) => T.Copysign(x, -0.0);

    [Op]
    private static T Deg2rad(T x) => T.Deg2rad(x);

    [Op]
    private static T Rad2deg(T x) => T.Rad2deg(x);

    [Op(Kinks = [0, 1, -2], SpecialSkip = "libtorch takes 2 to the exponent in float32, so that its slope of 1e-300 is infinite")]
    private static T Frexp(T x) => T.Frexp(x).Mantissa;

    [Op(Kinks = [0, 1, -2], Orders = 0)]
    private static T Frexp_Exponent(T x) => T.Frexp(x).Exponent;

    [Op(Fails = true)]
    private static T Frexp_OfIntegers([Shape(2)] T x) => T.Frexp(T.To(x, DType.Int32)).Mantissa;

    [Op(Kinks = [0])]
    private static T Sgn(T x) => T.Sgn(x);

    [Op(Kinks = [0])]
    private static T Angle(T x) => T.Angle(x);

    [Op(Kinks = [0], Orders = 0)]
    private static T Heaviside(T x, T values) => T.Heaviside(x, values);

    [Op(Fails = true)]
    private static T Heaviside_DTypesDiffer([Shape(2)] T x) => T.Heaviside(x, T.To(x, DType.Float32));

    [Op(Kinks = [0])]
    private static T TrueDivide(T x, [Domain(0.2, 3)] T y) => Composites.TrueDivide(x, y);

    [Op(Kinks = [0])]
    private static T FloatPower([Domain(0.2, 3)] T x, T y) => Composites.FloatPower(x, y);

    [Op]
    private static T FloatPower_Number(T x) => Composites.FloatPower(x, 3);

    [Op]
    private static T FloatPower_OfNumber(T y) => Composites.FloatPower(3, y);

    [Op]
    private static T Ldexp(T x, T y) => Composites.Ldexp(x, y);

    [Op]
    private static T Positive(T x) => +x;

    [Op(Fails = true)]
    private static T Positive_OfBools([Shape(2)] T x) => +(x > 0);
}
