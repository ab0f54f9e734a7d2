using System.Globalization;
using System.Text.Json;
using TwinGrad.Bench;

namespace TwinGrad.Fuzz.Running;

/// <summary>What to run.</summary>
/// <param name="Seed">From which all programs follow.</param>
/// <param name="Calls">How many calls to make at least.</param>
/// <param name="Plant">A defect to add to the library, for tests of the run itself.</param>
/// <param name="Limit">How long one process may take.</param>
/// <param name="Deaths">After how many dead processes enough is known.</param>
internal sealed record FuzzRequest(ulong Seed, int Calls, string? Plant = null, TimeSpan? Limit = null, int Deaths = 3)
{
    /// <summary>What a child process is to be told of it.</summary>
    internal IEnumerable<string> Arguments
        => ["--seed", Seed.ToString(CultureInfo.InvariantCulture), .. Plant is null ? Array.Empty<string>() : ["--plant", Plant]];
}

/// <summary>Runs random programs in child processes, so that one that dies is a result.</summary>
internal sealed class FuzzRun(FuzzRequest request)
{
    internal const string ChildCommand = "child";

    private const int CallsInAProcess = 5000;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(180);

    private readonly Report _report = new(request);

    /// <summary>Runs until enough calls were made or enough processes died.</summary>
    internal Report Run()
    {
        var first = 0u;
        while (_report.Calls < request.Calls && _report.Deaths.Count < request.Deaths)
        {
            var calls = Math.Min(CallsInAProcess, request.Calls - _report.Calls);
            first = RunBatch(first, calls) + 1;
        }
        return _report;
    }

    /// <summary>Runs one process and returns the number of its last program.</summary>
    private uint RunBatch(uint first, int calls)
    {
        var (end, journal) = Child("--first", Text(first), "--calls", Text(calls));
        if (end.ExitCode == 0)
        {
            _report.Add(JsonSerializer.Deserialize<BatchResult>(end.Output)!);
            return journal.Program!.Value;
        }
        if (journal.Program is not { } program)
            throw new InvalidOperationException($"a process ended before its first call: {end.Description}\n{end.Errors}");
        _report.Add(journal.Calls, new(program, end.Description, journal.Lines, end.ExitCode is null ? null : Shrunk(program)));
        return program;
    }

    /// <summary>The fewest calls of a program that kill a fresh process; null if all of them don't.</summary>
    private IReadOnlyList<int>? Shrunk(uint program)
    {
        var all = Enumerable.Range(0, Batch.LengthOf(request.Seed, program, request.Plant)).ToArray();
        return Dies(all) ? Shrinker.Shrink(all.Length, Dies) : null;

        bool Dies(IReadOnlyList<int> steps)
            => Child("--program", Text(program), "--steps", string.Join(',', steps)).End.ExitCode is not 0;
    }

    private (ChildEnd End, JournalEnd Journal) Child(params string[] arguments)
    {
        var journal = Path.GetTempFileName();
        try
        {
            var end = ChildProcess.Run(
                typeof(FuzzRun).Assembly, request.Limit ?? Limit, [ChildCommand, .. request.Arguments, "--journal", journal, .. arguments]);
            return (end, JournalEnd.Read(journal));
        }
        finally
        {
            File.Delete(journal);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
