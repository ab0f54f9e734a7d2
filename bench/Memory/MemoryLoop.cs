using System.Diagnostics;

namespace TwinGrad.Bench.Memory;

/// <summary>Measures by how much a process grows that runs a loop which keeps nothing.</summary>
internal static class MemoryLoop
{
    private const int WarmUp = 300;
    private const int SampleEvery = 20;

    /// <summary>The highest resident memory during so many iterations, above that at their start; then during as many again.</summary>
    internal static MemoryGrowth Run(Action iteration, int iterations)
    {
        for (var i = 0; i < WarmUp; i++)
            iteration();
        GrowManagedHeap();

        var start = Environment.WorkingSet;
        var collections = GC.CollectionCount(0);
        var clock = Stopwatch.StartNew();
        var growth = Peak(iteration, iterations) - start;
        var time = clock.Elapsed;
        collections = GC.CollectionCount(0) - collections;

        // Once more: what only settles stays, a leak grows on.
        start = Environment.WorkingSet;
        return new(growth / 1e6, (Peak(iteration, iterations) - start) / 1e6, collections, time.TotalMicroseconds / iterations);
    }

    /// <summary>
    /// Allocates until the collector has run. Before that the managed heap of any program grows, by garbage, to a size that .NET
    /// takes from the processor's cache; it is the machine's, not the loop's.
    /// </summary>
    private static void GrowManagedHeap()
    {
        for (var collections = GC.CollectionCount(0); GC.CollectionCount(0) == collections;)
            GC.KeepAlive(new byte[1000]);
    }

    private static long Peak(Action iteration, int iterations)
    {
        var peak = Environment.WorkingSet;
        for (var i = 0; i < iterations; i++)
        {
            iteration();
            if (i % SampleEvery == 0)
                peak = Math.Max(peak, Environment.WorkingSet);
        }
        return peak;
    }
}

/// <summary>What a loop did to its process.</summary>
/// <param name="Megabytes">The growth of the resident memory.</param>
/// <param name="AgainMegabytes">The growth in a second pass.</param>
/// <param name="Collections">How often the collector ran in the first pass.</param>
/// <param name="Microseconds">How long an iteration of the first pass took.</param>
internal sealed record MemoryGrowth(double Megabytes, double AgainMegabytes, int Collections, double Microseconds);
