using System.Diagnostics;

namespace TwinGrad.Bench.Races;

/// <summary>A loop whose body an unprotected tensor or number does not survive for long.</summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="Mechanism">Which of the ten mechanisms it is about, A to J; docs/native-calls.md has the list.</param>
/// <param name="What">What is computed, and what goes on beside it.</param>
/// <param name="Round">The body. It checks its result, so that a wrong number is found as well as a crash.</param>
public sealed record Race(string Name, char Mechanism, string What, Action<int> Round)
{
    /// <summary>What another thread does all the while: by default it allocates, which is what makes the collector run.</summary>
    public Action Bystander { get; init; } = Allocate;

    /// <summary>Runs rounds for a while, and returns how many.</summary>
    public int Run(TimeSpan time)
    {
        var clock = Stopwatch.StartNew();
        new Thread(Forever(Bystander)) { IsBackground = true }.Start();
        var rounds = 0;
        while (clock.Elapsed < time)
            Round(rounds++);
        return rounds;
    }

    /// <summary>A wrong result is an exception.</summary>
    public static void Expect(double expected, double actual)
    {
        if (!(Math.Abs(actual - expected) <= 1e-5 * Math.Max(1, Math.Abs(expected))))
            throw new InvalidOperationException($"a wrong result: {actual:R} instead of {expected:R}");
    }

    /// <summary>The call throws; what it throws is for other tests to say.</summary>
    internal static void Fails(Func<object?> call)
    {
        try
        {
            call();
        }
#pragma warning disable CA1031 // Surviving is the question here.
        catch (Exception)
        {
            return;
        }
#pragma warning restore CA1031
        throw new InvalidOperationException("the call should have failed");
    }

    /// <summary>Both actions at once, on this thread and another; what either throws is thrown here.</summary>
    public static void AtOnce(Action here, Action there)
    {
        using var start = new Barrier(2);
        var other = Task.Run(() =>
        {
            start.SignalAndWait();
            there();
        });
        start.SignalAndWait();
        try
        {
            here();
        }
        finally
        {
            other.GetAwaiter().GetResult();
        }
    }

    /// <summary>Everything is disposed of by two threads at once.</summary>
    internal static void DisposeAtOnce(IDisposable[] tensors)
    {
        var all = () => Array.ForEach(tensors, tensor => tensor.Dispose());
        AtOnce(all, all);
    }

    /// <summary>A bystander that collects.</summary>
    public static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    /// <summary>A bystander that allocates.</summary>
    public static void Allocate() => GC.KeepAlive(new byte[4000]);

    private static ThreadStart Forever(Action action) => () =>
    {
        while (true)
            action();
    };
}
