namespace TwinGrad;

/// <summary>What is watched while operations are recorded on this thread, beyond the graph itself.</summary>
internal static class Tracing
{
    // How many scopes are open on all threads: the only thing that is asked on the way of every operation.
    private static volatile int _open;

    [ThreadStatic]
    private static Frame? _current;

    /// <summary>Whether this thread notes where operations come from.</summary>
    internal static bool IsActive => _open != 0 && _current is { Suspended: false };

    /// <summary>What this thread looks for in results.</summary>
    internal static Anomalies Anomalies => IsActive ? _current!.Anomalies : Anomalies.None;

    /// <param name="anomalies">What to look for, beside what is looked for already.</param>
    /// <param name="made">What to do with each tensor that an operation made, before the next one sees it.</param>
    internal static Frame Begin(Anomalies anomalies, Action<object>? made = null)
        => Push(new() { Anomalies = anomalies | (_current?.Anomalies ?? Anomalies.None), Made = made });

    /// <summary>Stops watching for a while: what a backward pass computes is nobody's operation.</summary>
    /// <param name="sought">What this thread was looking for; null if it was not watching.</param>
    internal static TraceScope Suspend(out Anomalies? sought)
    {
        sought = IsActive ? _current!.Anomalies : null;
        return sought is null ? default : new(Push(new() { Suspended = true }));
    }

    /// <summary>Ends a scope. Scopes ended out of order go when those inside them have ended.</summary>
    internal static void End(Frame frame)
    {
        if (frame.Ended)
            return;
        frame.Ended = true;
        Interlocked.Decrement(ref _open);
        while (_current is { Ended: true } ended)
            _current = ended.Outer;
    }

    /// <summary>Notes that an operation made tensors; again where they take the place of others.</summary>
    /// <param name="node">The operation's node.</param>
    /// <param name="results">The tensors, or other handles of them that live as long as the node.</param>
    internal static void Note<T>(Node node, params ReadOnlySpan<T> results)
        where T : class, ITensor<T>
    {
        var noted = new (object, int)[results.Length];
        for (var i = 0; i < noted.Length; i++)
        {
            noted[i] = (results[i], results[i].Version);
            _current?.Made?.Invoke(results[i]);
        }
        node.Origin = new(CallSite.Outside(typeof(T).Assembly), noted);
    }

    private static Frame Push(Frame frame)
    {
        frame.Outer = _current;
        Interlocked.Increment(ref _open);
        return _current = frame;
    }

    /// <summary>An open scope of a thread.</summary>
    internal sealed class Frame
    {
        internal Anomalies Anomalies { get; init; }

        internal Action<object>? Made { get; init; }

        internal bool Suspended { get; init; }

        internal Frame? Outer { get; set; }

        internal bool Ended { get; set; }
    }
}
