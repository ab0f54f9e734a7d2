namespace TwinGrad.Reference;

// Formulas by their numbers in the Digital Library of Mathematical Functions (DLMF, https://dlmf.nist.gov) and in Abramowitz and Stegun.
// Where the functions cross 0 at a negative x, their error is that of one rounding of the parts that cancel.
internal static partial class Real
{
    // From here on the asymptotic series have the precision of a double.
    private const double Large = 10;

    private const double HalfLn2Pi = 0.9189385332046728;

    // Where digamma crosses 0 on the right, in two parts.
    private const double DigammaRoot = 1.4616321449683622;
    private const double DigammaRootRest = 9.549995429965697e-17;

    // B2, B4, ..., DLMF table 24.2.3.
    private static readonly double[] Bernoulli =
        [1.0 / 6, -1.0 / 30, 1.0 / 42, -1.0 / 30, 5.0 / 66, -691.0 / 2730, 7.0 / 6, -3617.0 / 510, 43867.0 / 798, -174611.0 / 330];

    // zeta(k) - 1 over k for the powers of ln gamma(2 + z), with alternating signs: A&S 6.1.33. The power 1 has 1 less Euler's constant.
    private static readonly double[] LgammaAtTwo =
        [0, 0.42278433509846713, .. Enumerable.Range(2, 30).Select(k => (k % 2 == 0 ? 1 : -1) * Zeta(k, 2) / k)];

    // The Taylor series of digamma at its root: A&S 6.4.10.
    private static readonly double[] DigammaAtRoot =
        [0, .. Enumerable.Range(1, 30).Select(k => (k % 2 == 0 ? -1 : 1) * Zeta(k + 1, DigammaRoot))];

    /// <summary>ln |gamma(x)|.</summary>
    internal static double Lgamma(double x)
    {
        if (x <= 0 && x == Math.Floor(x))
            return double.PositiveInfinity;
        // Reflection, DLMF 5.5.3: gamma(x) gamma(1 - x) = pi/sin(pi x).
        if (x < 0.5)
            return Math.Log(Math.PI / Math.Abs(double.SinPi(x))) - Lgamma(1 - x);
        // The zeros at 1 and 2 are met by x - 1 and x - 2, which are exact.
        if (x < 1.5)
            return Polynomial(LgammaAtTwo, x - 1) - Math.Log(x);
        if (x < Large)
        {
            var product = 1.0;
            for (; x > 2.5; product *= x)
                x--;
            return Math.Log(product) + Polynomial(LgammaAtTwo, x - 2);
        }
        // Stirling's series, DLMF 5.11.1.
        var series = 0.0;
        for (var k = Bernoulli.Length; k > 0; k--)
            series = series / (x * x) + Bernoulli[k - 1] / (2 * k * (2 * k - 1));
        return (x - 0.5) * (Math.Log(x) - 1) + (HalfLn2Pi - 0.5) + series / x;
    }

    /// <summary>The derivative of ln gamma(x).</summary>
    internal static double Digamma(double x)
    {
        if (x == 0)
            return Math.CopySign(double.PositiveInfinity, -x);
        if (x < 0 && x == Math.Floor(x))
            return double.NaN;
        // Reflection, DLMF 5.5.4.
        if (x < 0.5)
            return Digamma(1 - x) - Math.PI / double.TanPi(x);
        if (Math.Abs(x - DigammaRoot) < 0.25)
            return Polynomial(DigammaAtRoot, x - DigammaRoot - DigammaRootRest);
        // Recurrence, DLMF 5.5.2, up to where the asymptotic series, DLMF 5.11.2, is exact.
        var before = 0.0;
        for (; x < Large; x++)
            before += 1 / x;
        var series = 0.0;
        for (var k = Bernoulli.Length; k > 0; k--)
            series = (series + Bernoulli[k - 1] / (2 * k)) / (x * x);
        return Math.Log(x) - 0.5 / x - series - before;
    }

    /// <summary>The n-th derivative of digamma, for n above 0 by the Hurwitz zeta function: A&amp;S 6.4.10.</summary>
    internal static double Polygamma(long n, double x)
    {
        if (n == 0)
            return Digamma(x);
        var factorial = 1.0;
        for (var k = 2L; k <= n && double.IsFinite(factorial); k++)
            factorial *= k;
        return (n % 2 == 0 ? -1 : 1) * factorial * Zeta(n + 1, x);
    }

    /// <summary>The Hurwitz zeta function, the sum of (q + k)^-s for k from 0 on; of a negative q only for whole numbers s.</summary>
    internal static double Zeta(double s, double q)
    {
        if (s == 1)
            return double.PositiveInfinity;
        if (s < 1)
            return double.NaN;
        if (q > 0 || double.IsNaN(q))
            return ZetaOfPositive(s, q);
        if (q == Math.Floor(q))
            return double.PositiveInfinity;
        if (s != Math.Floor(s))
            return double.NaN;
        // The summands below 0 are, but for their signs, those of two sums above 0. The rest of q is exact, also next to a pole.
        var rest = q - Math.Round(q);
        var (above, below) = rest > 0 ? (rest, 1 - rest) : (1 + rest, -rest);
        var negative = ZetaOfPositive(s, below) - ZetaOfPositive(s, 1 - q);
        return ZetaOfPositive(s, above) + (s % 2 == 0 ? negative : -negative);
    }

    /// <summary>The large summands one by one, then the integral of the others with Euler and Maclaurin's corrections: DLMF 25.11.28.</summary>
    private static double ZetaOfPositive(double s, double q)
    {
        var sum = 0.0;
        for (; q < Large + s; q++)
        {
            var term = Math.Pow(q, -s);
            sum += term;
            if (term <= 1e-18 * sum)
                return sum;
        }
        var power = Math.Pow(q, -s);
        sum += power * (q / (s - 1) + 0.5);
        // s (s + 1) ... (s + 2k - 2) q^-(s + 2k - 1)/(2k)!
        var correction = power * s / (2 * q);
        for (var k = 1; k <= Bernoulli.Length; k++)
        {
            sum += Bernoulli[k - 1] * correction;
            correction *= (s + 2 * k - 1) * (s + 2 * k) / ((2 * k + 1) * (2 * k + 2) * q * q);
        }
        return sum;
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        var value = 0.0;
        for (var k = coefficients.Length - 1; k >= 0; k--)
            value = value * x + coefficients[k];
        return value;
    }
}
