using System.CommandLine;
using System.Globalization;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Runs random programs on both engines and prints what differs as C#.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    /// <summary>The most minutes to run: a year.</summary>
    private const double MostMinutes = 60 * 24 * 365;

    internal static Command Build(Option<bool> json, IAnsiConsole console)
    {
        var programs = new Option<long>("--programs") { Description = "How many programs.", DefaultValueFactory = _ => 10_000 }.Between(1, long.MaxValue);
        var seed = new Option<ulong>("--seed") { Description = "From which all programs follow.", DefaultValueFactory = _ => 1 };
        var minutes = new Option<double?>("--minutes") { Description = "After how long to stop." }.Between(0.001, MostMinutes);
        var program = new Option<long?>("--program") { Description = "The number of the one program to run again." }.Between(0, long.MaxValue);
        var findings = new Option<int>("--findings") { Description = "How many different findings to shrink to.", DefaultValueFactory = _ => 50 }.Between(0, int.MaxValue);
        var command = new Command("fuzz", "Runs random programs on both engines; what differs is shrunk and printed as a test in C#.")
        {
            programs, seed, minutes, program, findings, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(program) is not null && result.GetResult(programs) is { Implicit: false })
                result.AddError("--program runs one program, and --programs many");
        });
        // On another thread, as Ctrl+C is listened to only once the action has returned its task.
        command.SetAction((parsed, stop) => Task.Run(() => Run(
            new(parsed.GetValue(seed), parsed.GetValue(program) is null ? parsed.GetValue(programs) : 1)
            {
                First = parsed.GetValue(program) ?? 0,
                Limit = parsed.GetValue(minutes) is { } limit ? TimeSpan.FromMinutes(limit) : TimeSpan.MaxValue,
                MostFindings = parsed.GetValue(findings),
            },
            parsed.GetValue(json),
            console,
            stop), CancellationToken.None));
        return command;
    }

    private static int Run(FuzzRequest request, bool json, IAnsiConsole console, CancellationToken stop)
    {
        var run = new FuzzRun(request);
        // On a thread of its own: the progress is written on this one.
        var work = Task.Factory.StartNew(() => run.Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        if (!json && console.Profile.Out.IsTerminal)
            ShowBar(run, work, console);
        else if (!json)
            WriteLines(run, work, console.Profile.Out.Writer);
        var summary = work.GetAwaiter().GetResult();
        if (json)
            JsonReport.Write(FuzzReport.Json(summary), console.Profile.Out.Writer);
        else
            FuzzReport.Write(summary, console);
        return summary.IsClean ? NotebookCommand.Good : NotebookCommand.Different;
    }

    private static void ShowBar(FuzzRun run, Task work, IAnsiConsole console)
        => console.Progress().AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .Start(progress =>
            {
                var bar = progress.AddTask("programs", maxValue: 1);
                do
                {
                    bar.Value = run.Share;
                    bar.Description = string.Create(CultureInfo.InvariantCulture, $"{run.Completed} programs, {run.ProgramsASecond:0}/s, {run.Mismatches} mismatches");
                }
                while (!work.Wait(Glance));
            });

    private static void WriteLines(FuzzRun run, Task work, TextWriter output)
    {
        while (!work.Wait(TimeSpan.FromSeconds(10)))
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Completed} programs, {run.ProgramsASecond:0}/s, {run.Mismatches} mismatches"));
    }
}
