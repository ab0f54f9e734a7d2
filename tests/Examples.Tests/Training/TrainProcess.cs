using System.Diagnostics;

namespace TwinGrad.Examples.Tests;

/// <summary>A training in a process of its own, which can be killed.</summary>
internal sealed class TrainProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    internal TrainProcess(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "train", .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether it comes to its end by itself before a time is over.</summary>
    internal bool EndsWithin(TimeSpan time) => _process.WaitForExit(time);

    /// <summary>Kills it at once, as <c>kill -9</c> does, unless it ends by itself before.</summary>
    /// <returns>Whether it was killed.</returns>
    internal bool KillAfter(TimeSpan delay)
    {
        if (EndsWithin(delay))
            return false;
        _process.Kill();
        _process.WaitForExit();
        return true;
    }

    /// <summary>Asks it to stop, as Ctrl+C does.</summary>
    internal void Interrupt()
    {
        using var kill = Process.Start("kill", ["-INT", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    internal (int ExitCode, string Output, string Error) End()
    {
        Assert.IsTrue(_process.WaitForExit(TimeSpan.FromMinutes(5)), "the training does not end");
        return (_process.ExitCode, _output.Result, _error.Result);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }
}
