using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Runs random programs on both engines and prints what differs as C#.</summary>
internal static class FuzzCommand
{
    internal static Command Build(IAnsiConsole console)
    {
        var programs = new Option<long>("--programs") { Description = "How many programs.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<ulong>("--seed") { Description = "From which all programs follow.", DefaultValueFactory = _ => 1 };
        var minutes = new Option<double?>("--minutes") { Description = "After how long to stop." };
        var only = new Option<long?>("--program") { Description = "The number of the one program to run again." };
        var findings = new Option<int>("--findings") { Description = "How many mismatches to shrink.", DefaultValueFactory = _ => 50 };
        var command = new Command("fuzz", "Runs random programs on both engines; what differs is shrunk and printed as C#.") { programs, seed, minutes, only, findings };
        command.SetAction((parsed, stop) => Task.FromResult(Run(
            new(parsed.GetValue(seed), parsed.GetValue(only) is null ? parsed.GetValue(programs) : 1)
            {
                MostFindings = parsed.GetValue(findings),
                First = parsed.GetValue(only) ?? 0,
                Limit = parsed.GetValue(minutes) is { } limit ? TimeSpan.FromMinutes(limit) : TimeSpan.MaxValue,
            },
            console,
            stop)));
        return command;
    }

    private static int Run(FuzzRequest request, IAnsiConsole console, CancellationToken stop)
    {
        var run = new FuzzRun(request);
        var summary = run.Run(stop);
        foreach (var finding in summary.Findings)
            console.Profile.Out.Writer.WriteLine($"{finding.Number} x{finding.Times} {finding.Key}\n  {finding.Difference}\n  {finding.Smallest}\n");
        foreach (var (number, difference) in summary.Unshrunk)
            console.Profile.Out.Writer.WriteLine($"{number} {difference}");
        console.Profile.Out.Writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Counts.Programs} programs, {summary.Counts.Nodes} nodes, {summary.ProgramsASecond:0}/s, reached {summary.Counts.Reached.Count}"));
        foreach (var verdict in Enum.GetValues<Verdict>())
            console.Profile.Out.Writer.WriteLine($"{verdict}: {summary.Counts.Of(verdict)}");
        return summary.IsClean ? NotebookCommand.Good : NotebookCommand.Different;
    }
}
