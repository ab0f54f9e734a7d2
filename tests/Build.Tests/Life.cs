namespace TwinGrad.Tests;

/// <summary>The scenes of tests/Life, and what each prints.</summary>
internal static class Life
{
    internal const string Gradient = "tensor([2., 4., 6.])";
    internal const string Crossed = "tensor([2., 2., 2.])";

    internal static readonly string Project = DotNet.ProjectFile("tests/Life/Life.csproj");

    /// <summary>Runs a scene of the built program.</summary>
    internal static string Run(string scene)
    {
        var (exitCode, output) = DotNet.Run(AppContext.BaseDirectory, Path.Combine(AppContext.BaseDirectory, "TwinGrad.Life.dll"), scene);
        Assert.AreEqual(0, exitCode, output);
        return output.Trim();
    }
}
