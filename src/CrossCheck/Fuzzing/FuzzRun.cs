using System.Collections.Concurrent;
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

    /// <summary>How many mismatches are shrunk; of the rest only the programs' numbers are kept.</summary>
    internal int MostFindings { get; init; } = 50;
}

/// <summary>Runs random programs on several threads until there were enough, time is up or it is told to stop.</summary>
internal sealed class FuzzRun(FuzzRequest request)
{
    private readonly ProgramGenerator _generator = new(request.Catalogue);
    private readonly ConcurrentDictionary<string, FuzzFinding> _findings = new();
    private readonly ConcurrentQueue<(long, string)> _unshrunk = [];
    private readonly FuzzCounts _counts = new();
    private readonly Stopwatch _clock = new();
    private long _next = request.First;
    private int _shrunk;

    /// <summary>How many programs were judged so far.</summary>
    internal long Completed => _counts.Programs;

    /// <summary>How many were mismatches so far.</summary>
    internal long Mismatches => _counts.Of(Verdict.Differs);

    internal double ProgramsASecond => Completed / Math.Max(_clock.Elapsed.TotalSeconds, 1e-3);

    internal FuzzSummary Run(CancellationToken stop = default)
    {
        _clock.Start();
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
            Parallel.For(0, request.Threads, new() { MaxDegreeOfParallelism = request.Threads }, _ => Work(stop));
        }
        finally
        {
            Torch.NumThreads = threads;
            Torch.Warning -= Ignore;
        }
        return new(request, _clock.Elapsed, _counts, [.. _findings.Values.OrderBy(finding => finding.Number)], [.. _unshrunk.OrderBy(pair => pair.Item1)]);
    }

    private void Work(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && _clock.Elapsed < request.Limit)
        {
            var number = Interlocked.Increment(ref _next) - 1;
            if (number >= request.First + request.Programs)
                return;
            var program = _generator.Get(request.Seed, number);
            var verdict = ProgramCheck.Run(program);
            _counts.Add(program, verdict.Verdict);
            if (verdict.Verdict == Verdict.Differs)
                Find(number, program, verdict.Difference!);
        }
    }

    private void Find(long number, RandomProgram program, ProgramDifference difference)
    {
        if (Interlocked.Increment(ref _shrunk) > request.MostFindings)
        {
            _unshrunk.Enqueue((number, difference.ToString()));
            return;
        }
        var finding = FuzzFinding.Of(request.Seed, number, program, difference);
        _findings.AddOrUpdate(finding.Key, finding, (_, other) => other.Number < number ? other.Again() : finding with { Times = other.Times + 1 });
    }
}
