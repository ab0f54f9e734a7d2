using System.Globalization;
using System.Text.Json;

namespace TwinGrad.Bench.Memory;

/// <summary>Runs one loop in a process of its own, and is what runs in that process.</summary>
internal static class MemoryProcess
{
    internal const string Command = "memory-loop";

    // An error costs libtorch more than 10 ms, on a busy machine several times that, and there are 20,000.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>What the loop did to its process, or null and how that ended.</summary>
    internal static (MemoryGrowth? Growth, ChildEnd End) Run(string side, string row, int iterations)
    {
        var end = ChildProcess.Run(
            typeof(MemoryProcess).Assembly, Limit, Command, side, row, iterations.ToString(CultureInfo.InvariantCulture));
        return (end.Survived ? JsonSerializer.Deserialize<MemoryGrowth>(end.Output) : null, end);
    }

    internal static int RunHere(string[] arguments)
    {
        // Loads the libraries, which raw TorchSharp may not find by itself.
        Torch.NumThreads = 1;
        var row = MemoryRow.All.Single(row => row.Name == arguments[2]);
        var growth = MemoryLoop.Run(row.Body(arguments[1]), int.Parse(arguments[3], CultureInfo.InvariantCulture));
        Console.WriteLine(JsonSerializer.Serialize(growth));
        return 0;
    }
}
