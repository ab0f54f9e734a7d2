namespace TwinGrad.Reference;

// The normal distribution and its error functions, scaled and inverted.
internal static partial class Real
{
    internal const double RootHalf = 0.7071067811865476;

    /// <summary>e^(x^2) erfc x.</summary>
    internal static double Erfcx(double x)
        => x >= FractionFrom ? ErfcxFraction(x) : x < 0 ? 2 * Math.Exp(x * x) - Erfcx(-x) : Math.Exp(x * x) * Erfc(x);

    /// <summary>ln of the area under the standard normal density up to x.</summary>
    internal static double LogNdtr(double x)
        => x < -1 ? Math.Log(Erfcx(-x * RootHalf) / 2) - x * x / 2 : Log1p(-Erfc(x * RootHalf) / 2);

    /// <summary>The number whose error function is y.</summary>
    internal static double Erfinv(double y)
    {
        if (Math.Abs(y) > 0.9)
            return Math.CopySign(Erfcinv(1 - Math.Abs(y)), y);
        // Halley's method, with erf'' = -2 x erf'.
        var x = y / TwoOverRootPi;
        for (var step = 0; step < 6; step++)
        {
            var error = (Erf(x) - y) / (TwoOverRootPi * Math.Exp(-x * x));
            x -= error / (1 + x * error);
        }
        return x;
    }

    /// <summary>The number up to which the area under the standard normal density is p.</summary>
    internal static double Ndtri(double p)
        => p < 0.05 ? -Erfcinv(2 * p) / RootHalf : p <= 0.95 ? Erfinv(2 * p - 1) / RootHalf : Erfcinv(2 * (1 - p)) / RootHalf;

    /// <summary>The number whose complementary error function is q, for q up to 0.1.</summary>
    private static double Erfcinv(double q)
    {
        if (!(q > 0))
            return q == 0 ? double.PositiveInfinity : double.NaN;
        // A&S 26.2.22, then Newton's method on ln erfc x = ln erfcx x - x^2, which stays finite for any q.
        var t = Math.Sqrt(-2 * Math.Log(q / 2));
        var x = (t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t)) * RootHalf;
        for (var step = 0; step < 4; step++)
        {
            var scaled = Erfcx(x);
            x += (Math.Log(scaled) - x * x - Math.Log(q)) * scaled / TwoOverRootPi;
        }
        return x;
    }

    /// <summary>1/sqrt(pi) over the continued fraction x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...))): DLMF 7.9.2.</summary>
    private static double ErfcxFraction(double x)
    {
        var fraction = x;
        for (var n = 120; n > 0; n--)
            fraction = x + n / 2.0 / fraction;
        return TwoOverRootPi / 2 / fraction;
    }
}
