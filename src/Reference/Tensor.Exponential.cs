namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    private const double Ln2 = 0.6931471805599453;
    private const double Ln10 = 2.302585092994046;
    private const double TwoOverRootPi = 1.1283791670955126;

    /// <inheritdoc/>
    public static Tensor Rsqrt(Tensor x)
        => MapReal("RsqrtBackward0", x, v => 1 / Math.Sqrt(v), (g, n) => -0.5 * g * Pow(n.Result, 3));

    /// <inheritdoc/>
    public static Tensor Exp2(Tensor x) => MapReal("Exp2Backward0", x, v => Math.Pow(2, v), (g, n) => g * n.Result * Ln2);

    /// <inheritdoc/>
    public static Tensor Expm1(Tensor x) => MapReal("Expm1Backward0", x, Real.Expm1, (g, n) => g * (n.Result + 1));

    /// <inheritdoc/>
    public static Tensor Log1p(Tensor x) => MapReal(new Functions.Log1p(), "Log1PBackward0", x, (g, n) => Log1pGradient(g, n.X));

    /// <summary>g / (x + 1), in one go where nothing is recorded.</summary>
    private static Tensor Log1pGradient(Tensor g, Tensor x)
        => GradEnabled || g.DType != x.DType ? g / (x + 1) : Zip(new Functions.Log1pGradient(), g, x, g.DType);

    /// <inheritdoc/>
    public static Tensor Log2(Tensor x) => MapReal("Log2Backward0", x, Math.Log2, (g, n) => g / (n.X * Ln2));

    /// <inheritdoc/>
    public static Tensor Log10(Tensor x) => MapReal("Log10Backward0", x, Math.Log10, (g, n) => g / (n.X * Ln10));

    /// <inheritdoc/>
    public static Tensor Erf(Tensor x)
        => MapReal("ErfBackward0", x, Real.Erf, (g, n) => TwoOverRootPi * Exp(-Pow(n.X, 2)) * g);

    /// <inheritdoc/>
    public static Tensor Erfc(Tensor x)
        => MapReal("ErfcBackward0", x, Real.Erfc, (g, n) => -TwoOverRootPi * Exp(-Pow(n.X, 2)) * g);

    /// <inheritdoc/>
    public static Tensor Logaddexp(Tensor x, Tensor y)
    {
        var dtype = Common(x, y);
        Check.IsFloating("logaddexp_cpu", dtype);
        return Zip(
            "LogaddexpBackward0", x, y, dtype,
            (a, b) => a == b && double.IsInfinity(a) ? a : Math.Max(a, b) + Real.Log1p(Math.Exp(-Math.Abs(a - b))),
            (g, n) => g / (1 + Exp(n.Y - n.X)), (g, n) => g / (1 + Exp(n.X - n.Y)));
    }

    /// <inheritdoc/>
    public static Tensor Logaddexp2(Tensor x, Tensor y)
    {
        var dtype = Common(x, y);
        Check.IsFloating("logaddexp2_cpu", dtype);
        return Zip(
            "Logaddexp2Backward0", x, y, dtype,
            (a, b) => a == b && double.IsInfinity(a) ? a : Math.Max(a, b) + Real.Log1p(Math.Pow(2, -Math.Abs(a - b))) / Ln2,
            (g, n) => g / (1 + Pow(2, n.Y - n.X)), (g, n) => g / (1 + Pow(2, n.X - n.Y)));
    }

    /// <inheritdoc/>
    public static Tensor Xlogy(Tensor x, Tensor y) => Xlogy("XlogyBackward0", x, y);

    /// <inheritdoc/>
    public static Tensor Xlogy(Tensor x, Scalar y) => Xlogy("XlogyBackward2", x, Number(y, Promotion.ToFloating(x.DType)), edges: 1);

    /// <inheritdoc/>
    public static Tensor Xlogy(Scalar x, Tensor y)
    {
        var number = Number(x, Promotion.ToFloating(y.DType));
        var factor = number.ToScalar().ToDouble();
        return Map(
            "XlogyBackward1", y, Promotion.ToFloating(number.DType), v => XLogY(factor, v), (g, n) => g * factor / n.X);
    }

    private static Tensor Xlogy(string name, Tensor x, Tensor y, int edges = 2)
        => TapeNode.Record(
            name, Zip(x, y, Promotion.ToFloating(Common(x, y)), XLogY), [x, y],
            [.. new Vjp[]
            {
                (g, n) => Where(Eq(n.X, 0) * (n.Y <= 0), Zero(g), Xlogy(g, n.Y)),
                (g, n) => g * n.X / n.Y,
            }.Take(edges)]);

    private static double XLogY(double x, double y) => double.IsNaN(y) ? y : x == 0 ? 0 : x * Math.Log(y);
}
