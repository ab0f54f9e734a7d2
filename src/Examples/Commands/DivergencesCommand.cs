using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Writes where libtorch differs from mathematics.</summary>
internal static class DivergencesCommand
{
    internal static Command Build(Option<bool> json, IAnsiConsole console)
    {
        var output = new Option<FileInfo>("--output") { Description = "The page to write; else it is printed." };
        var command = new Command("divergences", "Runs the programs on which libtorch differs from mathematics.") { output, json };
        command.SetAction(parsed => Run(parsed.GetValue(output), parsed.GetValue(json), console));
        return command;
    }

    private static int Run(FileInfo? output, bool json, IAnsiConsole console)
    {
        if (output is not null)
            File.WriteAllText(output.FullName, DivergencePage.Write());
        if (json)
            JsonReport.Write(LibTorchDivergence.All.Select(Of), console.Profile.Out.Writer);
        else if (output is null)
            console.Profile.Out.Writer.Write(DivergencePage.Write());
        return NotebookCommand.Good;
    }

    private static JsonObject Of(LibTorchDivergence divergence)
    {
        var (op, result) = (divergence.Op, divergence.Measure());
        return new()
        {
            ["name"] = divergence.Name,
            ["title"] = op.Title,
            ["kind"] = op.Kind.ToString(),
            ["libtorch"] = result.TorchText(op),
            ["reference"] = result.ReferenceText(op),
            ["proof"] = op.Proof,
            ["witnesses"] = JsonReport.Texts(result.Witnesses),
            ["test"] = ProgramText.Test(divergence.Program, op.Kind, divergence.Name),
        };
    }
}
