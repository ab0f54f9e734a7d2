using System.Runtime.CompilerServices;

namespace TwinGrad.Tests;

/// <summary>Threads that fetch ahead: in order, bounded, and gone when nobody needs them.</summary>
[TestClass]
public sealed class DataLoaderWorkerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    [TestMethod]
    public void Batches_come_in_order_however_long_each_takes()
    {
        var samples = new Numbered(40, sample => Thread.Sleep(sample % 7));
        CollectionAssert.AreEqual(Enumerable.Range(0, 40).ToArray(), samples.Loader(2, workers: 4).Epoch().SelectMany(batch => batch).ToArray());
        Assert.IsGreaterThan(1, samples.Readers.Count);
        Assert.IsFalse(samples.Readers.ContainsKey(Thread.CurrentThread));
        samples.HasNoThreadLeft();
    }

    [TestMethod]
    public void No_more_than_the_bound_is_fetched_ahead()
    {
        var samples = new Numbered(1000);
        using var batches = samples.Loader(1, workers: 2, prefetch: 3).Epoch().GetEnumerator();
        Assert.IsTrue(batches.MoveNext());
        Assert.IsTrue(SpinWait.SpinUntil(() => samples.Reads == 7, Soon), $"{samples.Reads} batches were fetched");
        Thread.Sleep(50);
        Assert.AreEqual(1 + 2 * 3, samples.Reads);
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    public void An_exception_comes_out_where_its_batch_would_have_and_the_rest_follows(int workers)
    {
        var samples = new Numbered(10, DataLoaderTests.Refuse);
        var loader = samples.Loader(2, workers: workers);
        for (var time = 0; time < 2; time++)
        {
            using var batches = loader.Epoch().GetEnumerator();
            Assert.IsTrue(batches.MoveNext());
            var exception = Assert.ThrowsExactly<FormatException>(() => batches.MoveNext());
            Assert.AreEqual("sample 3", exception.Message);
            Assert.Contains(nameof(DataLoaderTests.Refuse), exception.StackTrace!);
            for (var first = 4; first < 10; first += 2)
            {
                Assert.IsTrue(batches.MoveNext());
                CollectionAssert.AreEqual(new[] { first, first + 1 }, batches.Current);
            }
            Assert.IsFalse(batches.MoveNext());
        }
        samples.HasNoThreadLeft();
    }

    [TestMethod]
    public void An_exception_of_the_collate_function_comes_out_too()
    {
        var loader = new DataLoader<int, int>(new Numbered(4), samples => 1 / samples[0], 1, workers: 1);
        using var batches = loader.Epoch().GetEnumerator();
        Assert.ThrowsExactly<DivideByZeroException>(() => batches.MoveNext());
        Assert.IsTrue(batches.MoveNext());
        Assert.AreEqual(1, batches.Current);
    }

    [TestMethod]
    public void Who_leaves_early_leaves_no_thread_and_waits_for_none()
    {
        using var release = new ManualResetEventSlim();
        var samples = new Numbered(100, sample =>
        {
            if (sample > 0)
                release.Wait();
        });
        // With one worker batch 0 is there, and whoever fetches batch 1 is stuck until the test lets go.
        foreach (var batch in samples.Loader(1, workers: 1).Epoch())
        {
            Assert.AreEqual(0, batch[0]);
            Assert.IsTrue(SpinWait.SpinUntil(() => samples.Reads == 2, Soon));
            break;
        }
        Assert.AreEqual(2, samples.Reads);
        Assert.IsTrue(samples.Readers.Keys.All(thread => thread.IsAlive));
        release.Set();
        samples.HasNoThreadLeft();
        Assert.AreEqual(2, samples.Reads, "what was begun is finished, and nothing more begun");
    }

    [TestMethod]
    public void An_enumeration_that_is_lost_leaves_no_thread()
    {
        var samples = new Numbered(100);
        Lose(samples);
        Assert.IsTrue(
            SpinWait.SpinUntil(
                () =>
                {
                    GC.Collect();
                    GC.WaitForPendingFinalizers();
                    return samples.Readers.Keys.All(thread => !thread.IsAlive);
                },
                Soon));
    }

    [TestMethod]
    public void A_token_wakes_who_waits_for_a_slow_worker()
    {
        using var release = new ManualResetEventSlim();
        using var source = new CancellationTokenSource();
        var samples = new Numbered(100, _ =>
        {
            source.CancelAfter(1);
            release.Wait();
        });
        using var batches = samples.Loader(1, workers: 2).Epoch(cancellationToken: source.Token).GetEnumerator();
        Assert.ThrowsExactly<OperationCanceledException>(() => batches.MoveNext());
        release.Set();
        samples.HasNoThreadLeft();
    }

    [TestMethod]
    public void A_token_that_was_cancelled_before_starts_nothing()
    {
        var samples = new Numbered(100);
        using var batches = samples.Loader(1, workers: 2).Epoch(cancellationToken: new(canceled: true)).GetEnumerator();
        Assert.ThrowsExactly<OperationCanceledException>(() => batches.MoveNext());
        Assert.AreEqual(0, samples.Reads);
    }

    [TestMethod]
    public void After_its_end_an_enumeration_stays_at_its_end()
    {
        var batches = new Numbered(3).Loader(2, workers: 2).Epoch().GetEnumerator();
        while (batches.MoveNext())
            Assert.IsNotNull(batches.Current);
        Assert.IsFalse(batches.MoveNext());
        batches.Dispose();
        Assert.IsFalse(batches.MoveNext());
        batches.Dispose();

        batches = new Numbered(30).Loader(2, workers: 2).Epoch().GetEnumerator();
        Assert.IsTrue(batches.MoveNext());
        batches.Dispose();
        Assert.IsFalse(batches.MoveNext());
        Assert.IsNull(batches.Current);
    }

    [TestMethod]
    public void A_worker_that_is_interrupted_is_missed()
    {
        var samples = new Numbered(100, sample =>
        {
            if (sample == 5)
                Thread.CurrentThread.Interrupt();
        });
        using var batches = samples.Loader(1, workers: 1, prefetch: 1).Epoch().GetEnumerator();
        // Who is interrupted notices when it waits next: the test is slow, so that the worker has to.
        Assert.ThrowsExactly<ThreadInterruptedException>(() =>
        {
            while (batches.MoveNext())
                Thread.Sleep(2);
        });
        samples.HasNoThreadLeft();
    }

    [TestMethod]
    public void Enumerations_at_once_do_not_disturb_each_other()
    {
        var samples = new Numbered(60);
        var loader = samples.Loader(3, shuffle: true, workers: 2);
        Parallel.For(0, 8, epoch => CollectionAssert.AreEqual(
            loader.Order(epoch).ToArray(), loader.Epoch(epoch).SelectMany(batch => batch).ToArray()));
        samples.HasNoThreadLeft();
    }

    [TestMethod]
    public void Random_failures_and_random_ends_lose_nothing_and_leave_nothing()
    {
        var random = new Random(20250101);
        for (var round = 0; round < 150; round++)
        {
            var count = random.Next(1, 60);
            var failing = Enumerable.Range(0, count).Where(_ => random.Next(6) == 0).ToHashSet();
            var slow = random.Next(4) == 0;
            var samples = new Numbered(count, sample =>
            {
                if (slow && sample % 5 == 0)
                    Thread.Sleep(1);
                if (failing.Contains(sample))
                    throw new InvalidDataException($"{sample}");
            });
            var loader = samples.Loader(random.Next(1, 9), shuffle: true, random.Next(1, 5), random.Next(1, 4), dropLast: random.Next(2) == 0, seed: round);
            var start = random.Next(loader.BatchCount + 1);
            var end = random.Next(2) == 0 ? loader.BatchCount : random.Next(start, loader.BatchCount + 1);
            var expected = loader.Order(round).Chunk(loader.BatchSize).ToList();
            using (var batches = loader.Epoch(round, start).GetEnumerator())
            {
                for (var batch = start; batch < end; batch++)
                    if (expected[batch].FirstOrDefault(failing.Contains, -1) is >= 0 and var failure)
                        Assert.AreEqual($"{failure}", Assert.ThrowsExactly<InvalidDataException>(() => batches.MoveNext()).Message);
                    else
                    {
                        Assert.IsTrue(batches.MoveNext());
                        CollectionAssert.AreEqual(expected[batch], batches.Current);
                    }
                if (end == loader.BatchCount)
                    Assert.IsFalse(batches.MoveNext());
            }
            samples.HasNoThreadLeft();
        }
    }

    // Not inlined, so that nothing on the test's own stack still refers to the enumerator.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Lose(Numbered samples)
    {
        var batches = samples.Loader(1, workers: 3).Epoch().GetEnumerator();
        Assert.IsTrue(batches.MoveNext());
        Assert.IsFalse(samples.Readers.IsEmpty);
    }
}
