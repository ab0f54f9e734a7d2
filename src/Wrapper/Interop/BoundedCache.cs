using System.Collections.Concurrent;

namespace TwinGrad;

/// <summary>Keeps what was made for a key. When it holds too much it starts afresh: what is in use comes back at its next use, while
/// numbers that were used once, as those of a schedule are, do not keep others out for good.</summary>
internal sealed class BoundedCache<TKey, TValue>(Func<TKey, TValue> make)
    where TKey : notnull
{
    private const int Limit = 4096;

    private readonly ConcurrentDictionary<TKey, TValue> _made = new();

    // Counted here, for the dictionary stops every writer to count.
    private int _count;

    internal TValue Get(TKey key)
    {
        if (_made.TryGetValue(key, out var value))
            return value;
        if (Interlocked.Increment(ref _count) > Limit)
        {
            _count = 0;
            _made.Clear();
        }
        return _made.GetOrAdd(key, make);
    }
}
