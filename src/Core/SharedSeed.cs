namespace TwinGrad;

/// <summary>An engine's part in the one seed of the process: whichever engine is asked to seed, both draw from that seed on.</summary>
/// <param name="seed">Seeds the engine's generators.</param>
/// <remarks>An engine joins at its first draw, so that seeding the reference engine does not load libtorch.</remarks>
internal sealed class SharedSeed(Action<long> seed)
{
    private static readonly Lock Gate = new();
    private static readonly List<SharedSeed> Engines = [];
    private static long? _last;

    private readonly Action<long> _seed = seed;
    private volatile bool _joined;

    /// <summary>To be called before each draw: the first time it seeds the engine, if a seed was given before.</summary>
    internal void Join()
    {
        if (_joined)
            return;
        lock (Gate)
        {
            if (_joined)
                return;
            if (_last is { } last)
                _seed(last);
            Engines.Add(this);
            _joined = true;
        }
    }

    /// <summary>Seeds every engine that draws, and those that will.</summary>
    internal void Seed(long value)
    {
        Join();
        lock (Gate)
        {
            _last = value;
            foreach (var engine in Engines)
                engine._seed(value);
        }
    }
}
