using System.Runtime.CompilerServices;

namespace TwinGrad;

/// <summary>How far apart what agrees may be.</summary>
internal static class Tolerance
{
    /// <summary>The tolerance itself.</summary>
    /// <param name="value">What was given; infinite lets everything finite pass.</param>
    /// <param name="name">Which tolerance, as the compiler gives it.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or nan, so that nothing, or everything, would agree.</exception>
    internal static double Checked(double value, [CallerMemberName] string name = "")
        => value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "a tolerance is 0 or more");
}
