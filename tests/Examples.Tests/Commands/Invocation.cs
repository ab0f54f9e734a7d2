using Spectre.Console;

namespace TwinGrad.Examples.Tests;

/// <summary>Runs the program in this process.</summary>
internal static class Invocation
{
    internal static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No });
        console.Profile.Width = 120;
        var exitCode = CommandLine.Run(args, console, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
