using System.Globalization;
using CsCheck;

namespace TwinGrad.Fuzz.Arguments;

/// <summary>Numbers, bools and texts: mostly such as fit, now and then the ends of their range and beyond.</summary>
/// <remarks>
/// A size is small or so large that no memory holds it: what lies between, an honest request for gigabytes, would only take long.
/// </remarks>
internal static class Scalars
{
    internal static Gen<int> Int { get; } = Gen.Frequency(
        (12, Gen.Int[-3, 3]), (1, Gen.OneOf(5, 64, -64)),
        (1, Gen.OneOf(int.MinValue, int.MaxValue, int.MinValue + 1, 1_000_000_000, -1_000_000_000)));

    internal static Gen<long> Long { get; } = Gen.Frequency(
        (14, Gen.Long[0, 3]), (2, Gen.Long[-3, -1]),
        (2, Gen.OneOf(
            long.MinValue, long.MaxValue, long.MinValue + 1, 1_000_000_000_000_000, -1_000_000_000_000_000, int.MinValue, 1L << 62)));

    internal static Gen<double> Double { get; } = Gen.Frequency(
        (4, Gen.OneOf(0, 1, 2, 0.5, -1, -0.0, 3, 1e-3)),
        (1, Gen.OneOf(
            double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300, -1e300, 1e15, 1e-300, double.Epsilon, double.MaxValue,
            65505)));

    internal static Gen<Scalar> Scalar { get; } = Gen.Frequency(
        (3, Int.Select(value => (Scalar)value)), (1, Long.Select(value => (Scalar)value)),
        (3, Double.Select(value => (Scalar)value)), (1, Gen.Bool.Select(value => (Scalar)value)),
        (1, Gen.Float.Select(value => (Scalar)value)), (1, Gen.Const(default(Scalar))));

    internal static Gen<string> Words { get; } = Gen.OneOf(
        "", "F2", "G", "E3", "N", "F300", "x", "{0}", "mean", "sum", "none", "cpu", "cuda", "cuda:0", "cuda:-1", "auto", "float32", "\0");

    /// <summary>What files hold: a table, two tensors' bytes, and what is neither.</summary>
    internal static Gen<string> Files { get; } = Gen.OneOf(
        "", "x,mean\n1,2\n3,4\n", "x,mean\n1,\n", "\0\0\u0008\u0001\0\0\0\u0002ab", "\0\0\r\u0002\0\0\0\u0001\0\0\0\u0001abcd",
        "\0\0\u0008\u0001\u00FF\u00FF\u00FF\u00FF", "\u0008\0\0\0\0\0\0\0{}      ");

    internal static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double.NaN => "double.NaN",
        double number => PythonFloat.Repr(number),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
