namespace TwinGrad;

/// <summary>Gradients that an optimizer has stepped by and that nobody has cleared since: a backward pass that adds onto one is warned of.</summary>
/// <remarks>
/// An optimizer keeps one, which knows its parameters and which gradient each had at the step; it keeps no gradient alive. A thread knows
/// those that stepped on it, weakly.
/// To ask for versions costs as much as to step a small network by SGD, and most loops clear the gradients before anything comes of it. So
/// where an engine tells of each write, they are not read at the step but before the thread's first write or pass that comes after it.
/// </remarks>
internal static class ConsumedGradients
{
    /// <summary>How many optimizers have left gradients behind on this thread. Where none has, a pass costs no more than to read this.</summary>
    [ThreadStatic]
    internal static int OnThread;

    /// <summary>Whether this thread has to call <see cref="ConsumedGradients{T}.ReadVersions()"/> before it writes in place.</summary>
    [ThreadStatic]
    internal static bool Unread;
}

/// <inheritdoc cref="ConsumedGradients"/>
internal sealed class ConsumedGradients<T>
    where T : ITensor<T>
{
    [ThreadStatic]
    private static List<WeakReference<ConsumedGradients<T>>>? _ofThread;

    private readonly WeakReference<ConsumedGradients<T>> _self;

    // Replaced as a whole: another thread may step or clear meanwhile.
    private Entry[] _entries = [];

    private bool _isUnread;

    internal ConsumedGradients() => _self = new(this);

    /// <summary>Another step is about to be made: what was known of the one before is of no use any more.</summary>
    internal void Forget() => (_entries, _isUnread) = ([], false);

    /// <summary>A step went by these gradients of these parameters.</summary>
    internal void Consumed(ReadOnlySpan<T> parameters, ReadOnlySpan<T> gradients)
    {
        var entries = new Entry[gradients.Length];
        for (var i = 0; i < entries.Length; i++)
            entries[i] = new(parameters[i], T.Identity(gradients[i]), Version: 0);
        (_entries, _isUnread) = (entries, true);
        if (T.TellsOfWrites)
            ConsumedGradients.Unread = true;
        else
            Read();
        var known = _ofThread ??= [];
        if (entries.Length == 0 || known.Contains(_self))
            return;
        known.Add(_self);
        ConsumedGradients.OnThread++;
    }

    /// <summary>Reads the versions that gradients have had since the steps on this thread.</summary>
    internal static void ReadVersions()
    {
        ConsumedGradients.Unread = false;
        foreach (var reference in _ofThread ?? [])
            if (reference.TryGetTarget(out var ledger))
                ledger.Read();
    }

    /// <summary>The gradients were cleared.</summary>
    internal void Clear()
    {
        Forget();
        if (_ofThread?.Remove(_self) == true)
            ConsumedGradients.OnThread--;
    }

    /// <summary>Runs a pass, and warns if it added onto a gradient that a step has gone by.</summary>
    internal static void Watch(
        ReadOnlySpan<T> tensors, ReadOnlySpan<T> gradients, bool retainGraph, bool createGraph, ReadOnlySpan<T> inputs)
    {
        var before = Standing();
        try
        {
            T.Backward(tensors, gradients, retainGraph, createGraph, inputs);
            if (HaveGrown(before))
                Warnings.Warn(AutogradWarning.GradientConsumed);
        }
        finally
        {
            foreach (var held in before)
                T.Free(held.Gradient);
        }
    }

    /// <summary>
    /// The gradients that are as the step left them; what was cleared, replaced or written since is forgotten. They are held during the pass,
    /// so that no other can take the place of one in memory.
    /// </summary>
    private static List<(Entry Entry, T Gradient)> Standing()
    {
        ReadVersions();
        var standing = new List<(Entry, T)>();
        var forgotten = _ofThread?.RemoveAll(reference => !reference.TryGetTarget(out var ledger) || ledger.Forget(standing) == 0) ?? 0;
        ConsumedGradients.OnThread -= forgotten;
        return standing;
    }

    private void Read()
    {
        if (!_isUnread)
            return;
        _isUnread = false;
        var entries = _entries;
        var held = Current(entries);
        var versions = held.Count == 0 ? [] : T.Versions([.. held.Select(each => each.Gradient)]);
        Entry[] read =
        [
            .. from each in held.Zip(versions)
               where T.Identity(each.First.Gradient) == each.First.Entry.Identity
               select each.First.Entry with { Version = each.Second },
        ];
        foreach (var (_, gradient) in held)
            T.Free(gradient);
        // Unless another thread has cleared them meanwhile.
        Interlocked.CompareExchange(ref _entries, read, entries);
    }

    private int Forget(List<(Entry Entry, T Gradient)> standing)
    {
        var current = Current(_entries);
        var asStepped = AreAsStepped(current);
        for (var i = 0; i < current.Count; i++)
        {
            if (asStepped[i])
                standing.Add(current[i]);
            else
                T.Free(current[i].Gradient);
        }
        _entries = [.. current.Where((_, i) => asStepped[i]).Select(held => held.Entry)];
        return _entries.Length;
    }

    /// <summary>Whether a pass has added onto one of them: an ordinary one adds in place, a recorded one puts the sum in its place.</summary>
    private static bool HaveGrown(List<(Entry Entry, T Gradient)> before)
    {
        var current = Current(before.Select(held => held.Entry));
        var grown = AreAsStepped(current).Contains(false);
        foreach (var held in current)
            T.Free(held.Gradient);
        return grown;
    }

    /// <summary>The gradients that there are.</summary>
    private static List<(Entry Entry, T Gradient)> Current(IEnumerable<Entry> entries)
    {
        var current = new List<(Entry, T)>();
        foreach (var entry in entries)
            if (entry.Current() is { } gradient)
                current.Add((entry, gradient));
        return current;
    }

    /// <summary>Which of them are those of the step and were not written since. All are asked at once, as that takes an engine a call.</summary>
    private static bool[] AreAsStepped(List<(Entry Entry, T Gradient)> current)
    {
        if (current.Count == 0)
            return [];
        var versions = T.Versions([.. current.Select(held => held.Gradient)]);
        return [.. current.Select((held, i) => T.Identity(held.Gradient) == held.Entry.Identity && versions[i] == held.Entry.Version)];
    }

    /// <summary>A parameter, and which gradient it had at the step.</summary>
    private readonly record struct Entry(T Parameter, long Identity, long Version)
    {
        // Who disposed of a parameter has done with its gradient too.
        internal T? Current()
        {
            try
            {
                return Parameter.Grad;
            }
            catch (ObjectDisposedException)
            {
                return default;
            }
        }
    }
}
