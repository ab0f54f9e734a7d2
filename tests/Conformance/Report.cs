namespace TwinGrad.Conformance;

/// <summary>Counts verdicts, prints each failure as it comes and the totals at the end.</summary>
/// <param name="output">Where the report is written.</param>
public sealed class Report(TextWriter output)
{
    private readonly SortedDictionary<string, int> _skipsByReason = new(StringComparer.Ordinal);

    /// <summary>How many cases came out as recorded.</summary>
    public int Passed { get; private set; }

    /// <summary>How many cases came out otherwise.</summary>
    public int Failed { get; private set; }

    /// <summary>How many cases were not tried.</summary>
    public int Skipped { get; private set; }

    /// <summary>Whether at least one case was tried and none failed.</summary>
    public bool Succeeded => Failed == 0 && Passed > 0;

    /// <summary>Counts a verdict; a failure is printed at once, on one line.</summary>
    public void Add(Verdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        switch (verdict.Outcome)
        {
            case Outcome.Passed:
                Passed++;
                break;
            case Outcome.Failed:
                Failed++;
                output.WriteLine($"{verdict.Id}: {verdict.Detail}");
                break;
            default:
                Skipped++;
                _skipsByReason[verdict.Detail] = _skipsByReason.GetValueOrDefault(verdict.Detail) + 1;
                break;
        }
    }

    /// <summary>Prints why cases were skipped, the commonest reason first, the replay's own <paramref name="notes"/> and, as the last line, the totals.</summary>
    public void Finish(IEnumerable<string> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        foreach (var (reason, count) in _skipsByReason.OrderByDescending(skips => skips.Value))
            output.WriteLine($"{count} skipped: {reason}");
        foreach (var note in notes)
            output.WriteLine(note);
        output.WriteLine($"{Passed} passed, {Failed} failed, {Skipped} skipped");
    }
}
