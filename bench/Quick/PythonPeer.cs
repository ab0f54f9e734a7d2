using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace TwinGrad.Bench.Quick;

/// <summary>The same work on Python's torch, where there is one.</summary>
internal sealed record PythonPeer(string Version, IReadOnlyDictionary<string, double> Microseconds)
{
    /// <summary>Names the Python to ask; without it the usual ones are.</summary>
    private const string Variable = "TWINGRAD_PYTHON";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>Runs the script, or returns null where no Python with torch is found.</summary>
    internal static PythonPeer? Run(int rounds)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "peers", "work.py");
        string[] usual = OperatingSystem.IsWindows() ? ["python", "py"] : ["python3", "/usr/bin/python3", "python"];
        var named = Environment.GetEnvironmentVariable(Variable);
        foreach (var python in string.IsNullOrEmpty(named) ? usual : [named])
            if (Asked(python, "-c", "import torch") && Lines(python, script, rounds) is [var version, .. var rows])
                return new(version, rows.Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture)));
        return null;
    }

    /// <summary>How the report says whether there was one.</summary>
    internal static string Describe(PythonPeer? peer) => peer is null
        ? $"No Python with torch was found; {Variable} can name one."
        : $"Python's torch {peer.Version}, with the libtorch it brings, did the same work in a process of its own (`bench/peers/work.py`).";

    private static string[] Lines(string python, string script, int rounds)
    {
        var end = ChildProcess.Run(Start(python, script, rounds.ToString(CultureInfo.InvariantCulture)), Limit);
        return end.Survived
            ? end.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : throw new InvalidOperationException($"{python} {script} {end.Description}");
    }

    private static bool Asked(string python, params string[] arguments)
    {
        try
        {
            return ChildProcess.Run(Start(python, arguments), Limit).Survived;
        }
        catch (Win32Exception)
        {
            return false; // there is no such program
        }
    }

    private static ProcessStartInfo Start(string python, params string[] arguments)
        => new(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}
