namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    private const double HalfRootPi = 0.886226925452758;
    private const double RootTwoPi = 2.5066282746310007;
    private const double RootTwoOverPi = 0.7978845608028654;

    // Steps of float64 next to 1: what counts as 0 where a rule divides by x.
    private const double Epsilon = 2.220446049250313e-16;

    /// <inheritdoc/>
    public static Tensor Sinc(Tensor x)
        => MapReal("SincBackward0", x, v => v == 0 ? 1 : double.SinPi(v) / (Math.PI * v), (g, n) =>
        {
            var angle = n.X * Math.PI;
            var divisor = n.X * n.X * Math.PI;
            return UnlessZero(divisor, g * ((angle * Cos(angle) - Sin(angle)) / divisor));
        });

    /// <inheritdoc/>
    public static Tensor Logit(Tensor x, double? eps)
    {
        var (low, high) = eps is { } bound ? (bound, 1 - bound) : (0, 1);
        var outside = eps is null ? double.NaN : 0;
        return MapReal(
            "LogitBackward0", x,
            v =>
            {
                var p = eps is null or < 0 ? v : v < low ? low : v > high ? high : v;
                return Math.Log(p / (1 - p));
            },
            (g, n) => Where((n.X >= low) * (n.X <= high), g / (n.X * (1 - n.X)), Number(outside, g.DType)));
    }

    /// <inheritdoc/>
    public static Tensor Lgamma(Tensor x) => MapReal("LgammaBackward0", x, Real.Lgamma, (g, n) => g * Digamma(n.X));

    /// <inheritdoc/>
    public static Tensor Digamma(Tensor x) => MapReal("DigammaBackward0", x, Real.Digamma, (g, n) => g * Polygamma(1, n.X));

    /// <inheritdoc/>
    public static Tensor Polygamma(long n, Tensor x)
    {
        Check.Polygamma(n);
        return MapReal("PolygammaBackward0", x, v => Real.Polygamma(n, v), (g, node) => g * Polygamma(n + 1, node.X));
    }

    /// <inheritdoc/>
    public static Tensor Mvlgamma(Tensor x, long p)
    {
        Check.Mvlgamma(x, p);
        var value = Sum(Lgamma(Halves(Detach(x), p)), [-1], keepDim: false) + p * (p - 1) / 4.0 * Math.Log(Math.PI);
        return TapeNode.Record(
            "MvlgammaBackward0", value, [x], (g, n) => g * Sum(Digamma(Halves(n.X, p)), [-1], keepDim: false));
    }

    /// <inheritdoc/>
    public static Tensor Zeta(Tensor x, Tensor other)
    {
        var dtype = Promotion.ToFloating(Common(x, other));
        Check.IsNotHalf("zeta_cpu", dtype);
        return Zip(
            "SpecialZetaBackward0", x, other, dtype, Real.Zeta,
            (_, _) => throw Error.DerivativeOf("zeta"), (g, n) => g * -n.X * Zeta(n.X + 1, n.Y));
    }

    /// <inheritdoc/>
    public static Tensor Erfinv(Tensor x)
        => MapReal("ErfinvBackward0", x, Real.Erfinv, (g, n) => HalfRootPi * Exp(Pow(n.Result, 2)) * g);

    /// <inheritdoc/>
    public static Tensor Erfcx(Tensor x)
        => MapWide("SpecialErfcxBackward0", "erfcx_cpu", x, Real.Erfcx, (g, n) => (2 * n.X * n.Result - TwoOverRootPi) * g);

    /// <inheritdoc/>
    public static Tensor Ndtr(Tensor x)
    {
        var scaled = MapReal("MulBackward1", x, v => v * Real.RootHalf, (g, _) => g * Real.RootHalf);
        var twice = Map("AddBackward1", Erf(scaled), v => v + 1, (g, _) => g);
        return Map("MulBackward1", twice, v => v * 0.5, (g, _) => g * 0.5);
    }

    /// <inheritdoc/>
    public static Tensor Ndtri(Tensor x)
        => MapWide("SpecialNdtriBackward0", "ndtri_cpu", x, Real.Ndtri, (g, n) => g * RootTwoPi * Exp(Pow(n.Result, 2) / 2));

    /// <inheritdoc/>
    public static Tensor LogNdtr(Tensor x)
        => MapWide(
            "SpecialLogNdtrBackward0", "log_ndtr_cpu", x, Real.LogNdtr,
            (g, n) => g * RootTwoOverPi / Erfcx(n.X * -Real.RootHalf));

    /// <inheritdoc/>
    public static Tensor Entr(Tensor x)
        => MapReal(
            "SpecialEntrBackward0", x, v => v > 0 ? -v * Math.Log(v) : v == 0 ? 0 : double.IsNaN(v) ? v : double.NegativeInfinity,
            (g, n) => g * -(1 + Log(n.X)));

    /// <inheritdoc/>
    public static Tensor I0(Tensor x) => MapReal("I0Backward0", x, Real.I0, (g, n) => g * I1(n.X));

    /// <inheritdoc/>
    public static Tensor I0e(Tensor x)
        => MapReal("SpecialI0EBackward0", x, Real.I0e, (g, n) => g * (I1e(n.X) - SignOf(n.X) * n.Result));

    /// <inheritdoc/>
    public static Tensor I1(Tensor x)
        => MapReal("SpecialI1Backward0", x, Real.I1, (g, n) => g * HalfAtZero(n.X, away => I0(away) - n.Result / away));

    /// <inheritdoc/>
    public static Tensor I1e(Tensor x)
        => MapReal(
            "SpecialI1EBackward0", x, Real.I1e,
            (g, n) => g * HalfAtZero(n.X, away => I0e(away) - n.Result * (SignOf(away) + 1 / away)));

    /// <inheritdoc/>
    public static Tensor Xlog1py(Tensor x, Tensor y) => Xlog1py("SpecialXlog1PyBackward0", x, y);

    /// <inheritdoc/>
    public static Tensor Xlog1py(Tensor x, Scalar y) => Xlog1py("SpecialXlog1PyBackward2", x, Number(y, Promotion.ToFloating(x.DType)), edges: 1);

    /// <inheritdoc/>
    public static Tensor Xlog1py(Scalar x, Tensor y)
    {
        var number = Number(x, Promotion.ToFloating(y.DType));
        var factor = number.ToScalar().ToDouble();
        return Map(
            "SpecialXlog1PyBackward1", y, Promotion.ToFloating(number.DType), v => XLog1PY(factor, v), (g, n) => g * factor / (n.X + 1));
    }

    private static Tensor Xlog1py(string name, Tensor x, Tensor y, int edges = 2)
        => TapeNode.Record(
            name, Zip(x, y, Promotion.ToFloating(Common(x, y)), XLog1PY), [x, y],
            [.. new Vjp[]
            {
                (g, n) => Where(Eq(n.X, 0) * (n.Y <= -1), Zero(g), Xlog1py(g, n.Y)),
                (g, n) => g * n.X / (n.Y + 1),
            }.Take(edges)]);

    private static double XLog1PY(double x, double y) => double.IsNaN(y) ? y : x == 0 ? 0 : x * Real.Log1p(y);

    /// <summary>A function on the reals that is not computed in 16 bits.</summary>
    private static Tensor MapWide(string name, string kernel, Tensor x, Func<double, double> f, Vjp dx)
    {
        Check.IsNotHalf(kernel, x.DType);
        return MapReal(name, x, f, dx);
    }

    /// <summary>x, x - 1/2, ..., x - (p - 1)/2 along a new last dimension.</summary>
    private static Tensor Halves(Tensor x, long p)
    {
        var dtype = Promotion.ToFloating(x.DType);
        return Unsqueeze(x, -1) - Arange(0, p, 1, dtype, Device.Cpu, requiresGrad: false) / 2;
    }

    /// <summary>A slope that divides by x, which has the limit 1/2 at 0.</summary>
    private static Tensor HalfAtZero(Tensor x, Func<Tensor, Tensor> slope)
    {
        var isAway = Abs(x) > Epsilon;
        return Where(isAway, slope(Where(isAway, x, Number(Epsilon, x.DType))), Number(0.5, x.DType));
    }
}
