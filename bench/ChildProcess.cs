using System.Diagnostics;
using System.Reflection;

namespace TwinGrad.Bench;

/// <summary>How a process ended that was started to see whether it survives.</summary>
/// <param name="ExitCode">The exit status; null if it ran past its time and was stopped.</param>
/// <param name="Seconds">How long it ran.</param>
/// <param name="Output">What it printed.</param>
/// <param name="Errors">What it wrote to standard error.</param>
public sealed record ChildEnd(int? ExitCode, double Seconds, string Output, string Errors)
{
    public bool Survived => ExitCode == 0;

    /// <summary>The end in words, with the first line of what it complained about.</summary>
    public string Description => ExitCode switch
    {
        null => $"hung: stopped after {Seconds:F1} s",
        0 => Output.Trim(),
        // A death by signal is 128 + its number; Windows reports the exception code.
        139 or unchecked((int)0xC0000005) => $"died after {Seconds:F1} s: SIGSEGV. {FirstError}",
        134 or unchecked((int)0xC0000409) => $"died after {Seconds:F1} s: SIGABRT. {FirstError}",
        var code => $"failed after {Seconds:F1} s with {code}. {FirstError}",
    };

    private string FirstError
        => Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "";
}

/// <summary>Runs a program in a process of its own, so that its death is a result and not the end of the run.</summary>
public static class ChildProcess
{
    /// <summary>Runs the program whose entry point is in the assembly, and stops it when it takes longer than the limit.</summary>
    /// <remarks>Its code is optimized from the first call on: a method that waits for its second tier keeps everything alive meanwhile.</remarks>
    public static ChildEnd Run(Assembly program, TimeSpan limit, params string[] arguments)
    {
        var start = Program(program, arguments);
        start.Environment["DOTNET_TieredCompilation"] = "0";
        return Run(start, limit);
    }

    /// <summary>Runs it as users do, with .NET's own settings.</summary>
    internal static ChildEnd RunAsItComes(Assembly program, TimeSpan limit, params string[] arguments) => Run(Program(program, arguments), limit);

    /// <summary>Runs any program.</summary>
    internal static ChildEnd Run(ProcessStartInfo start, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var ended = process.WaitForExit(limit);
        var seconds = clock.Elapsed.TotalSeconds;
        if (!ended)
        {
            process.Kill();
            process.WaitForExit();
        }
        return new(ended ? process.ExitCode : null, seconds, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
    }

    private static ProcessStartInfo Program(Assembly program, string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [program.Location, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return start;
    }
}
