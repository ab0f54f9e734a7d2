using System.Diagnostics;

namespace TwinGrad.Bench.Memory;

/// <summary>A loop that keeps nothing, so that its memory should not grow.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Iteration">The body.</param>
internal sealed record MemoryLoop(string Name, Action Iteration)
{
    private const int WarmUp = 300;
    private const int SampleEvery = 20;

    internal MemoryGrowth Run(int iterations)
    {
        for (var i = 0; i < WarmUp; i++)
            Iteration();

        var start = Environment.WorkingSet;
        var collections = GC.CollectionCount(0);
        var clock = Stopwatch.StartNew();
        var peak = Peak(iterations);
        var time = clock.Elapsed;
        collections = GC.CollectionCount(0) - collections;

        // Once more: the managed heap grows to its working size only once, a leak grows on.
        var again = Environment.WorkingSet;
        return new((peak - start) / 1e6, (Peak(iterations) - again) / 1e6, collections, time.TotalMicroseconds / iterations);
    }

    private long Peak(int iterations)
    {
        var peak = Environment.WorkingSet;
        for (var i = 0; i < iterations; i++)
        {
            Iteration();
            if (i % SampleEvery == 0)
                peak = Math.Max(peak, Environment.WorkingSet);
        }
        return peak;
    }
}

/// <summary>What a loop did to the process: the growth in its first pass and in a second one; collections and time of the first.</summary>
internal readonly record struct MemoryGrowth(double FirstMegabytes, double SecondMegabytes, int Collections, double Microseconds)
{
    public override string ToString()
        => FormattableString.Invariant($"{FirstMegabytes,8:F1} {SecondMegabytes,8:F1} {Collections,8} {Microseconds,10:F1}");
}
