using System.Globalization;

namespace TwinGrad;

/// <summary>One gradient, or value, as every witness gives it, and whether they agree.</summary>
public sealed record GradientCheck
{
    // So many roundings of the terms that an element was computed of are no difference.
    private const int Roundings = 16;

    /// <summary>What it is: <c>w.grad</c>, <c>gradient by x</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The shape of the gradient where it is known; its elements are named by it.</summary>
    public Shape? Shape { get; init; }

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

    /// <summary>
    /// The size of the terms that the gradient was computed of, where these may have cancelled as a whole: sixteen roundings of that size are
    /// no difference. 0 unless given.
    /// </summary>
    public double Scale { get; init; }

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

    /// <summary>The gradient by central differences of the reference engine's values, where they were asked for; nan where they say nothing.</summary>
    public double[]? Differences { get; init; }

    /// <summary>The same with their errors, and why some elements have none; each may be off by its error beside the tolerance.</summary>
    public IReadOnlyList<DifferenceEstimate>? Estimates
    {
        get;
        init
        {
            field = value;
            Differences = value is null ? null : [.. value.Select(estimate => estimate.Value)];
        }
    }

    /// <summary>The largest distance of libtorch's float32 gradient from the reference's, in float32 steps.</summary>
    public double Ulps => Float32.Distance;

    /// <summary>The largest distance of libtorch's float64 gradient from the reference's, in float64 steps.</summary>
    public double Ulps64 => Compare(Torch64, Reference64, Float64Step, double.PositiveInfinity, Float64Step).Distance;

    /// <summary>The largest distance of libtorch's float32 gradient from the formula's, in float32 steps; null without a formula.</summary>
    public double? FormulaUlps => Formula is null ? null : InFloat32(Torch, Formula).Distance;

    /// <summary>The largest difference of libtorch's float64 gradient from the reference's, relative to it.</summary>
    public double Relative64 => Float64.Distance;

    /// <summary>The largest difference of central differences from the reference's float64 gradient, relative to it; null where there are none.</summary>
    public double? RelativeDifferences => Differences is null ? null : ByDifferences(Reference64).Distance;

    /// <summary>Whether every witness agrees with the reference within its tolerance.</summary>
    public bool Agree => Comparisons.All(comparison => comparison.Agrees);

    /// <summary>The element at which witnesses are furthest apart beyond what they may be, in row-major order; null where they agree.</summary>
    public int? WorstElement => Agree ? null : Comparisons.MaxBy(comparison => comparison.Excess)!.Worst;

    /// <summary>The engines in float32.</summary>
    internal ElementComparison Float32 => InFloat32(Torch, Reference);

    /// <summary>The engines in float64.</summary>
    internal ElementComparison Float64 => InFloat64(Torch64, Reference64);

    private IEnumerable<ElementComparison> Comparisons
    {
        get
        {
            yield return Float64;
            yield return Float32;
            if (Formula is not null)
            {
                yield return InFloat32(Torch, Formula);
                yield return InFloat64(Formula, Reference64);
            }
            if (Differences is not null)
                yield return ByDifferences(Reference64);
        }
    }

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

    /// <summary>Numbers of float32 beside what they should be.</summary>
    internal ElementComparison InFloat32(double[] values, double[] truths)
        => Compare(values, Array.ConvertAll(truths, InRange), Float32Step, UlpTolerance, Float32Step);

    /// <summary>Numbers of float64 beside what they should be.</summary>
    internal ElementComparison InFloat64(double[] values, double[] truths)
        => Compare(values, truths, Itself, Float64Tolerance, Float64Step);

    /// <summary>Central differences beside an engine's gradient; without differences there is nothing to differ.</summary>
    internal ElementComparison ByDifferences(double[] truths) => new(Differences ?? truths, truths, Measure(Itself, DifferencesTolerance, Float64Step) with
    {
        Error = Estimates is null ? null : i => Estimates[i].Error,
        IsSkipped = Estimates is null ? null : i => Estimates[i].Skip is not null,
    });

    private static string Text(double[]? values)
        => values is null ? "none" : $"[{string.Join(", ", values.Select(PythonFloat.Repr))}]";

    /// <summary>What rounds to no finite number of float32 is infinite there.</summary>
    private static double InRange(double truth) => float.IsFinite((float)truth) ? truth : (float)truth;

    private static double Float32Step(double magnitude) => Ulp.Step(magnitude, DType.Float32);

    private static double Itself(double magnitude) => magnitude;

    private static double Float64Step(double magnitude) => Ulp.Step(magnitude, DType.Float64);

    private ElementComparison Compare(
        double[] values, double[] truths, Func<double, double> unit, double tolerance, Func<double, double> rounding)
        => new(values, truths, Measure(unit, tolerance, rounding));

    private Measure Measure(Func<double, double> unit, double tolerance, Func<double, double> rounding) => new(unit, tolerance)
    {
        ByLargestElement = ByLargestElement,
        Scale = Scale,
        Noise = Scale > 0 ? Roundings * rounding(Scale) : 0,
    };
}

/// <summary>Two witnesses of a gradient differ by more than rounding explains, or there was nothing to compare.</summary>
public sealed class GradientsDifferException(string message) : Exception(message);
