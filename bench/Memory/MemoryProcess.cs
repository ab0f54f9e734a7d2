using System.Globalization;

namespace TwinGrad.Bench.Memory;

/// <summary>Runs one loop in a process of its own, and is what runs in that process.</summary>
internal static class MemoryProcess
{
    internal const string Command = "memory-loop";

    // An error costs libtorch more than 10 ms.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    internal static ChildEnd Run(string side, string loop, int iterations)
        => ChildProcess.Run(
            typeof(MemoryProcess).Assembly, Limit, Command, side, loop, iterations.ToString(CultureInfo.InvariantCulture));

    internal static int RunHere(string[] arguments)
    {
        // Loads the libraries, which raw TorchSharp may not find by itself.
        Torch.NumThreads = 1;
        var loop = Loops(arguments[1]).Single(loop => loop.Name == arguments[2]);
        Console.WriteLine(loop.Run(int.Parse(arguments[3], CultureInfo.InvariantCulture)));
        return 0;
    }

    internal static IReadOnlyList<MemoryLoop> Loops(string side) => side == Sides.Raw ? RawLoops.All : WrapperLoops.All;
}
