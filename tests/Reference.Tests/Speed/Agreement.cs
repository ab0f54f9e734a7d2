namespace TwinGrad.Tests;

/// <summary>How a fast form is held against the plain one.</summary>
internal static class Agreement
{
    /// <summary>Numbers at which a formula may go wrong.</summary>
    internal static double[] Specials { get; } =
    [
        0, -0.0, 1, -1, 2, 0.5, -0.5, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon, 1e-310,
        2.2250738585072014e-308, double.MaxValue, -double.MaxValue, 1e-17, -1e-17, 709.7, 709.8, -708.5, -745.1, -745.2, -750, 36.5, 1e15,
    ];

    /// <summary>The same number to so many units in the last place; nan is nan, and zeros have their signs.</summary>
    internal static void Near(double expected, double actual, long ulps, string what)
    {
        var same = double.IsNaN(expected) ? double.IsNaN(actual)
            : expected == 0 || !double.IsFinite(expected) ? BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual)
            : Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual)) <= ulps;
        Assert.IsTrue(same, $"{what}: {actual:R} where the plain form has {expected:R}");
    }

    internal static void Near(double[] expected, double[] actual, long ulps, string what)
    {
        Assert.HasCount(expected.Length, actual, what);
        for (var i = 0; i < expected.Length; i++)
            Near(expected[i], actual[i], ulps, $"{what} [{i}]");
    }
}
