using System.Diagnostics;

namespace TwinGrad.Bench;

/// <summary>Times pieces of code in turns, so that whatever else the machine does befalls all of them.</summary>
internal static class Turns
{
    // Shorter than what a scheduler gives another process, so that most batches are undisturbed and the median is.
    internal const double BatchMicroseconds = 1_000;

    // Whole processes and long graphs get fewer rounds, so that a table stays a matter of minutes.
    private const double MostMicroseconds = 2_500_000;
    private const int FewestRounds = 9;

    internal static readonly TimeSpan UsualWarmUp = TimeSpan.FromMilliseconds(250);

    /// <summary>The median microseconds of each, over so many short batches, of long work over fewer.</summary>
    internal static double[] Medians(IReadOnlyList<Action> bodies, int rounds) => [.. Times(bodies, rounds, UsualWarmUp).Select(Median)];

    /// <summary>Both sides of a comparison, with the median of the ratios of neighbouring batches.</summary>
    internal static Measurement Compare(Comparison comparison, int rounds)
    {
        if (comparison.Theirs is not { } their)
            return new(Medians([comparison.Ours], rounds)[0], null, null, Bytes(comparison.Ours), null);
        var times = Times([comparison.Ours, their], rounds, comparison.WarmUp);
        var ratio = Median(times[0].Zip(times[1], (ours, theirs) => ours / theirs));
        return new(Median(times[0]), Median(times[1]), ratio, Bytes(comparison.Ours), Bytes(their));
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    private static double[][] Times(IReadOnlyList<Action> bodies, int rounds, TimeSpan warmUp)
    {
        var counts = bodies.Select(body => Calibrate(body, warmUp)).ToArray();
        var slowest = bodies.Zip(counts, (body, count) => Time(body, count) * count).Max();
        rounds = (int)Math.Clamp(MostMicroseconds / slowest, Math.Min(FewestRounds, rounds), rounds);
        var times = bodies.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            // Each round starts with another body, so that none always comes after the same neighbour.
            for (var i = 0; i < bodies.Count; i++)
            {
                var turn = (round + i) % bodies.Count;
                times[turn][round] = Time(bodies[turn], counts[turn]);
            }
        }
        return times;
    }

    /// <summary>How often the body runs in one batch, once the code has settled.</summary>
    private static int Calibrate(Action body, TimeSpan warmUp)
    {
        var clock = Stopwatch.StartNew();
        // At least as often as the compiler wants to have seen a method, but for work that takes long whatever the compiler does.
        for (var calls = 0; (calls < 30 || clock.Elapsed < warmUp) && clock.Elapsed < 5 * warmUp; calls++)
            body();
        var (time, count) = (0.0, 1);
        while (time * count < BatchMicroseconds / 4 && count < 1 << 20)
            time = Time(body, count *= 2);
        return (int)Math.Max(1, BatchMicroseconds / time);
    }

    private static double Time(Action body, int count)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            body();
        return clock.Elapsed.TotalMicroseconds / count;
    }

    /// <summary>The managed bytes that the body allocates on this thread.</summary>
    private static double Bytes(Action body)
    {
        const int Count = 10;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
            body();
        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Count;
    }
}
