using System.Diagnostics;
using System.Text.Json;

namespace TwinGrad.Tests;

/// <summary>Runs the dotnet command, as a shell of its own would.</summary>
internal static class DotNet
{
    internal static readonly string Repository = FindRepository();

    internal static string ProjectFile(string name) => Path.Combine(Repository, name);

    /// <summary>Evaluates a project, builds nothing, and returns what was asked for as JSON.</summary>
    internal static JsonElement Evaluate(string project, params string[] arguments)
    {
        var (exitCode, output) = Run(Repository, ["msbuild", project, .. arguments]);
        Assert.AreEqual(0, exitCode, output);
        return JsonDocument.Parse(output).RootElement;
    }

    internal static (int ExitCode, string Output) Run(string folder, params string[] arguments) => Start("dotnet", folder, arguments);

    internal static (int ExitCode, string Output) Start(string program, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The settings of the build that runs this test are not the settings of the one it starts.
        foreach (var name in start.Environment.Keys.Where(IsOfTheRunningBuild).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private static bool IsOfTheRunningBuild(string name)
        => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "LibTorch" or "RuntimeIdentifier" or LongTest.Variable;

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent ?? throw new InvalidOperationException($"no repository around {AppContext.BaseDirectory}");
        return folder.FullName;
    }
}
