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
/// <param name="Request">What was asked for.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Counts">What became of the programs.</param>
/// <param name="Findings">The different mismatches, shrunk, by the number of the program.</param>
/// <param name="Unshrunk">The other mismatches, the most frequent first.</param>
internal sealed record FuzzSummary(
    FuzzRequest Request, TimeSpan Elapsed, FuzzCounts Counts, IReadOnlyList<FuzzFinding> Findings, IReadOnlyList<UnshrunkGroup> Unshrunk)
{
    internal bool IsClean => Counts.Of(Verdict.Differs) == 0;

    internal double ProgramsASecond => Counts.Programs / Elapsed.TotalSeconds;

    /// <summary>A run's summary; what was not shrunk and has the operators of a finding is counted with it.</summary>
    internal static FuzzSummary Of(
        FuzzRequest request, TimeSpan elapsed, FuzzCounts counts, IEnumerable<FuzzFinding> findings, IReadOnlyList<UnshrunkMismatch> unshrunk)
    {
        var byNumber = findings.OrderBy(finding => finding.Number).ToList();
        var rest = new List<UnshrunkMismatch>();
        foreach (var mismatch in unshrunk)
        {
            var place = byNumber.FindIndex(finding => finding.MayExplain(mismatch.Program, mismatch.Difference));
            if (place < 0)
                rest.Add(mismatch);
            else
                byNumber[place] = byNumber[place] with { Alike = byNumber[place].Alike + 1 };
        }
        return new(
            request, elapsed, counts, byNumber,
            [.. rest.GroupBy(mismatch => mismatch.Key).Select(UnshrunkGroup.Of).OrderByDescending(group => group.Programs.Count).ThenBy(group => group.Programs[0])]);
    }
}

/// <summary>A program that differs and was not shrunk.</summary>
internal sealed record UnshrunkMismatch(long Number, RandomProgram Program, ProgramDifference Difference)
{
    /// <summary>In what it differs, and its operators, each once: there may be forty steps.</summary>
    internal string Key => $"{Difference.Kind}: {string.Join(", ", Program.Operators.Distinct().Order(StringComparer.Ordinal))}";
}

/// <summary>Mismatches of one kind and of the same operators.</summary>
/// <param name="Key">In what they differ, and their operators.</param>
/// <param name="Programs">Their numbers, the smallest first.</param>
/// <param name="Difference">What differs in the first.</param>
internal sealed record UnshrunkGroup(string Key, IReadOnlyList<long> Programs, ProgramDifference Difference)
{
    internal static UnshrunkGroup Of(IGrouping<string, UnshrunkMismatch> mismatches)
    {
        var byNumber = mismatches.OrderBy(mismatch => mismatch.Number).ToList();
        return new(mismatches.Key, byNumber.ConvertAll(mismatch => mismatch.Number), byNumber[0].Difference);
    }
}
