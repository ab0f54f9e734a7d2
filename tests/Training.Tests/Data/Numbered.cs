using System.Collections.Concurrent;

namespace TwinGrad.Tests;

/// <summary>The numbers from 0 on as samples; whatever a test wants happens when one is read, and the threads that read are kept.</summary>
internal sealed class Numbered(int count, Action<int>? onRead = null) : Dataset<int>
{
    internal ConcurrentDictionary<Thread, byte> Readers { get; } = new();

    internal int Reads { get; private set; }

    public override int Count => count;

    public override int this[int index]
    {
        get
        {
            Readers.TryAdd(Thread.CurrentThread, 0);
            lock (Readers)
                Reads++;
            onRead?.Invoke(index);
            return index;
        }
    }

    internal DataLoader<int, int[]> Loader(int batchSize, bool shuffle = false, int workers = 0, int prefetch = 2, bool dropLast = false, long seed = 0)
        => new(this, samples => [.. samples], batchSize, shuffle, seed, dropLast, workers, prefetch);

    /// <summary>Whether every thread that ever read, but the test's own, has ended.</summary>
    internal void HasNoThreadLeft()
    {
        foreach (var thread in Readers.Keys.Where(thread => thread != Thread.CurrentThread))
            Assert.IsTrue(thread.Join(TimeSpan.FromSeconds(20)), $"{thread.Name} is still there");
    }
}
