namespace TwinGrad;

internal static partial class Operators<T>
{
    private const string Infinite = "the value is infinite";

    [Op(Kinks = [0])]
    private static T Rsqrt([Domain(0.2, 5)] T x) => T.Rsqrt(x);

    [Op]
    private static T Exp2(T x) => T.Exp2(x);

    [Op(Kinks = [0])]
    private static T Expm1(T x) => T.Expm1(x);

    [Op(Kinks = [0, -1])]
    private static T Log1p([Domain(-0.8, 3)] T x) => T.Log1p(x);

    [Op(Kinks = [0])]
    private static T Log2([Domain(0.1, 5)] T x) => T.Log2(x);

    [Op(Kinks = [0])]
    private static T Log10([Domain(0.1, 5)] T x) => T.Log10(x);

    [Op]
    private static T Erf(T x) => T.Erf(x);

    [Op]
    private static T Erfc(T x) => T.Erfc(x);

    [Op(Kinks = [0])]
    private static T Logaddexp(T x, T y) => T.Logaddexp(x, y);

    [Op(Kinks = [0])]
    private static T Logaddexp2(T x, T y) => T.Logaddexp2(x, y);

    [Op(Kinks = [0])]
    private static T Xlogy(T x, [Domain(0.1, 5)] T y) => T.Xlogy(x, y);

    [Op]
    private static T Xlogy_OfNegativeNumber([Domain(0.1, 3)] T y) => T.Xlogy(-1, y);

    [Op(Kinks = [0])]
    private static T Xlogy_Number(T x) => T.Xlogy(x, 2.5);

    [Op(Kinks = [0], DifferencesSkip = Infinite)]
    private static T Xlogy_ZeroNumber(T x) => T.Xlogy(x, 0);

    [Op(Kinks = [0])]
    private static T Xlogy_OfNumber([Domain(0.1, 5)] T y) => T.Xlogy(2.5, y);

    [Op(Kinks = [0])]
    private static T Xlogy_OfZero([Domain(0.1, 5)] T y) => T.Xlogy(0, y);
}
