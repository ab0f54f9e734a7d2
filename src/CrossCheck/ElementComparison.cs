namespace TwinGrad;

/// <summary>Two witnesses of the same numbers, element by element.</summary>
internal sealed class ElementComparison
{
    private readonly double[] _excess;

    /// <param name="values">What one witness says.</param>
    /// <param name="truths">What the other says, by whose size distances are measured.</param>
    /// <param name="measure">How.</param>
    internal ElementComparison(double[] values, double[] truths, Measure measure)
    {
        if (values.Length != truths.Length)
        {
            Distance = double.PositiveInfinity;
            _excess = [double.PositiveInfinity];
            return;
        }
        var largest = Magnitude.Largest(truths);
        _excess = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (measure.IsSkipped?.Invoke(i) == true)
                continue;
            var magnitude = measure.ByLargestElement ? largest : Math.Abs(truths[i]);
            // What is nothing but the rounding of larger terms is measured by these.
            var unit = measure.Unit(magnitude <= measure.Noise ? Math.Max(magnitude, measure.Scale) : magnitude);
            var distance = Ulp.Distance(values[i], truths[i], unit);
            Distance = Math.Max(Distance, distance);
            var slack = measure.Noise + (measure.Error?.Invoke(i) ?? 0);
            _excess[i] = Math.Abs(values[i] - truths[i]) <= slack || distance == 0 ? 0 : distance / measure.Tolerance;
        }
    }

    /// <summary>The largest distance.</summary>
    internal double Distance { get; }

    /// <summary>Whether no element is further away than it may be.</summary>
    internal bool Agrees => Array.TrueForAll(_excess, excess => excess <= 1);

    /// <summary>How many tolerances the worst element is away.</summary>
    internal double Excess => _excess.DefaultIfEmpty(0).Max();

    /// <summary>The element that is furthest beyond what it may be.</summary>
    internal int Worst => Array.IndexOf(_excess, Excess);
}

/// <summary>How the distances of a comparison are measured and judged.</summary>
/// <param name="Unit">What a distance is counted in, for a magnitude.</param>
/// <param name="Tolerance">How many of them elements may be apart.</param>
internal sealed record Measure(Func<double, double> Unit, double Tolerance)
{
    /// <summary>Whether an element is measured by the size of the largest, not by its own.</summary>
    internal bool ByLargestElement { get; init; }

    /// <summary>The size of the terms that the elements were computed of.</summary>
    internal double Scale { get; init; }

    /// <summary>What rounding makes of these: a difference as small as that is none.</summary>
    internal double Noise { get; init; }

    /// <summary>How far an element may be off beside that.</summary>
    internal Func<int, double>? Error { get; init; }

    /// <summary>Which elements are not compared.</summary>
    internal Func<int, bool>? IsSkipped { get; init; }
}
