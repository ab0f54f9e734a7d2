using Spectre.Console;
using TwinGrad.Examples;

// A pipe has no width; its reader wants whole lines.
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = 120;
return CommandLine.Run(args, AnsiConsole.Console, Console.Error);
