using System.Reflection;

namespace TwinGrad.Bench.Start;

/// <summary>From the start of a process to its first gradient, and to its end.</summary>
internal static class StartComparison
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    internal static ComparisonGroup Group() => new("Whole processes", "TwinGrad", "raw",
    [
        new("process start to first gradient", () => Run(Sides.Wrapper), () => Run(Sides.Raw, [.. Torch.LibTorch.LoadedFiles]))
        {
            Goal = new(Ratio: 1.05),
        },
    ]);

    private static void Run(string side, params string[] libraries)
    {
        var end = ChildProcess.RunAsItComes(Assembly.GetExecutingAssembly(), Limit, [FirstGradient.Command, side, .. libraries]);
        if (end.Output.Trim() != "6")
            throw new InvalidOperationException($"the gradient of x^2 at 3 is 6: {end.Description}");
    }
}
