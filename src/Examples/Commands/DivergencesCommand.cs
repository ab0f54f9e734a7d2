using System.CommandLine;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Writes where libtorch differs from mathematics.</summary>
internal static class DivergencesCommand
{
    internal static Command Build(IAnsiConsole console)
    {
        var output = new Option<FileInfo>("--output") { Description = "The page to write; else it is printed." };
        var command = new Command("divergences", "Runs the programs on which libtorch differs from mathematics.") { output };
        command.SetAction(parsed => Run(parsed.GetValue(output), console));
        return command;
    }

    private static int Run(FileInfo? output, IAnsiConsole console)
    {
        var page = DivergencePage.Write();
        if (output is null)
            console.Profile.Out.Writer.Write(page);
        else
            File.WriteAllText(output.FullName, page);
        return NotebookCommand.Good;
    }
}
