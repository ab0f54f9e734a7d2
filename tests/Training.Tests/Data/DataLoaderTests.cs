namespace TwinGrad.Tests;

/// <summary>What a loader does whatever its samples are, on the thread that asks.</summary>
[TestClass]
public sealed class DataLoaderTests
{
    [TestMethod]
    public void Orders_are_those_of_their_definition()
    {
        foreach (var recorded in LoadingRecording.Cases("orders"))
        {
            var loader = new Numbered((int)recorded["count"]!).Loader(1, shuffle: true, seed: (long)recorded["seed"]!);
            CollectionAssert.AreEqual(recorded.Ints("order"), loader.Order((int)recorded["epoch"]!).ToArray(), recorded.ToJsonString());
        }
    }

    [TestMethod]
    public void Every_order_is_about_as_likely()
    {
        // 6 orders of 3 samples over 60,000 epochs: 5 standard deviations of a count are 5 * sqrt(60,000 * 1/6 * 5/6) = 456.
        var loader = new Numbered(3).Loader(1, shuffle: true, seed: 11);
        var counts = Enumerable.Range(0, 60_000).CountBy(epoch => string.Join(' ', loader.Order(epoch))).ToList();
        Assert.HasCount(6, counts);
        foreach (var (order, count) in counts)
            Assert.AreEqual(10_000, count, 456.0, order);
    }

    [TestMethod]
    public void Batches_are_as_long_as_PyTorchs()
    {
        foreach (var recorded in LoadingRecording.Cases("batches"))
        {
            var loader = new Numbered((int)recorded["count"]!).Loader((int)recorded["batch"]!, dropLast: (bool)recorded["dropLast"]!);
            var sizes = loader.Epoch().Select(batch => batch.Length).ToArray();
            CollectionAssert.AreEqual(recorded.Ints("sizes"), sizes, recorded.ToJsonString());
            Assert.AreEqual(sizes.Length, loader.BatchCount, recorded.ToJsonString());
            Assert.AreEqual(sizes.Sum(), loader.SampleCount, recorded.ToJsonString());
        }
    }

    [TestMethod]
    public void What_PyTorch_refuses_is_refused_in_its_words()
    {
        RefusesAsRecorded("batch size 0", () => new Numbered(3).Loader(0));
        RefusesAsRecorded("batch size -3", () => new Numbered(3).Loader(-3));
        RefusesAsRecorded("workers -1", () => new Numbered(3).Loader(1, workers: -1));
        RefusesAsRecorded("shuffled nothing", () => new Numbered(0).Loader(1, shuffle: true));
        RefusesAsRecorded("no datasets", () => new ConcatDataset<int>());
    }

    [TestMethod]
    public void Numbers_that_make_no_sense_are_refused()
    {
        var loader = new Numbered(5).Loader(2);
        Refuses("a worker fetches 1 batch ahead at least, but got prefetch=0", () => new Numbered(3).Loader(1, workers: 1, prefetch: 0));
        Refuses("epochs count from 0, but got epoch=-1", () => loader.Epoch(-1));
        Refuses("epochs count from 0, but got epoch=-1", () => loader.Order(-1));
        Refuses("an epoch of 3 batches can't start at batch -1", () => loader.Epoch(0, -1));
        Refuses("an epoch of 3 batches can't start at batch 4", () => loader.Epoch(0, 4));
        Refuses("__len__() should return >= 0, but the dataset's Count is -1", () => new Numbered(-1).Loader(1).BatchCount);
        Assert.IsEmpty(loader.Epoch(0, 3));
        Assert.HasCount(1, new Numbered(5).Loader(int.MaxValue, workers: int.MaxValue, prefetch: int.MaxValue).Epoch());
    }

    [TestMethod]
    public void Nothing_is_fetched_that_is_not_asked_for()
    {
        var samples = new Numbered(100);
        var epoch = samples.Loader(10).Epoch(startBatch: 4);
        Assert.AreEqual(0, samples.Reads);
        CollectionAssert.AreEqual(Enumerable.Range(40, 10).ToArray(), epoch.First());
        Assert.AreEqual(10, samples.Reads);
        CollectionAssert.AreEqual(Enumerable.Range(40, 60).ToArray(), epoch.SelectMany(batch => batch).ToArray(), "each enumeration begins anew");
    }

    [TestMethod]
    public void An_exception_comes_out_as_itself_and_the_next_batch_can_be_asked_for()
    {
        var loader = new Numbered(10, Refuse).Loader(2);
        using var batches = loader.Epoch().GetEnumerator();
        Assert.IsTrue(batches.MoveNext());
        var exception = Assert.ThrowsExactly<FormatException>(() => batches.MoveNext());
        Assert.Contains(nameof(Refuse), exception.StackTrace!);
        Assert.IsTrue(batches.MoveNext());
        CollectionAssert.AreEqual(new[] { 4, 5 }, batches.Current);
    }

    [TestMethod]
    public void A_dataset_that_gives_too_little_is_told_so()
    {
        Refuses("Short.GetItems gave 1 samples where 2 were asked for", () => new DataLoader<int, int>(new Short([7]), samples => samples[0], 2).Epoch().First());
        Refuses("Short.GetItems gave null instead of samples", () => new DataLoader<int, int>(new Short(null!), samples => samples[0], 2).Epoch().First());
    }

    [TestMethod]
    public void A_token_ends_the_enumeration()
    {
        using var source = new CancellationTokenSource();
        using var batches = new Numbered(10).Loader(2).Epoch(cancellationToken: source.Token).GetEnumerator();
        Assert.IsTrue(batches.MoveNext());
        source.Cancel();
        Assert.ThrowsExactly<OperationCanceledException>(() => batches.MoveNext());
    }

    internal static void Refuse(int sample)
    {
        if (sample == 3)
            throw new FormatException("sample 3");
    }

    private static void RefusesAsRecorded(string kind, Func<object> call)
    {
        var (type, sentence) = LoadingRecording.Refusal(kind);
        Assert.AreEqual(type, Refuses(sentence, call).PythonType);
    }

    private static ITorchException Refuses(string sentence, Func<object> call)
    {
        var exception = Assert.Throws<Exception>(() => { call(); });
        Assert.AreEqual(sentence, exception.Message);
        return Assert.IsInstanceOfType<ITorchException>(exception);
    }

    private sealed class Short(int[] samples) : Dataset<int>
    {
        public override int Count => 2;

        public override int this[int index] => index;

        public override IReadOnlyList<int> GetItems(IReadOnlyList<int> indices) => samples;
    }
}
