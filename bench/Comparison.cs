namespace TwinGrad.Bench;

/// <summary>One piece of work, done on two sides. Each side frees what it makes.</summary>
/// <param name="Name">What is done. The peers' scripts know it by this name.</param>
/// <param name="Ours">The work on this side.</param>
/// <param name="Theirs">The same on the side that it is measured against; null where nothing compares.</param>
internal sealed record Comparison(string Name, Action Ours, Action? Theirs)
{
    /// <summary>What it is to reach.</summary>
    internal Goal Goal { get; init; } = Goal.None;

    /// <summary>How long each side runs before it is timed: the compiler's second tier waits 100 ms for a pause in the compiling.</summary>
    internal TimeSpan WarmUp { get; init; } = Turns.UsualWarmUp;

    /// <summary>Puts away what the work leaves behind and would burden others with.</summary>
    internal Action After { get; init; } = () => { };
}

/// <summary>Comparisons of the same two sides, a table of the report.</summary>
internal sealed record ComparisonGroup(string Title, string Ours, string Theirs, IReadOnlyList<Comparison> Comparisons);

/// <summary>What a comparison is to reach; null for no matter.</summary>
/// <param name="Ratio">At most so much of the other side's time.</param>
/// <param name="Microseconds">At most so long.</param>
/// <param name="Bytes">At most so many allocated.</param>
internal sealed record Goal(double? Ratio = null, double? Microseconds = null, double? Bytes = null)
{
    /// <summary>Shown, and not judged.</summary>
    internal static Goal None { get; } = new();

    internal bool? IsMetBy(Measurement measured)
        => this == None ? null
            : !(measured.Ratio > Ratio) && !(measured.Ours > Microseconds) && !(measured.OurBytes > Bytes);

    public override string ToString()
    {
        string?[] parts = [Ratio is { } ratio ? $"{ratio:0.0#}" : null, Microseconds is { } time ? $"{time:0.0#} us" : null, Bytes is { } bytes ? $"{bytes:0} B" : null];
        return string.Join(", ", parts.OfType<string>());
    }
}

/// <summary>What was measured of a comparison: median microseconds, the median of the rounds' ratios, and managed bytes an operation.</summary>
internal sealed record Measurement(double Ours, double? Theirs, double? Ratio, double OurBytes, double? TheirBytes);
