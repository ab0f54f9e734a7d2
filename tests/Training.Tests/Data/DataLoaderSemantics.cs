namespace TwinGrad.Tests;

/// <summary>Loaders: what batches hold, in which order, and whose they are.</summary>
public abstract class DataLoaderSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Batches_hold_the_rows_in_order()
    {
        var loader = new DataLoader<T>(Rows(5), batchSize: 2);
        var batches = loader.Epoch().ToList();
        Assert.HasCount(3, batches);
        Prints(
            """
            tensor([[0., 1.],
                    [2., 3.]])
            """, batches[0].Inputs);
        Prints("tensor([4])", batches[2].Targets);
        Assert.AreEqual(3, loader.BatchCount);
        Assert.AreEqual(5, loader.SampleCount);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(3)]
    public void Workers_change_nothing(int workers)
    {
        foreach (var dropLast in new[] { false, true })
            foreach (var shuffle in new[] { false, true })
            {
                var alone = new DataLoader<T>(Rows(23), 4, shuffle, seed: 7, dropLast);
                var helped = new DataLoader<T>(Rows(23), 4, shuffle, seed: 7, dropLast, workers);
                Assert.AreEqual(dropLast ? 5 : 6, helped.BatchCount);
                Assert.AreEqual(dropLast ? 20 : 23, helped.SampleCount);
                for (var epoch = 0; epoch < 3; epoch++)
                {
                    CollectionAssert.AreEqual(Numbers(alone.Epoch(epoch)), Numbers(helped.Epoch(epoch)));
                    CollectionAssert.AreEqual(helped.Order(epoch).ToArray(), Numbers(helped.Epoch(epoch)));
                    CollectionAssert.AreEqual(helped.Order(epoch).Skip(3 * 4).ToArray(), Numbers(helped.Epoch(epoch, startBatch: 3)));
                }
            }
    }

    [TestMethod]
    public void An_epoch_has_every_sample_once_in_an_order_of_its_own()
    {
        var loader = new DataLoader<T>(Rows(50), 7, shuffle: true, seed: 3);
        CollectionAssert.AreEqual(Enumerable.Range(0, 50).ToArray(), loader.Order(0).Order().ToArray());
        CollectionAssert.AreNotEqual(loader.Order(0).ToArray(), loader.Order(1).ToArray());
        CollectionAssert.AreNotEqual(loader.Order(0).ToArray(), new DataLoader<T>(Rows(50), 7, shuffle: true, seed: 4).Order(0).ToArray());
    }

    private static TensorDataset<T> Rows(int count)
        => new(Counting(count, 2), TensorFactory<T>.Arange(count));

    private static int[] Numbers(IEnumerable<Batch<T>> batches) => [.. batches.SelectMany(batch => batch.Targets.ToArray<int>())];
}
