using System.Diagnostics;

namespace TwinGrad.Bench;

/// <summary>Times pieces of code in turns, so that whatever else the machine does befalls all of them.</summary>
internal static class Turns
{
    internal const double BatchMicroseconds = 4_000;

    /// <summary>The median microseconds of each, over so many batches of about 4 ms.</summary>
    internal static double[] Medians(IReadOnlyList<Action> bodies, int rounds)
    {
        var counts = bodies.Select(Calibrate).ToArray();
        var times = bodies.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            // Each round starts with another body, so that none always comes after the same neighbour.
            for (var i = 0; i < bodies.Count; i++)
            {
                var turn = (round + i) % bodies.Count;
                times[turn].Add(Time(bodies[turn], counts[turn]));
            }
        }
        return [.. times.Select(values => values.Order().ElementAt(rounds / 2))];
    }

    /// <summary>How often the body runs in one batch, once the code has settled.</summary>
    private static int Calibrate(Action body)
    {
        for (var clock = Stopwatch.StartNew(); clock.ElapsedMilliseconds < 200;)
            Time(body, 10);
        return (int)Math.Max(1, BatchMicroseconds / Time(body, 100));
    }

    private static double Time(Action body, int count)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
            body();
        return clock.Elapsed.TotalMicroseconds / count;
    }
}
