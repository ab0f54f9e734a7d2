using System.CommandLine;
using System.CommandLine.Parsing;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>The program's commands and options.</summary>
internal static class CommandLine
{
    /// <summary>The request could not be carried out: unknown words, no such device, no libtorch.</summary>
    internal const int Unusable = 2;

    internal static int Run(string[] args, IAnsiConsole console, TextWriter error)
    {
        var request = Build(console).Parse(args);
        if (Misplaced(request) is { } misplaced)
        {
            error.WriteLine(misplaced);
            return Unusable;
        }
        try
        {
            var exitCode = request.Invoke(new()
            {
                Output = console.Profile.Out.Writer,
                Error = error,
                EnableDefaultExceptionHandler = false,
                // A long command that is stopped still writes what it has found.
                ProcessTerminationTimeout = TimeSpan.FromMinutes(1),
            });
            return request.Errors.Count > 0 ? Unusable : exitCode;
        }
        catch (Exception problem) when (problem is UsageException or ITorchException or LibTorchLoadException or IOException or UnauthorizedAccessException)
        {
            error.WriteLine(problem.Message);
            return Unusable;
        }
    }

    /// <summary>An option that the notebook has and the command that follows it has not: it would be accepted and mean nothing.</summary>
    private static string? Misplaced(ParseResult request)
    {
        var command = request.CommandResult.Command;
        var option = request.RootCommandResult.Children.OfType<OptionResult>().FirstOrDefault(
            result => !result.Implicit && command is not RootCommand && !command.Options.Contains(result.Option));
        return option is null ? null : $"'{command.Name}' has no option {option.Option.Name}";
    }

    private static RootCommand Build(IAnsiConsole console)
    {
        var json = new Option<bool>("--json") { Description = "JSON for machines: an object a cell, or the whole report." };
        var page = new Option<FileInfo>("--report") { Description = "A page to write for the browser: failures first, distances as a plot." };
        var device = new Option<Device>("--device")
        {
            Description = "Where libtorch computes: cpu, cuda, cuda:N or auto.",
            DefaultValueFactory = _ => Device.Cpu,
            CustomParser = ParseDevice,
        };
        var names = new Argument<string[]>("NAME") { HelpName = "SECTION", Description = "Sections of the notebook.", Arity = ArgumentArity.OneOrMore };
        names.AcceptOnlyFromAmong([.. NotebookSection.All.Select(section => section.Name)]);

        var root = new RootCommand("The autograd notebook in C#, on libtorch and on the reference engine.") { json, device, page };
        root.SetAction(parsed => NotebookCommand.Run([], parsed.GetValue(device)!, parsed.GetValue(json), parsed.GetValue(page), console));

        var run = new Command("run", "Runs sections of the notebook.") { names, json, device, page };
        run.SetAction(parsed => NotebookCommand.Run(
            parsed.GetValue(names)!, parsed.GetValue(device)!, parsed.GetValue(json), parsed.GetValue(page), console));
        root.Add(run);

        var list = new Command("list", "Lists the sections of the notebook.") { json };
        list.SetAction(parsed => NotebookCommand.List(parsed.GetValue(json), console));
        root.Add(list);

        var doctor = new Command("doctor", "Says which native libraries run, from where, and what they can do here.") { json };
        doctor.SetAction(parsed => DoctorCommand.Run(parsed.GetValue(json), console));
        root.Add(doctor);

        root.Add(ParityCommand.Build(json, page, console));
        root.Add(CheckCommand.Build(json, page, console));
        root.Add(GraphCommand.Build(console));
        root.Add(FuzzCommand.Build(json, console));
        root.Add(DivergencesCommand.Build(json, console));
        root.Add(TrainCommand.Build(json, console));
        return root;
    }

    internal static Device ParseDevice(ArgumentResult result)
    {
        try
        {
            return Device.Parse(result.Tokens[0].Value);
        }
        catch (TorchArgumentException problem)
        {
            result.AddError($"{problem.Message}; use cpu, cuda, cuda:N or auto");
            return Device.Cpu;
        }
    }
}
