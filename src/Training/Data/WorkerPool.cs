using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.ExceptionServices;

namespace TwinGrad;

/// <summary>Threads that fetch the batches of one enumeration ahead, a bounded number of them, and hand them over in order.</summary>
/// <remarks>
/// Batch b lies in slot b modulo the number of slots from when it was fetched until it is taken; a worker begins with b only once that slot
/// is free. Nobody waits for a fetch but who takes its batch.
/// </remarks>
internal sealed class WorkerPool<TBatch>
{
    private readonly object _gate = new();
    private readonly Func<int, TBatch> _fetch;
    private readonly CancellationToken _cancellationToken;
    private readonly CancellationTokenRegistration _waking;
    private readonly Fetched?[] _slots;
    private readonly int _end;
    private int _nextToFetch;
    private int _nextToTake;
    private bool _stopped;
    private ExceptionDispatchInfo? _lostWorker;

    internal WorkerPool(Func<int, TBatch> fetch, int start, int end, int workers, int prefetch, CancellationToken cancellationToken)
    {
        _fetch = fetch;
        _nextToFetch = _nextToTake = start;
        _end = end;
        _slots = new Fetched?[Math.Min((long)workers * prefetch, end - start)];
        _cancellationToken = cancellationToken;
        _waking = cancellationToken.Register(Wake);
        try
        {
            for (var worker = 0; worker < workers; worker++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"DataLoader worker {worker}");
                new Thread(Work) { IsBackground = true, Name = name }.Start();
            }
        }
        catch
        {
            Stop();
            throw;
        }
    }

    /// <summary>The next batch, waited for; false after the last one. An exception of its fetch is thrown, and the batch counts as taken.</summary>
    /// <exception cref="OperationCanceledException">The enumeration was cancelled.</exception>
    internal bool TryTake([MaybeNullWhen(false)] out TBatch batch)
    {
        Fetched? fetched;
        lock (_gate)
        {
            while (true)
            {
                if (_stopped || _nextToTake >= _end)
                {
                    batch = default;
                    return false;
                }
                _cancellationToken.ThrowIfCancellationRequested();
                fetched = _slots[_nextToTake % _slots.Length];
                if (fetched is not null)
                    break;
                _lostWorker?.Throw();
                Monitor.Wait(_gate);
            }
            _slots[_nextToTake++ % _slots.Length] = null;
            Monitor.PulseAll(_gate);
        }
        fetched.Failure?.Throw();
        batch = fetched.Batch!;
        return true;
    }

    /// <summary>Has the workers end, each after the fetch that it is in, and forgets what was not taken. Waits for nobody.</summary>
    internal void Stop()
    {
        _waking.Unregister();
        lock (_gate)
        {
            _stopped = true;
            Array.Clear(_slots);
            Monitor.PulseAll(_gate);
        }
    }

    private void Wake()
    {
        lock (_gate)
            Monitor.PulseAll(_gate);
    }

    private void Work()
    {
        try
        {
            while (Claim() is { } batch)
                Deliver(batch, Run(batch));
        }
        catch (Exception exception)
        {
            // Not of a fetch: someone interrupted the thread. Whoever waits for its batch must learn of it.
            lock (_gate)
            {
                _lostWorker ??= ExceptionDispatchInfo.Capture(exception);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private int? Claim()
    {
        lock (_gate)
        {
            while (true)
            {
                if (_stopped || _cancellationToken.IsCancellationRequested || _nextToFetch >= _end)
                    return null;
                if (_nextToFetch - _nextToTake < _slots.Length)
                    return _nextToFetch++;
                Monitor.Wait(_gate);
            }
        }
    }

    private Fetched Run(int batch)
    {
        try
        {
            return new(_fetch(batch), Failure: null);
        }
        catch (Exception exception)
        {
            return new(default, ExceptionDispatchInfo.Capture(exception));
        }
    }

    private void Deliver(int batch, Fetched fetched)
    {
        lock (_gate)
        {
            if (_stopped)
                return;
            _slots[batch % _slots.Length] = fetched;
            Monitor.PulseAll(_gate);
        }
    }

    private sealed record Fetched(TBatch? Batch, ExceptionDispatchInfo? Failure);
}
