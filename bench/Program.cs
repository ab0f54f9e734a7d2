using System.CommandLine;
using TwinGrad.Bench.Full;
using TwinGrad.Bench.Gate;
using TwinGrad.Bench.Memory;
using TwinGrad.Bench.Quick;
using TwinGrad.Bench.Races;
using TwinGrad.Bench.Start;

namespace TwinGrad.Bench;

internal static class Program
{
    private static readonly Option<string> Only = new("--only") { Description = "Those whose name it is, or holds it." };

    private static readonly Option<FileInfo> Report = new("--report") { Description = "A file to write the report to." };

    private static int Main(string[] arguments) => arguments.FirstOrDefault() switch
    {
        // What a process of its own runs is told by the one that starts it.
        FirstGradient.Command => FirstGradient.RunHere(arguments),
        RaceProcess.Command => RaceProcess.RunHere(arguments),
        MemoryProcess.Command => MemoryProcess.RunHere(arguments),
        _ => new RootCommand("This library beside raw TorchSharp.") { Quick(), Full(), Gate(), Races(), Memory() }.Parse(arguments).Invoke(),
    };

    private static Command Quick()
    {
        var rounds = Number("--rounds", 61, "How many batches of each.");
        return Command("quick", "Time and bytes per operation beside raw TorchSharp, against the goals.", [rounds, Only, Report], parsed
            => QuickReport.Run(parsed.GetValue(rounds), parsed.GetValue(Only), parsed.GetValue(Report)?.FullName));
    }

    private static Command Full() => Command("full", "The same by BenchmarkDotNet, which tells more and takes longer: a quarter of an hour for all.", [Only], parsed
        => FullReport.Run(parsed.GetValue(Only)));

    private static Command Gate()
    {
        var rounds = Number("--rounds", 61, "How many batches of each.");
        return Command("gate", "What direct native calls cost beside a gate over TorchSharp's tensors.", [rounds, Report], parsed
            => GateReport.Run(parsed.GetValue(rounds), parsed.GetValue(Report)?.FullName));
    }

    private static Command Races()
    {
        var (side, seconds) = (Side(), Number("--seconds", 20, "How long each runs."));
        var command = Command("races", "Loops that a lost tensor kills, each in a process of its own.", [seconds, Only], parsed
            => RaceReport.Run(parsed.GetValue(side), parsed.GetValue(seconds), parsed.GetValue(Only)));
        command.Arguments.Add(side);
        return command;
    }

    private static Command Memory()
    {
        var (side, iterations) = (Side(), Number("--iterations", 10_000, "How often each runs."));
        var command = Command(
            "memory", "Growth of the resident memory, each loop in a process of its own, against the goals; ends with 1 where one is missed.",
            [iterations, Only, Report], parsed
            => MemoryReport.Run(parsed.GetValue(side), parsed.GetValue(iterations), parsed.GetValue(Only), parsed.GetValue(Report)?.FullName));
        command.Arguments.Add(side);
        return command;
    }

    private static Command Command(string name, string description, Option[] options, Func<ParseResult, int> run)
    {
        var command = new Command(name, description);
        foreach (var option in options)
            command.Options.Add(option);
        command.SetAction(run);
        return command;
    }

    private static Option<int> Number(string name, int otherwise, string description)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => otherwise };
        option.Validators.Add(result =>
        {
            if (result.GetValue(option) < 1)
                result.AddError($"{name} must be at least 1");
        });
        return option;
    }

    /// <summary>wrapper, raw, or neither for both.</summary>
    private static Argument<string?> Side()
    {
        var side = new Argument<string?>("SIDE") { Description = "Which side alone.", Arity = ArgumentArity.ZeroOrOne };
        side.AcceptOnlyFromAmong(Sides.Wrapper, Sides.Raw);
        return side;
    }
}
