namespace TwinGrad.Reference;

/// <summary>Functions of a real number that .NET does not have, or has only as the formula that loses digits near 0.</summary>
internal static class Real
{
    private const double TwoOverRootPi = 1.1283791670955126;

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
    internal static double Erf(double x) => Math.Abs(x) < 2 ? ErfSeries(x) : x > 0 ? 1 - ErfcFraction(x) : ErfcFraction(-x) - 1;

    /// <summary>1 - erf x; for large x not by that difference.</summary>
    internal static double Erfc(double x) => x >= 2 ? ErfcFraction(x) : 1 - Erf(x);

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

    /// <summary>e^(-x^2)/sqrt(pi) over the continued fraction x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...))).</summary>
    private static double ErfcFraction(double x)
    {
        if (double.IsNaN(x))
            return x;
        var fraction = x;
        for (var n = 120; n > 0; n--)
            fraction = x + n / 2.0 / fraction;
        return double.IsInfinity(x) ? 0 : TwoOverRootPi / 2 * Math.Exp(-x * x) / fraction;
    }
}
