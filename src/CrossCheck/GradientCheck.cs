using System.Globalization;

namespace TwinGrad;

/// <summary>One gradient as every witness gives it, and whether they agree.</summary>
public sealed record GradientCheck
{
    /// <summary>What the gradient is of: <c>w.grad</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How many float32 steps libtorch's float32 gradient may be from the reference's and from the formula's; 4 unless given.</summary>
    public double UlpTolerance { get; init; } = 4;

    /// <summary>How far the float64 gradients and the formula's may be apart, relative to the reference's; 1e-12 unless given.</summary>
    public double Float64Tolerance { get; init; } = 1e-12;

    /// <summary>How far central differences may be from the reference's float64 gradient, relative to it; 1e-8 unless given.</summary>
    public double DifferencesTolerance { get; init; } = 1e-8;

    /// <summary>
    /// Whether distances are measured by the gradient's largest element instead of each by its own. Where terms cancel an element may be
    /// far smaller than what it was computed of, and rounding is as large as that.
    /// </summary>
    public bool ByLargestElement { get; init; }

    /// <summary>libtorch's gradient in float32.</summary>
    public required double[] Torch { get; init; }

    /// <summary>libtorch's gradient in float64, from the same float32 values.</summary>
    public required double[] Torch64 { get; init; }

    /// <summary>The reference engine's gradient for float32: in double from the same float32 values, its numbers rounded to float32.</summary>
    public required double[] Reference { get; init; }

    /// <summary>The reference engine's gradient for float64.</summary>
    public required double[] Reference64 { get; init; }

    /// <summary>The gradient of a formula derived by hand, where there is one.</summary>
    public double[]? Formula { get; init; }

    /// <summary>The gradient by central differences of the reference engine's values, where they were asked for.</summary>
    public double[]? Differences { get; init; }

    /// <summary>The largest distance of libtorch's float32 gradient from the reference's, in float32 steps.</summary>
    public double Ulps => Distance(Torch, Reference, Float32Step);

    /// <summary>The largest distance of libtorch's float32 gradient from the formula's, in float32 steps; null without a formula.</summary>
    public double? FormulaUlps => Formula is null ? null : Distance(Torch, Formula, Float32Step);

    /// <summary>The largest difference of libtorch's float64 gradient from the reference's, relative to it.</summary>
    public double Relative64 => Distance(Torch64, Reference64, magnitude => magnitude);

    /// <summary>Whether every witness agrees with the reference within its tolerance.</summary>
    public bool Agree
        => Ulps <= UlpTolerance
            && Relative64 <= Float64Tolerance
            && (FormulaUlps ?? 0) <= UlpTolerance
            && (Formula is null || Distance(Formula, Reference64, magnitude => magnitude) <= Float64Tolerance)
            && (Differences is null || Distance(Differences, Reference64, magnitude => magnitude) <= DifferencesTolerance);

    /// <summary>Throws unless the witnesses agree.</summary>
    /// <exception cref="GradientsDifferException">They do not; the message has what each says.</exception>
    public void ThrowIfDifferent()
    {
        if (!Agree)
            throw new GradientsDifferException(ToString());
    }

    /// <summary>What each witness says, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name}: libtorch {Text(Torch)}, reference {Text(Reference)}, {Ulps:G3} ulps apart in float32, {Relative64:G3} relative in float64; "
        + $"formula {Text(Formula)}, central differences {Text(Differences)}: {(Agree ? "they agree" : "they differ")}");

    private static string Text(double[]? values)
        => values is null ? "none" : $"[{string.Join(", ", values.Select(PythonFloat.Repr))}]";

    private static double Float32Step(double magnitude) => Ulp.Step(magnitude, DType.Float32);

    /// <summary>The largest difference of two gradients, in units that depend on the true value's size.</summary>
    private double Distance(double[] values, double[] truths, Func<double, double> unit)
    {
        if (values.Length != truths.Length)
            return double.PositiveInfinity;
        var largest = truths.Select(Math.Abs).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        return values
            .Zip(truths, (value, truth) => Ulp.Distance(value, truth, unit(ByLargestElement ? largest : Math.Abs(truth))))
            .DefaultIfEmpty(0)
            .Max();
    }
}

/// <summary>Two witnesses of a gradient differ by more than rounding explains.</summary>
public sealed class GradientsDifferException(string message) : Exception(message);
