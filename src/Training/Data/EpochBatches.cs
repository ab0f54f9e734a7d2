using System.Collections;

namespace TwinGrad;

/// <summary>Batches that are fetched anew by each enumeration.</summary>
internal sealed class EpochBatches<TBatch>(Func<IEnumerator<TBatch>> start) : IEnumerable<TBatch>
{
    public IEnumerator<TBatch> GetEnumerator() => start();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Batches fetched one at a time on the thread that asks. An iterator would be over after its first exception; this goes on.</summary>
internal sealed class FetchedBatches<TBatch>(Func<int, TBatch> fetch, int start, int end, CancellationToken cancellationToken)
    : IEnumerator<TBatch>
{
    private int _next = start;

    public TBatch Current { get; private set; } = default!;

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        Current = default!;
        if (_next >= end)
            return false;
        cancellationToken.ThrowIfCancellationRequested();
        Current = fetch(_next++);
        return true;
    }

    public void Reset() => throw new NotSupportedException();

    public void Dispose()
    {
        _next = end;
        Current = default!;
    }
}

/// <summary>Batches that workers fetch ahead. Where it is lost without an end, the collector ends the workers, which do not refer to it.</summary>
internal sealed class PrefetchedBatches<TBatch>(WorkerPool<TBatch> pool) : IEnumerator<TBatch>
{
    ~PrefetchedBatches() => pool.Stop();

    public TBatch Current { get; private set; } = default!;

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        Current = default!;
        if (!pool.TryTake(out var batch))
            return false;
        Current = batch;
        return true;
    }

    public void Reset() => throw new NotSupportedException();

    public void Dispose()
    {
        pool.Stop();
        Current = default!;
        GC.SuppressFinalize(this);
    }
}
