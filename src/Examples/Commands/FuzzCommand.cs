using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Runs random programs on both engines and prints what differs as C#.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    internal static Command Build(IAnsiConsole console)
    {
        var programs = new Option<long>("--programs") { Description = "How many programs.", DefaultValueFactory = _ => 10_000 };
        var seed = new Option<ulong>("--seed") { Description = "From which all programs follow.", DefaultValueFactory = _ => 1 };
        var minutes = new Option<double?>("--minutes") { Description = "After how long to stop." };
        var program = new Option<long?>("--program") { Description = "The number of the one program to run again." };
        var findings = new Option<int>("--findings") { Description = "How many mismatches to shrink.", DefaultValueFactory = _ => 50 };
        var command = new Command("fuzz", "Runs random programs on both engines; what differs is shrunk and printed as a test in C#.")
        {
            programs, seed, minutes, program, findings,
        };
        // On another thread, as Ctrl+C is listened to only once the action has returned its task.
        command.SetAction((parsed, stop) => Task.Run(() => Run(
            new(parsed.GetValue(seed), parsed.GetValue(program) is null ? parsed.GetValue(programs) : 1)
            {
                First = parsed.GetValue(program) ?? 0,
                Limit = parsed.GetValue(minutes) is { } limit ? TimeSpan.FromMinutes(limit) : TimeSpan.MaxValue,
                MostFindings = parsed.GetValue(findings),
            },
            console,
            stop), CancellationToken.None));
        return command;
    }

    private static int Run(FuzzRequest request, IAnsiConsole console, CancellationToken stop)
    {
        var run = new FuzzRun(request);
        // On a thread of its own: the progress is written on this one.
        var work = Task.Factory.StartNew(() => run.Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (console.Profile.Out.IsTerminal)
            ShowBar(run, request, work, console);
        else
            WriteLines(run, work, console.Profile.Out.Writer);
        var summary = work.GetAwaiter().GetResult();
        Write(summary, console);
        return summary.IsClean ? NotebookCommand.Good : NotebookCommand.Different;
    }

    private static void ShowBar(FuzzRun run, FuzzRequest request, Task work, IAnsiConsole console)
        => console.Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var bar = progress.AddTask("programs", maxValue: request.Programs);
                do
                {
                    bar.Value = run.Completed;
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{run.ProgramsASecond:0} programs/s, {run.Mismatches} mismatches");
                }
                while (!work.Wait(Glance));
            });

    private static void WriteLines(FuzzRun run, Task work, TextWriter output)
    {
        while (!work.Wait(TimeSpan.FromSeconds(10)))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Completed} programs, {run.ProgramsASecond:0}/s, {run.Mismatches} mismatches"));
    }

    private static void Write(FuzzSummary summary, IAnsiConsole console)
    {
        var output = console.Profile.Out.Writer;
        foreach (var finding in summary.Findings)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MISMATCH, {finding.Times} times\n{finding.Report}"));
        foreach (var (number, difference) in summary.Unshrunk)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"MISMATCH in program {number}, not shrunk: {difference}"));

        var counts = summary.Counts;
        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("what", "how many");
        Row("programs", $"{counts.Programs:N0} in {summary.Elapsed.TotalSeconds:0.0} s, {summary.ProgramsASecond:0} a second");
        Row("nodes", $"{counts.Nodes:N0}");
        Row("entries", $"{counts.Reached.Count} of {Catalogue.Entries.Count} reached");
        foreach (var group in summary.Request.Catalogue.Skipped.GroupBy(skipped => skipped.Reason))
            Row("left out", $"{group.Count()}: {group.Key} ({string.Join(", ", group.Take(4).Select(skipped => skipped.Entry))}{(group.Count() > 4 ? ", ..." : "")})");
        Row("agree", $"{counts.Of(Verdict.Agrees):N0}");
        Row("agree as far as they are determined", $"{counts.Of(Verdict.AgreesAsConditioned):N0}");
        Row("ill-conditioned", $"{counts.Of(Verdict.IllConditioned):N0}");
        Row("refused, in the same words", $"{counts.Of(Verdict.RefusedAlike):N0}");
        Row("mismatches", $"{counts.Of(Verdict.Differs):N0}, {summary.Findings.Count} different ones");
        console.Write(table);

        void Row(string what, FormattableString answer) => table.AddRow(new Text(what), new Text(answer.ToString(CultureInfo.InvariantCulture)));
    }
}
