namespace TwinGrad;

/// <summary>What programs were run and what became of them, counted by all threads.</summary>
internal sealed class FuzzCounts
{
    private readonly Lock _lock = new();
    private readonly long[] _verdicts = new long[Enum.GetValues<Verdict>().Length];
    private readonly HashSet<CatalogueEntry> _reached = [];

    internal long Programs
    {
        get
        {
            lock (_lock)
                return _verdicts.Sum();
        }
    }

    internal long Nodes { get; private set; }

    /// <summary>The entries that ran in some program.</summary>
    internal IReadOnlySet<CatalogueEntry> Reached => _reached;

    internal long Of(Verdict verdict)
    {
        lock (_lock)
            return _verdicts[(int)verdict];
    }

    internal void Add(RandomProgram program, Verdict verdict)
    {
        lock (_lock)
        {
            _verdicts[(int)verdict]++;
            Nodes += program.Nodes;
            _reached.UnionWith(program.Entries);
        }
    }
}

/// <summary>What a run found.</summary>
internal sealed record FuzzSummary(FuzzRequest Request, TimeSpan Elapsed, FuzzCounts Counts, IReadOnlyList<FuzzFinding> Findings, IReadOnlyList<(long Number, string Difference)> Unshrunk)
{
    internal bool IsClean => Counts.Of(Verdict.Differs) == 0;

    internal double ProgramsASecond => Counts.Programs / Elapsed.TotalSeconds;
}
