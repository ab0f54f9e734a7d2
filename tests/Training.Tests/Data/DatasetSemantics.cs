namespace TwinGrad.Tests;

/// <summary>Datasets of tensors, and what is made of datasets.</summary>
public abstract class DatasetSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_sample_is_a_row_of_each()
    {
        var data = Rows(3);
        Assert.AreEqual(3, data.Count);
        Prints("tensor([2., 3.])", data[1].Input);
        Prints("tensor(1)", data[1].Target);
        Prints("tensor(2)", data[-1].Target);
        Prints("tensor(2)", data[^1].Target);
        Assert.HasCount(3, data.ToList());
    }

    [TestMethod]
    public void A_batch_is_fetched_at_once()
    {
        var batch = Assert.IsInstanceOfType<Batch<T>>(Rows(5).GetItems([3, 0, -1, 3]));
        Prints("tensor([3, 0, 4, 3])", batch.Targets);
        Assert.HasCount(4, batch);
        Prints("tensor([8., 9.])", batch[2].Input);
        Assert.AreSame(batch, Collate.Pairs(batch));
        HasShape(((Batch<T>)Rows(5).GetItems([])).Inputs, 0, 2);
    }

    [TestMethod]
    public void An_index_beyond_is_refused()
    {
        var sentence = LoadingRecording.Refusal("index beyond").Sentence;
        foreach (var data in new Dataset<(T Input, T Target)>[] { Rows(3), new Subset<(T Input, T Target)>(Rows(9), [3, 4, 5]), new ConcatDataset<(T Input, T Target)>(Rows(1), Rows(2)) })
        {
            Refuses(sentence, () => data[3]);
            Refuses(sentence, () => data.GetItems([0, 3]));
            Refuses("index -4 is out of bounds for dimension 0 with size 3", () => data[-4]);
            Refuses("index -4 is out of bounds for dimension 0 with size 3", () => data.GetItems([-4]));
        }
        Refuses(sentence, () => new Subset<(T Input, T Target)>(Rows(3), [0, 3]));
    }

    [TestMethod]
    public void Tensors_that_are_no_samples_are_refused()
    {
        var exception = Assert.ThrowsExactly<TorchArgumentException>(() => new TensorDataset<T>(Ones(3, 2), Ones(2)));
        var (type, sentence) = LoadingRecording.Refusal("tensor lengths");
        Assert.AreEqual(type, exception.PythonType);
        Assert.AreEqual(sentence + ": inputs of shape [3, 2] and targets of shape [2]", exception.Message);
        Refuses("a 0-dim tensor holds no samples, but inputs is one", () => new TensorDataset<T>(Number(1), Ones(1)));
        Refuses("a 0-dim tensor holds no samples, but targets is one", () => new TensorDataset<T>(Ones(1), Number(1)));
        Assert.ThrowsExactly<ArgumentNullException>(() => new TensorDataset<T>(null!, Ones(1)));
        Assert.ThrowsExactly<ArgumentNullException>(() => new Batch<T>(Ones(1), null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => new Batch<T>(Ones(1), Ones(1)) with { Inputs = null! });
    }

    [TestMethod]
    public void A_part_knows_its_whole()
    {
        var part = new Subset<(T Input, T Target)>(Rows(9), [-1, 2, 2]);
        CollectionAssert.AreEqual(new[] { 8, 2, 2 }, part.Indices.ToArray());
        Prints("tensor(8)", part[0].Target);
        Prints("tensor([2, 8])", Assert.IsInstanceOfType<Batch<T>>(part.GetItems([1, 0])).Targets);
    }

    [TestMethod]
    public void Datasets_one_after_another_count_on()
    {
        var data = new ConcatDataset<(T Input, T Target)>(Rows(2), Rows(0), Rows(3));
        Assert.AreEqual(5, data.Count);
        CollectionAssert.AreEqual(new[] { 0, 1, 0, 1, 2 }, data.Select(sample => sample.Target.Item<int>()).ToArray());
        CollectionAssert.AreEqual(
            new[] { 2, 0, 0, 1, 2 }, data.GetItems([4, 2, 0, 1, -1]).Select(sample => sample.Target.Item<int>()).ToArray());
        CollectionAssert.AreEqual(
            new[] { 0, 1, 0, 1, 2 }, new DataLoader<T>(data, 5).Epoch().Single().Targets.ToArray<int>());
    }

    private static TensorDataset<T> Rows(int count) => new(Counting(count, 2), TensorFactory<T>.Arange(count));
}
