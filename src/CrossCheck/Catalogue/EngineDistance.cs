namespace TwinGrad;

/// <summary>How far libtorch is from the reference engine on an entry of the catalogue.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Value32">The float32 value, in float32 steps of the reference's doubles; null where there are no elements.</param>
/// <param name="Gradient32">The float32 gradient, likewise.</param>
/// <param name="Value64">The float64 value, relative to the reference's, likewise.</param>
/// <param name="Gradient64">The float64 gradient, likewise.</param>
internal sealed record EngineDistance(CatalogueEntry Entry, Distance? Value32, Distance? Gradient32, Distance? Value64, Distance? Gradient64)
{
    /// <summary>How far that is beside what it may be.</summary>
    internal required ParityBound Bound { get; init; }

    /// <summary>The float64 value in float64 steps of the reference's.</summary>
    internal Distance? ValueUlps64 { get; private init; }

    /// <summary>The float64 gradient, likewise.</summary>
    internal Distance? GradientUlps64 { get; private init; }

    /// <summary>Where the largest float32 distance was found, of the gradient if it is further away than the value.</summary>
    internal string? WorstInput => (Gradient32?.Max > Value32?.Max ? Gradient32 : Value32)?.Worst;

    /// <summary>As a row of a report.</summary>
    internal ReportRow Row => new()
    {
        Name = Entry.Name,
        Verdict = Bound.Beyond is null ? RowVerdict.Agree : RowVerdict.Differ,
        UlpsFloat32 = new(Value32?.Max, Gradient32?.Max, null),
        UlpsFloat64 = new(ValueUlps64?.Max, GradientUlps64?.Max, null),
        WorstInput = WorstInput,
        Details = Bound.Beyond,
        Skip = Entry.Op.Float32Skip is { } reason ? $"no float32: {reason}" : null,
    };

    private const int Elements = 1000;
    private const int Seed = 1;

    /// <summary>Measures an entry on 1,000 random elements of its domains, or under its own shapes.</summary>
    internal static EngineDistance Of(CatalogueEntry entry)
    {
        DistanceCounter Counter() => new(byLargest: !entry.IsElementwise);
        var (value32, gradient32, value64, gradient64) = (Counter(), Counter(), Counter(), Counter());
        var (valueUlps64, gradientUlps64) = (Counter(), Counter());
        var bound = new ParityBound(entry);
        var orders = Math.Min(1, entry.Op.Orders);
        foreach (var sample in Samples.Many(entry, Elements, Seed))
        {
            var truth = Derivatives.Of(entry.OnReference, sample, DType.Float64, orders: orders);
            var torch64 = Derivatives.Of(entry.OnTorch, sample, DType.Float64, orders: orders);
            Add(torch64, Itself, value64, gradient64);
            Add(torch64, Float64Step, valueUlps64, gradientUlps64);
            bound.Add(torch64, truth, DType.Float64);
            if (entry.Op.Float32Skip is null)
            {
                var torch32 = Derivatives.Of(entry.OnTorch, sample, DType.Float32, orders: orders);
                Add(torch32, Float32Step, value32, gradient32);
                bound.Add(torch32, truth, DType.Float32);
            }

            void Add(Derivatives torch, Func<double, double> unit, DistanceCounter value, DistanceCounter gradient)
            {
                value.Add(torch.Value, truth.Value, unit, sample);
                for (var input = 0; input < Math.Min(torch.First.Length, truth.First.Length); input++)
                    gradient.Add(torch.First[input], truth.First[input], unit, sample);
            }
        }
        return new(entry, value32.Result, gradient32.Result, value64.Result, gradient64.Result)
        {
            Bound = bound,
            ValueUlps64 = valueUlps64.Result,
            GradientUlps64 = gradientUlps64.Result,
        };
    }

    private static double Float32Step(double magnitude) => Ulp.Step(magnitude, DType.Float32);

    private static double Float64Step(double magnitude) => Ulp.Step(magnitude, DType.Float64);

    private static double Itself(double magnitude) => magnitude;

    /// <summary>Adds up the distances of many elements.</summary>
    /// <param name="byLargest">Whether they are measured by the largest element, not each by itself.</param>
    private sealed class DistanceCounter(bool byLargest)
    {
        private double _max;
        private double _sum;
        private int _count;
        private string _worst = "";

        internal Distance? Result => _count == 0 ? null : new(_max, _sum / _count, _worst);

        /// <param name="values">libtorch's elements; none where nothing flows.</param>
        /// <param name="truths">The reference's.</param>
        /// <param name="unit">What a distance is counted in, for a magnitude.</param>
        /// <param name="sample">What they were computed of.</param>
        internal void Add(double[] values, double[] truths, Func<double, double> unit, Input[] sample)
        {
            var largest = Magnitude.Largest(truths);
            for (var i = 0; i < Math.Min(values.Length, truths.Length); i++)
            {
                var apart = Ulp.Distance(values[i], truths[i], unit(byLargest ? largest : Math.Abs(truths[i])));
                _sum += apart;
                _count++;
                if (apart <= _max)
                    continue;
                _max = apart;
                _worst = Describe(sample, i, values.Length);
            }
        }

        /// <summary>The elements that one was computed of, or the shapes where it was computed of many.</summary>
        private static string Describe(Input[] sample, int place, int length)
            => Array.TrueForAll(sample, input => input.Values.Length == length && input.Shape.Length == 1)
                ? string.Join(", ", sample.Select(input => PythonFloat.Repr(input.Values[place])))
                : $"element {place} for {string.Join(", ", sample.Select(input => Shape.Create(input.Shape)))}";
    }
}

/// <summary>How far many elements are from what they should be.</summary>
/// <param name="Max">The largest distance.</param>
/// <param name="Mean">The mean of all.</param>
/// <param name="Worst">Where the largest was found; empty where all elements are right.</param>
internal sealed record Distance(double Max, double Mean, string Worst);
