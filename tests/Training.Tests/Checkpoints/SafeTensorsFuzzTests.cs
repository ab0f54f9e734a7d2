using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>Thousands of broken files: each is refused by a <see cref="CheckpointException"/>, or gives tensors that hold what it says.</summary>
[TestClass]
public sealed class SafeTensorsFuzzTests
{
    private const long MostMemory = 4 << 20;

    private static readonly int Files = Environment.GetEnvironmentVariable("TWINGRAD_LONG_TESTS") == "1" ? 1_000_000 : 20_000;

    [TestMethod]
    public void ABrokenFileIsRefusedOrWhole()
    {
        var mutator = new FileMutator(new Random(1));
        var whole = new[] { Whole<Tensor>(), Whole<Reference.Tensor>(), SafeTensorsBytes.File("{}") };
        _ = (Outcome<Tensor>(whole[0]), Outcome<Reference.Tensor>(whole[0]));
        var read = 0;
        for (var number = 0; number < Files; number++)
        {
            var file = mutator.Mutate(whole[number % whole.Length]);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var hasRead = number % 2 == 0 ? Outcome<Tensor>(file) : Outcome<Reference.Tensor>(file);
            Assert.IsLessThan(MostMemory, GC.GetAllocatedBytesForCurrentThread() - before, Describe(number, file));
            read += hasRead ? 1 : 0;
        }
        Assert.IsInRange(Files / 100, Files / 2, read, "nearly all files, or hardly any, were broken: this tests little");
    }

    [TestMethod]
    public void AModelIsUnchangedByABrokenFile()
    {
        var mutator = new FileMutator(new Random(2));
        using var folder = new TemporaryFolder();
        var model = ModuleWeightsSemantics<Tensor>.Model();
        model.SaveWeights(folder["whole"]);
        var whole = File.ReadAllBytes(folder["whole"]);
        model = ModuleWeightsSemantics<Tensor>.Model();
        var before = ModuleWeightsSemantics<Tensor>.Bits(model);
        var refused = 0;
        for (var number = 0; number < Files / 40; number++)
        {
            var file = mutator.Mutate(whole);
            File.WriteAllBytes(folder["broken"], file);
            try
            {
                model.LoadWeights(folder["broken"]);
            }
            catch (Exception exception) when (exception is CheckpointException or TorchArgumentException)
            {
                CollectionAssert.AreEqual(before, ModuleWeightsSemantics<Tensor>.Bits(model), Describe(number, file));
                refused++;
            }
            before = ModuleWeightsSemantics<Tensor>.Bits(model);
        }
        Assert.IsGreaterThan(Files / 80, refused);
    }

    [TestMethod]
    public void ABrokenIndexOfACheckpointIsRefusedOrWhole()
    {
        var mutator = new FileMutator(new Random(3));
        using var folder = new TemporaryFolder();
        var progress = new JsonObject { ["epoch"] = 3, ["history"] = new JsonArray(0.5, -1e-300, "text ä"), ["x"] = new JsonObject() };
        CheckpointFolder.Save(folder.Path, new Checkpoint<Reference.Tensor>(progress, new Dictionary<string, IReadOnlyDictionary<string, Reference.Tensor>>
        {
            ["weights"] = new Dictionary<string, Reference.Tensor> { ["w"] = Reference.Torch.Ones(2) },
        }));
        var whole = SafeTensorsBytes.File(File.ReadAllBytes(folder["checkpoint.json"]));
        var refused = 0;
        for (var number = 0; number < Files / 20; number++)
        {
            var file = mutator.Mutate(whole);
            File.WriteAllBytes(folder["checkpoint.json"], file.AsSpan(Math.Min(8, file.Length)));
            try
            {
                var loaded = CheckpointFolder.Load<Reference.Tensor>(folder.Path);
                Assert.IsNotEmpty(loaded.Progress.ToJsonString());
            }
            catch (CheckpointException)
            {
                refused++;
            }
        }
        Assert.IsInRange(Files / 80, Files / 20 - 1, refused);
    }

    /// <summary>Whether the file was read. Any other exception than the one for such files fails the test.</summary>
    private static bool Outcome<T>(byte[] file)
        where T : class, ITensor<T>
    {
        SafeTensorsFile<T> content;
        try
        {
            content = SafeTensors.Load<T>(new MemoryStream(file));
        }
        catch (CheckpointException exception)
        {
            Assert.IsLessThan(4000, exception.Message.Length);
            return false;
        }
        // What was read is written again, and that is as long as the file's elements.
        using var again = new MemoryStream();
        SafeTensors.Save(again, content.Tensors);
        var elements = content.Tensors.Values.Sum(tensor => tensor.Shape.Numel * tensor.DType.ItemSize);
        Assert.AreEqual(file.Length - 8 - BitConverter.ToInt64(file), elements);
        foreach (var tensor in content.Tensors.Values)
            (tensor as IDisposable)?.Dispose();
        return true;
    }

    private static byte[] Whole<T>()
        where T : class, ITensor<T>
    {
        var tensors = DType.All.ToDictionary(dtype => dtype.Name, dtype => TensorFactory<T>.Tensor<int>([0, 1, 1, 0, 1, 1], [2, 3], dtype));
        tensors["scalar"] = TensorFactory<T>.Tensor(1);
        tensors["empty"] = TensorFactory<T>.Zeros(0, 3);
        using var stream = new MemoryStream();
        SafeTensors.Save(stream, tensors, new Dictionary<string, string> { ["format"] = "pt" });
        return stream.ToArray();
    }

    private static string Describe(int number, byte[] file) => $"file {number}: {Convert.ToBase64String(file)}";
}
