using System.Text.Json;
using TwinGrad.Bench;

namespace TwinGrad.Conformance;

/// <summary>Plays one case in a process of its own, so that its death or its hanging is an outcome and not the end of the run.</summary>
public static class CaseProcess
{
    /// <summary>The hidden command that plays a case.</summary>
    public const string Command = "case";

    /// <summary>What the case came to on each of the engines.</summary>
    public static IReadOnlyList<EngineOutcome> Run(string kind, string path, string id, IReadOnlyList<string> engines, TimeSpan limit)
    {
        var end = ChildProcess.Run(typeof(CaseProcess).Assembly, limit, Command, kind, path, id);
        return Outcomes(end, engines);
    }

    /// <summary>Plays a case here and writes what it came to on each engine, one JSON line as soon as it is known.</summary>
    public static int RunHere(ICasePlayer player, string path, string id, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(player);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var outcome in player.Play(path, id))
        {
            output.WriteLine(JsonSerializer.Serialize(outcome));
            output.Flush();
        }
        return ReplayRunner.Success;
    }

    /// <summary>What the process told, in the engines' order; the first engine that it did not speak of is the one it ended with.</summary>
    internal static IReadOnlyList<EngineOutcome> Outcomes(ChildEnd end, IReadOnlyList<string> engines)
    {
        var told = end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read).OfType<EngineOutcome>().ToList();
        if (end.Survived && told.Count == engines.Count)
            return told;
        // All have answered and the process dies all the same: at its exit, which is the last one's doing too.
        var last = Math.Min(told.Count, engines.Count - 1);
        var how = end.Survived ? $"ended without an answer: {end.Description}" : end.Description;
        return
        [
            .. told.Take(last),
            new(engines[last], CaseOutcome.Died(how)),
            .. engines.Skip(last + 1).Select(engine => new EngineOutcome(engine, CaseOutcome.Skipped("the process died before"))),
        ];
    }

    /// <summary>The outcome on a line, or null where a dying process printed something else or half a line.</summary>
    private static EngineOutcome? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<EngineOutcome>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
