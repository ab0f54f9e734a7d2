namespace TwinGrad;

/// <summary>Derivatives from values alone: the witness that shares nothing with any derivative rule.</summary>
public static class CentralDifferences
{
    // How far estimates may be apart, relative to the slopes; and slopes that count as 0, relative to the values over x.
    private const double Smooth = 1e-7;
    private const double Flat = 1e-3;

    // The distance of 1 from the next double.
    private const double Epsilon = 1.0 / (1L << 52);

    /// <summary>d f / d x_i = (4 D(h/2) - D(h)) / 3 with D(h) = (f(x + h e_i) - f(x - h e_i)) / 2h, for every element of x.</summary>
    /// <remarks>
    /// Richardson's extrapolation of two central differences: the error is of order h^4. With h = 1e-3 max(1, |x_i|) about ten digits hold
    /// where f is smooth; at a kink the result is the mean of both slopes. See Press et al., Numerical Recipes, 5.7.
    /// </remarks>
    /// <param name="f">A function of values in double to one value.</param>
    /// <param name="at">Where to differentiate.</param>
    public static double[] Gradient(Func<double[], double> f, ReadOnlySpan<double> at)
    {
        ArgumentNullException.ThrowIfNull(f);
        var gradient = new double[at.Length];
        var point = at.ToArray();
        for (var i = 0; i < gradient.Length; i++)
        {
            var step = 1e-3 * Math.Max(1, Math.Abs(at[i]));
            gradient[i] = (4 * Slope(i, step / 2) - Slope(i, step)) / 3;
        }
        return gradient;

        double Slope(int i, double step)
        {
            var (above, below, width) = Around(f, point, i, step);
            return (above - below) / width;
        }
    }

    /// <summary>The same with an error for each element, and no estimate where f bends, jumps, is refused or is not finite.</summary>
    /// <remarks>
    /// Where f is smooth, the slopes to the left and to the right approach each other like h, and successive extrapolations like h^4; a kink
    /// inside the step breaks one of the two. It is then tried with steps ten and a hundred times as small, which may leave the kink outside.
    /// </remarks>
    /// <param name="f">A function of values in double to one value.</param>
    /// <param name="at">Where to differentiate.</param>
    /// <param name="atMost">For how many elements: of more, as many evenly spaced ones.</param>
    public static IReadOnlyList<DifferenceEstimate> Estimates(Func<double[], double> f, ReadOnlySpan<double> at, int atMost = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(f);
        ArgumentOutOfRangeException.ThrowIfNegative(atMost);
        var point = at.ToArray();
        var estimates = new DifferenceEstimate[point.Length];
        for (var i = 0; i < estimates.Length; i++)
        {
            // Whether a multiple of length / atMost lies in [i, i + 1).
            if ((long)i * atMost / point.Length == (i + 1L) * atMost / point.Length && atMost < point.Length)
            {
                estimates[i] = DifferenceEstimate.None($"{atMost} of the {point.Length} elements are asked");
                continue;
            }
            foreach (var step in Steps(Math.Abs(point[i])))
            {
                estimates[i] = Estimate(f, point, i, step);
                if (estimates[i].Skip is null)
                    break;
            }
        }
        return estimates;
    }

    private static List<double> Steps(double magnitude)
    {
        var size = Math.Max(1, magnitude);
        List<double> steps = [1e-3 * size, 1e-4 * size, 1e-5 * size];
        // Beside the end of a domain at 0 a step must be small beside x.
        if (magnitude is > 0 and < 0.01)
            steps.Add(1e-3 * magnitude);
        return steps;
    }

    private static DifferenceEstimate Estimate(Func<double[], double> f, double[] point, int i, double step)
    {
        var x = point[i];
        var slopes = new double[3];
        var bends = new double[3];
        double size = 0, steepest = 0;
        try
        {
            var here = f(point);
            for (var k = 0; k < 3; k++)
            {
                var half = step / (1 << k);
                var (above, below, width) = Around(f, point, i, half);
                slopes[k] = (above - below) / width;
                bends[k] = (above - here - (here - below)) / (width / 2);
                size = Math.Max(size, Math.Max(Math.Abs(here), Math.Max(Math.Abs(above), Math.Abs(below))));
                steepest = Math.Max(steepest, Math.Max(Math.Abs(above - here), Math.Abs(here - below)) / (width / 2));
            }
        }
        catch (Exception refusal) when (refusal is ITorchException)
        {
            point[i] = x;
            return DifferenceEstimate.None($"the function is refused beside it: {refusal.Message}");
        }
        if (!double.IsFinite(size) || !double.IsFinite(steepest))
            return DifferenceEstimate.None("the value is not finite there");

        var (coarse, fine) = ((4 * slopes[1] - slopes[0]) / 3, (4 * slopes[2] - slopes[1]) / 3);
        var apart = Math.Abs(fine - coarse);
        // The slope's rounding at the smallest step, were each value off by a few units in the last place.
        var rounding = 32 * Epsilon * size / step;
        var tolerance = Smooth * Math.Max(Flat * size / Math.Max(1, Math.Abs(x)), steepest) + rounding;
        // What remains of the difference of both slopes as h goes to 0; the terms in h and h^3 are taken out.
        var jump = Math.Abs((8 * (2 * bends[2] - bends[1]) - (2 * bends[1] - bends[0])) / 7);
        return jump > tolerance + 4 * rounding ? DifferenceEstimate.None("the function bends or jumps there")
            : apart > tolerance ? DifferenceEstimate.None("the function is not smooth enough there")
            : new(fine, apart + rounding, null);
    }

    /// <summary>f at both sides of a point, and how far these are apart.</summary>
    private static (double Above, double Below, double Width) Around(Func<double[], double> f, double[] point, int i, double step)
    {
        var x = point[i];
        var (high, low) = (x + step, x - step);
        point[i] = high;
        var above = f(point);
        point[i] = low;
        var below = f(point);
        point[i] = x;
        return (above, below, high - low);
    }
}

/// <summary>What central differences say of one element's derivative.</summary>
/// <param name="Value">The estimate; nan where there is none.</param>
/// <param name="Error">How far it may be off, by the step and by the rounding of the values.</param>
/// <param name="Skip">Why there is no estimate; null where there is one.</param>
public readonly record struct DifferenceEstimate(double Value, double Error, string? Skip)
{
    internal static DifferenceEstimate None(string reason) => new(double.NaN, double.NaN, reason);
}
