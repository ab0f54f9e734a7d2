namespace TwinGrad.Reference;

/// <summary>Functions of a real number that .NET does not have, or has only as the formula that loses digits near 0.</summary>
internal static partial class Real
{
    private const double TwoOverRootPi = 1.1283791670955126;

    // From here on the continued fraction of erfc has the precision of a double, and 1 - erf x has lost a digit.
    private const double FractionFrom = 1.5;

    /// <summary>ln(1 + x). Where 1 + x is rounded, the quotient of both errors mends it (Kahan).</summary>
    internal static double Log1p(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : double.IsInfinity(x) ? Math.Log(sum) : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>e^x - 1, mended in the same way.</summary>
    internal static double Expm1(double x)
    {
        var power = Math.Exp(x);
        if (power == 1)
            return x;
        return power - 1 == -1 || double.IsInfinity(power) ? power - 1 : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>2/sqrt(pi) times the integral of e^(-t^2) from 0 to x.</summary>
    internal static double Erf(double x) => x >= FractionFrom ? 1 - Erfc(x) : x <= -FractionFrom ? Erfc(-x) - 1 : ErfSeries(x);

    /// <summary>1 - erf x; for large x not by that difference.</summary>
    internal static double Erfc(double x) => x >= FractionFrom ? Math.Exp(-x * x) * ErfcxFraction(x) : 1 - Erf(x);

    /// <summary>e^(-x^2) times the sum of 2^n x^(2n+1)/(1 3 5 ... (2n+1)), whose terms all have the sign of x: nothing cancels.</summary>
    private static double ErfSeries(double x)
    {
        var (sum, term) = (x, x);
        for (var n = 1; Math.Abs(term) > 1e-18 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TwoOverRootPi * Math.Exp(-x * x) * sum;
    }

    /// <summary>The exponent e of x = m 2^e with a mantissa m of a size in [0.5, 1); 0 of 0 and of what is not finite.</summary>
    internal static int Exponent(double x) => x == 0 || !double.IsFinite(x) ? 0 : Math.ILogB(x) + 1;
}
