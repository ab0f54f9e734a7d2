using System.Diagnostics;

namespace TwinGrad.Examples.Tests;

/// <summary>A machine on which libtorch can't be loaded: the program runs in a process of its own, with a folder that is not there.</summary>
[TestClass]
public sealed class NoLibTorchTests
{
    [TestMethod]
    [DataRow("run", "vector")]
    [DataRow("doctor")]
    public void Says_what_is_missing_and_exits_with_2(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TWINGRAD_LIBTORCH"] = Path.Combine(Path.GetTempPath(), "no such folder") },
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var error = program.StandardError.ReadToEnd();
        Assert.IsTrue(program.WaitForExit(TimeSpan.FromMinutes(1)));

        Assert.AreEqual(2, program.ExitCode, error);
        Assert.Contains("no such folder", error);
        Assert.DoesNotContain("Unhandled exception", error);
        Assert.AreEqual("", output.Result);
    }
}
