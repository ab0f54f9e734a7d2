namespace TwinGrad;

internal static partial class Operators<T>
{
    private const string AtPoles = "libtorch's polygamma(1, x) is finite at its poles, as its sine of a rounded multiple of pi is not 0";
    private const string AtNan = "libtorch has the gradient nan or 0 at nan, by how many elements there are: docs/divergences.md";

    [Op(Kinks = [0], SpecialSkip = "the parts of the slope cancel each other next to 0")]
    private static T Sinc(T x) => T.Sinc(x);

    [Op(Kinks = [0, 1])]
    private static T Logit([Domain(0.1, 0.9)] T x) => T.Logit(x, null);

    [Op(Kinks = [0, 0.2, 0.8, 1], SpecialSkip = AtNan)]
    private static T Logit_Clamped([Domain(0.25, 0.75)] T x) => T.Logit(x, 0.2);

    [Op(Kinks = [0, 1], SpecialSkip = AtNan)]
    private static T Logit_ClampedByZero([Domain(0.1, 0.9)] T x) => T.Logit(x, 0);

    [Op(SpecialSkip = AtPoles, Tolerance = 1e-9)]
    private static T Lgamma([Domain(-0.9, 5)] T x) => T.Lgamma(x);

    [Op(SpecialSkip = AtPoles, Tolerance = 1e-9)]
    private static T Digamma([Domain(-0.9, 5)] T x) => T.Digamma(x);

    [Op(Kinks = [0])]
    private static T Polygamma([Domain(0.1, 5)] T x) => T.Polygamma(2, x);

    [Op(SpecialSkip = AtPoles, Tolerance = 1e-9)]
    private static T Polygamma_Trigamma([Domain(-0.9, 5)] T x) => T.Polygamma(1, x);

    [Op(SpecialSkip = AtPoles, Tolerance = 1e-9)]
    private static T Polygamma_Digamma([Domain(0.1, 5)] T x) => T.Polygamma(0, x);

    [Op(Kinks = [0])]
    private static T Polygamma_OfNegatives([Domain(-2.6, -2.4)] T x) => T.Polygamma(2, x);

    [Op(Fails = true)]
    private static T Polygamma_NegativeOrder([Shape(2)] T x) => T.Polygamma(-1, x);

    [Op(SpecialSkip = AtPoles, Tolerance = 1e-9)]
    private static T Mvlgamma([Domain(1.2, 5)] T x) => T.Mvlgamma(x, 3);

    [Op(Fails = true)]
    private static T Mvlgamma_OrderZero([Shape(2)] T x) => T.Mvlgamma(x, 0);

    [Op(Fails = true)]
    private static T Mvlgamma_OfBools([Shape(2)] T x) => T.Mvlgamma(x > 0, 1);

    [Op(Kinks = [0, -1])]
    private static T Zeta([Domain(0.2, 5)] T other) => T.Zeta(Order(2.5), other);

    [Op(Kinks = [0, -1])]
    private static T Zeta_OfNegatives([Domain(-2.7, -2.3)] T other) => T.Zeta(Order(3), other);

    [Op(Kinks = [0, 1], Orders = 0, SpecialSkip = "libtorch has nan for an infinite x, the limit is 0, 1 or inf")]
    private static T Zeta_Tensors([Domain(1.2, 5)] T x, [Domain(0.2, 5)] T other) => T.Zeta(x, other);

    [Op(Kinks = [-1, 0, 1])]
    private static T Erfinv([Domain(-0.9, 0.9)] T x) => T.Erfinv(x);

    [Op]
    private static T Erfcx(T x) => T.Erfcx(x);

    [Op]
    private static T Ndtr(T x) => T.Ndtr(x);

    [Op(Kinks = [0, 0.5, 1])]
    private static T Ndtri([Domain(0.05, 0.95)] T x) => T.Ndtri(x);

    [Op(Kinks = [-1], SpecialSkip = "libtorch's slope is a difference of large numbers far below 0, nan at -inf")]
    private static T LogNdtr(T x) => T.LogNdtr(x);

    [Op(Kinks = [0])]
    private static T Entr([Domain(0.1, 3)] T x) => T.Entr(x);

    [Op(Kinks = [0])]
    private static T I0(T x) => T.I0(x);

    [Op(Kinks = [0])]
    private static T I0e(T x) => T.I0e(x);

    [Op(Kinks = [0])]
    private static T I1(T x) => T.I1(x);

    [Op(Kinks = [0])]
    private static T I1e(T x) => T.I1e(x);

    [Op(Kinks = [0, -1])]
    private static T Xlog1py(T x, [Domain(-0.8, 3)] T y) => T.Xlog1py(x, y);

    [Op(Kinks = [0])]
    private static T Xlog1py_Number(T x) => T.Xlog1py(x, 2.5);

    [Op(Kinks = [0], DifferencesSkip = Infinite)]
    private static T Xlog1py_PoleNumber(T x) => T.Xlog1py(x, -1);

    [Op(Kinks = [0, -1])]
    private static T Xlog1py_OfNumber([Domain(-0.8, 3)] T y) => T.Xlog1py(2.5, y);

    [Op(Kinks = [0, -1])]
    private static T Xlog1py_OfZero([Domain(-0.8, 3)] T y) => T.Xlog1py(0, y);

    /// <summary>The first argument of zeta, by which it has no derivative.</summary>
    private static T Order(double value) => T.Full([], value, DType.Float32, Device.Cpu, requiresGrad: false);
}
