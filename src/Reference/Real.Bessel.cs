namespace TwinGrad.Reference;

// Modified Bessel functions of the first kind, scaled by e^-|x| so that they stay finite.
internal static partial class Real
{
    internal static double I0(double x) => Math.Exp(Math.Abs(x)) * I0e(x);

    internal static double I1(double x) => Math.Exp(Math.Abs(x)) * I1e(x);

    internal static double I0e(double x) => ScaledBessel(0, Math.Abs(x));

    internal static double I1e(double x) => Math.CopySign(1, x) * ScaledBessel(1, Math.Abs(x));

    private static double ScaledBessel(int order, double x) => x < 20 ? BesselSeries(order, x) : BesselAsymptote(order, x);

    /// <summary>e^-x times the sum of (x/2)^(2k + order)/(k! (k + order)!), all positive: DLMF 10.25.2.</summary>
    private static double BesselSeries(int order, double x)
    {
        var square = x * x / 4;
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; term > 1e-18 * sum; k++)
        {
            term *= square / (k * (k + order));
            sum += term;
        }
        return Math.Exp(-x) * (order == 0 ? sum : x / 2 * sum);
    }

    /// <summary>1/sqrt(2 pi x) times a series in 1/x whose smallest term is about e^(-2x): DLMF 10.40.1.</summary>
    private static double BesselAsymptote(int order, double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var k = 1; k < 40 && Math.Abs(term) > 1e-18; k++)
        {
            term *= ((2 * k - 1) * (2 * k - 1) - 4 * order) / (8 * k * x);
            sum += term;
        }
        return sum / Math.Sqrt(2 * Math.PI * x);
    }
}
