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

    [TestMethod]
    public void Inputs_and_targets_stay_together()
    {
        foreach (var (inputs, targets) in new DataLoader<T>(Rows(30), 4, shuffle: true, seed: 1, workers: 2).Epoch())
            CollectionAssert.AreEqual((targets * 2).ToArray<int>(), inputs[.., 0].ToArray<int>());
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(2)]
    public void A_batch_is_data_whatever_mode_asks_for_it(int workers)
    {
        var data = new TensorDataset<T>(Ones(6, 2), Leaf(1, 2, 3, 4, 5, 6));
        CheckData(new DataLoader<T>(data, 4, workers: workers));
        CheckData(new DataLoader<T>(new OneByOne(data), 4, workers: workers));
        using (TensorFactory<T>.InferenceMode())
            CheckData(new DataLoader<T>(data, 4, workers: workers));

        static void CheckData(DataLoader<T> loader)
        {
            foreach (var (inputs, targets) in loader.Epoch())
            {
                Assert.IsFalse(inputs.IsInference);
                Assert.IsFalse(targets.RequiresGrad);
            }
        }
    }

    [TestMethod]
    public void Samples_that_are_fetched_one_by_one_are_stacked()
    {
        var batch = new DataLoader<T>(new OneByOne(Rows(5)), 3).Epoch().First();
        Prints(
            """
            tensor([[0., 1.],
                    [2., 3.],
                    [4., 5.]])
            """, batch.Inputs);
        Prints("tensor([0, 1, 2])", batch.Targets);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(2)]
    public void Samples_of_different_shapes_are_refused_and_the_next_batch_is_not(int workers)
    {
        var ragged = new ConcatDataset<(T Input, T Target)>(
            new TensorDataset<T>(Ones(1, 3), Ones(1)), new TensorDataset<T>(Ones(1, 4), Ones(1)), new TensorDataset<T>(Ones(2, 5), Ones(2)));
        using var batches = new DataLoader<T>(ragged, 2, workers: workers).Epoch().GetEnumerator();
        Refuses(LoadingRecording.Refusal("ragged").Sentence, () => batches.MoveNext());
        Assert.IsTrue(batches.MoveNext());
        HasShape(batches.Current.Inputs, 2, 5);
    }

    [TestMethod]
    public void A_collate_function_makes_what_it_likes()
    {
        var loader = new DataLoader<T>(Rows(4), 2, collate: samples => new(Collate.Stack([.. samples.Select(sample => sample.Input)]), Number(samples.Count)));
        Prints("tensor(2)", loader.Epoch().First().Targets);
        var inputs = new DataLoader<(T Input, T Target), T>(Rows(4), samples => Collate.Stack([.. samples.Select(sample => sample.Input)]), 3);
        HasShape(inputs.Epoch().First(), 3, 2);
    }

    private static TensorDataset<T> Rows(int count)
        => new(Counting(count, 2), TensorFactory<T>.Arange(count));

    private static int[] Numbers(IEnumerable<Batch<T>> batches) => [.. batches.SelectMany(batch => batch.Targets.ToArray<int>())];

    /// <summary>A dataset as most are: it knows a sample, and of no batch.</summary>
    private sealed class OneByOne(TensorDataset<T> data) : Dataset<(T Input, T Target)>
    {
        public override int Count => data.Count;

        public override (T Input, T Target) this[int index] => data[index];
    }
}
