namespace TwinGrad;

/// <summary>What modules drew at random in a run, so that another run, on another engine, can have the same.</summary>
/// <remarks>
/// <code>
/// var tape = new DrawTape();
/// using (tape.Record())
///     model.Forward(x);
/// using (tape.Replay())
///     reference.Forward(y);
/// </code>
/// It counts on this thread alone.
/// </remarks>
internal sealed class DrawTape
{
    [ThreadStatic]
    private static DrawTape? _current;

    private readonly List<(double[] Values, Shape Shape)> _draws = [];
    private int _next;
    private bool _replays;

    /// <summary>The tape that records or replays on this thread, if one does.</summary>
    internal static DrawTape? Current => _current;

    /// <summary>How often was drawn.</summary>
    internal int Count => _draws.Count;

    /// <summary>Keeps what is drawn from now on, until the scope ends; what was kept before is forgotten.</summary>
    internal IDisposable Record()
    {
        _draws.Clear();
        return Begin(replays: false);
    }

    /// <summary>Gives what was drawn once more, from the first draw on, until the scope ends.</summary>
    internal IDisposable Replay() => Begin(replays: true);

    /// <summary>A draw in the shape, dtype and device of a tensor: a new one that is kept, or the next one that was.</summary>
    /// <exception cref="TorchException">The replayed run draws more often than the recorded one, or in another shape.</exception>
    internal T Draw<T>(T like, Func<Shape, T> draw)
        where T : class, ITensor<T>
    {
        if (_replays)
        {
            if (_next == _draws.Count)
                throw Error.NoDrawLeft(_draws.Count);
            var (values, shape) = _draws[_next];
            if (shape != like.Shape)
                throw Error.DrawOfAnotherShape(_next, shape, like.Shape);
            _next++;
            return T.FromArray(values, shape, like.DType, like.Device, requiresGrad: false);
        }
        var drawn = draw(like.Shape);
        _draws.Add((drawn.ToArray<double>(), drawn.Shape));
        return drawn;
    }

    private Scope Begin(bool replays)
    {
        (_next, _replays) = (0, replays);
        var scope = new Scope(_current);
        _current = this;
        return scope;
    }

    /// <summary>As long as a tape counts; the one before it goes on then.</summary>
    private sealed class Scope(DrawTape? before) : IDisposable
    {
        public void Dispose() => _current = before;
    }
}
