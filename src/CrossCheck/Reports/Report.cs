namespace TwinGrad;

/// <summary>What a command measured or checked, a row a function: the model that the table, the JSON and the page are rendered of.</summary>
/// <param name="Title">What was done.</param>
/// <param name="Command">The command that does it again.</param>
/// <param name="Machine">What it ran on, by name.</param>
/// <param name="Rows">The rows, in any order.</param>
internal sealed record Report(string Title, string Command, IReadOnlyDictionary<string, string> Machine, IReadOnlyList<ReportRow> Rows)
{
    /// <summary>How many rows there are of each verdict.</summary>
    public ReportTotals Totals => new(Rows.Count, Count(RowVerdict.Differ), Count(RowVerdict.Agree), Count(RowVerdict.Refused));

    /// <summary>The rows, those that differ before all others.</summary>
    internal IEnumerable<ReportRow> FailuresFirst => Rows.OrderBy(row => row.Verdict != RowVerdict.Differ);

    private int Count(RowVerdict verdict) => Rows.Count(row => row.Verdict == verdict);
}

/// <summary>How many rows a report has of each verdict.</summary>
internal sealed record ReportTotals(int Rows, int Differ, int Agree, int Refused)
{
    /// <summary>Whether there is nothing to mend.</summary>
    internal bool Good => Rows > 0 && Differ == 0;

    /// <summary><c>895 of 897 agree, 2 differ</c>.</summary>
    public override string ToString()
    {
        List<string> parts = [$"{Agree} of {Rows - Refused} agree"];
        if (Differ > 0)
            parts.Add($"{Differ} differ");
        if (Refused > 0)
            parts.Add($"{Refused} refused by both engines alike");
        return string.Join(", ", parts);
    }
}

/// <summary>What a report says of one function.</summary>
internal sealed record ReportRow
{
    /// <summary>The function: an entry of the catalogue, a cell, a gradient.</summary>
    public required string Name { get; init; }

    /// <summary>What it belongs to: a family of operators, a section of the notebook. Empty where there is no such thing.</summary>
    public string Group { get; init; } = "";

    public required RowVerdict Verdict { get; init; }

    /// <summary>libtorch's distance from the reference in float32 steps.</summary>
    public ReportUlps UlpsFloat32 { get; init; } = ReportUlps.None;

    /// <summary>libtorch's distance from the reference in float64 steps.</summary>
    public ReportUlps UlpsFloat64 { get; init; } = ReportUlps.None;

    /// <summary>The distance of central differences from the reference's gradients, relative to them; null where there are none.</summary>
    public double? Differences { get; init; }

    /// <summary>Where libtorch was furthest from the reference; null where nothing is said of it.</summary>
    public string? WorstInput { get; init; }

    /// <summary>The whole message of what differs; null where nothing does.</summary>
    public string? Details { get; init; }

    /// <summary>What was not compared, and why; null where everything was.</summary>
    public string? Skip { get; init; }

    /// <summary>The node at which the engines part, where it was located.</summary>
    public Divergence? Divergence { get; init; }
}

/// <summary>The largest distances of a row; null where there is nothing to compare.</summary>
internal sealed record ReportUlps(double? Value, double? Gradient, double? SecondGradient)
{
    internal static ReportUlps None { get; } = new(null, null, null);
}

/// <summary>What a report says of a row.</summary>
internal enum RowVerdict
{
    /// <summary>Something differs.</summary>
    Differ,

    /// <summary>Everything that can be compared agrees.</summary>
    Agree,

    /// <summary>Both engines refuse it with the same sentence, as they are to.</summary>
    Refused,
}
