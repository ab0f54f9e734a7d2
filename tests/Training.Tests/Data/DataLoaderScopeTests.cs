namespace TwinGrad.Tests;

/// <summary>Batches belong to whoever takes them: no scope of libtorch's tensors frees one.</summary>
[TestClass]
public sealed class DataLoaderScopeTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(2)]
    public void A_batch_that_is_kept_stays_valid(int workers)
    {
        var data = new TensorDataset<Tensor>(Torch.Arange(10.0).View(5, 2), Torch.Arange(5));
        List<Batch<Tensor>> kept = [];
        using (Torch.NewScope())
            kept.AddRange(new DataLoader<Tensor>(data, 2, workers: workers).Epoch());
        Assert.AreEqual(45, kept.Sum(batch => batch.Inputs.Sum().Item<int>()));
        CollectionAssert.AreEqual(new[] { 4 }, kept[2].Targets.ToArray<int>());
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(2)]
    public void What_a_dataset_keeps_of_what_it_reads_stays_valid(int workers)
    {
        var data = new Remembering();
        using (Torch.NewScope())
            Assert.HasCount(2, new DataLoader<Tensor>(data, 2, workers: workers).Epoch());
        Assert.AreEqual(3, data[3].Input.Item<int>());
    }

    private sealed class Remembering : Dataset<(Tensor Input, Tensor Target)>
    {
        private readonly Tensor?[] _read = new Tensor?[4];

        public override int Count => _read.Length;

        public override (Tensor Input, Tensor Target) this[int index]
        {
            get
            {
                var tensor = _read[index] ??= Torch.Tensor(index);
                return (tensor, tensor);
            }
        }
    }
}
