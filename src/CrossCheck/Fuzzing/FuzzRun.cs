using System.Diagnostics;

namespace TwinGrad;

/// <summary>What to run.</summary>
/// <param name="Seed">From which all programs follow.</param>
/// <param name="Programs">How many programs.</param>
internal sealed record FuzzRequest(ulong Seed, long Programs)
{
    /// <summary>The number of the first program.</summary>
    internal long First { get; init; }

    /// <summary>How long to run at most.</summary>
    internal TimeSpan Limit { get; init; } = TimeSpan.MaxValue;

    /// <summary>On how many threads.</summary>
    internal int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>What programs are made of.</summary>
    internal FuzzCatalogue Catalogue { get; init; } = FuzzCatalogue.All;

    /// <summary>How many different findings are shrunk to; of the rest only the programs' numbers are kept.</summary>
    internal int MostFindings { get; init; } = 50;
}

/// <summary>Runs random programs on several threads until there were enough, time is up or it is told to stop.</summary>
/// <remarks>
/// A fault that many programs run into would take all the time if each were shrunk. Half of the time of all threads is for shrinking at most, and an
/// eighth for programs that have the operators of a finding already: these may hide another fault, which shows elsewhere without them.
/// </remarks>
internal sealed class FuzzRun(FuzzRequest request)
{
    /// <summary>How long a thread may shrink however short the run was so far.</summary>
    private static readonly TimeSpan AnyTime = TimeSpan.FromSeconds(5);

    /// <summary>How long what is being shrunk when time is up may still become smaller.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly ProgramGenerator _generator = new(request.Catalogue);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FuzzFinding> _findings = [];
    private readonly List<UnshrunkMismatch> _unshrunk = [];
    private readonly FuzzCounts _counts = new();
    private readonly Stopwatch _clock = new();
    private long _taken;
    private TimeSpan _shrinking;

    /// <summary>How many programs were judged so far.</summary>
    internal long Completed => _counts.Programs;

    /// <summary>How many were mismatches so far.</summary>
    internal long Mismatches => _counts.Of(Verdict.Differs);

    internal double ProgramsASecond => Completed / Math.Max(_clock.Elapsed.TotalSeconds, 1e-3);

    /// <summary>How much of the run is done, from 0 to 1: of the programs or of the time, whichever will end it.</summary>
    internal double Share => Math.Min(1, Math.Max((double)Completed / request.Programs, _clock.Elapsed / request.Limit));

    internal FuzzSummary Run(CancellationToken stop = default)
    {
        _clock.Start();
        using var shrinking = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (request.Limit < TimeSpan.MaxValue - Grace)
            shrinking.CancelAfter(request.Limit + Grace);
        // Deprecated operators are among the catalogue's; PyTorch's advice against them is not for the reader here.
        static void Ignore(string warning)
        {
        }
        Torch.Warning += Ignore;
        var threads = Torch.NumThreads;
        // Tensors are small: libtorch's own threads would only be in the way of ours.
        Torch.NumThreads = 1;
        try
        {
            Parallel.For(0, request.Threads, new() { MaxDegreeOfParallelism = request.Threads }, _ => Work(stop, shrinking.Token));
        }
        finally
        {
            Torch.NumThreads = threads;
            Torch.Warning -= Ignore;
        }
        return FuzzSummary.Of(request, _clock.Elapsed, _counts, _findings.Values, _unshrunk);
    }

    private void Work(CancellationToken stop, CancellationToken shrinking)
    {
        while (!stop.IsCancellationRequested && _clock.Elapsed < request.Limit)
        {
            // Counted from 0, as the number of the first program may be the largest there is.
            var taken = Interlocked.Increment(ref _taken) - 1;
            if (taken >= request.Programs)
                return;
            var number = request.First + taken;
            var program = _generator.Get(request.Seed, number);
            var verdict = ProgramCheck.Run(program);
            _counts.Add(program, verdict.Verdict);
            if (verdict.Verdict == Verdict.Differs)
                Find(number, program, verdict.Difference!, shrinking);
        }
    }

    private void Find(long number, RandomProgram program, ProgramDifference difference, CancellationToken stop)
    {
        lock (_lock)
        {
            if (!MayShrink(program, difference))
            {
                _unshrunk.Add(new(number, program, difference));
                return;
            }
        }
        var start = Stopwatch.GetTimestamp();
        var finding = FuzzFinding.Of(request.Seed, number, program, difference, stop);
        lock (_lock)
        {
            _shrinking += Stopwatch.GetElapsedTime(start);
            if (_findings.TryGetValue(finding.Key, out var same))
                _findings[finding.Key] = same.With(finding);
            else if (_findings.Count < request.MostFindings)
                _findings.Add(finding.Key, finding);
            else
                _unshrunk.Add(new(number, program, difference));
        }
    }

    private bool MayShrink(RandomProgram program, ProgramDifference difference)
    {
        if (_findings.Count >= request.MostFindings)
            return false;
        var share = _findings.Values.Any(finding => finding.MayExplain(program, difference)) ? 1.0 / 8 : 1.0 / 2;
        return _shrinking <= request.Threads * (AnyTime + share * _clock.Elapsed);
    }
}
