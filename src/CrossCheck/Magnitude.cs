namespace TwinGrad;

/// <summary>How large numbers are.</summary>
internal static class Magnitude
{
    /// <summary>The largest |v| of the finite ones; 0 where there is none.</summary>
    internal static double Largest(IEnumerable<double> values) => values.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
}
