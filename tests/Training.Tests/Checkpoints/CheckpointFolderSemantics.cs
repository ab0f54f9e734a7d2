using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>A checkpoint comes back as it was saved, or the message says what is wrong with it.</summary>
public abstract class CheckpointFolderSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_checkpoint_comes_back()
    {
        using var folder = new TemporaryFolder();
        var path = folder["new/deep"];
        Assert.IsFalse(CheckpointFolder.Exists(path));
        Assert.IsNull(CheckpointFolder.TryLoad<T>(path));
        CheckpointFolder.Save(path, Numbered(1));
        Assert.IsTrue(CheckpointFolder.Exists(path));
        IsNumbered(1, CheckpointFolder.Load<T>(path));
        CheckpointFolder.Save(path, Numbered(2));
        IsNumbered(2, CheckpointFolder.TryLoad<T>(path)!);
        var files = Directory.GetFiles(path).Select(Path.GetFileName).ToList();
        Assert.HasCount(5, files, string.Join(", ", files));
        Assert.Contains("checkpoint.json", files);
        Assert.Contains("checkpoint.lock", files);
    }

    [TestMethod]
    public void Nothing_of_the_progress_is_lost()
    {
        double[] numbers = [0, -0.0, 0.1, 1 / 3.0, double.Epsilon, double.MaxValue, double.MinValue, -1e-310, 5e-324, Math.PI];
        var progress = new JsonObject
        {
            ["doubles"] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number))]),
            ["single"] = 0.1f,
            ["long"] = long.MinValue,
            ["ulong"] = ulong.MaxValue,
            ["text"] = "ä€😀\0\n\"\\",
            ["nothing"] = null,
            ["empty"] = new JsonObject(),
            ["nan"] = new JsonArray(double.NaN, double.PositiveInfinity, double.NegativeInfinity, float.NaN),
            [""] = true,
        };
        using var folder = new TemporaryFolder();
        CheckpointFolder.Save(folder.Path, new Checkpoint<T>(progress, new Dictionary<string, IReadOnlyDictionary<string, T>>()));
        var loaded = CheckpointFolder.Load<T>(folder.Path).Progress;
        CollectionAssert.AreEqual(
            numbers.Select(BitConverter.DoubleToInt64Bits).ToArray(),
            loaded["doubles"]!.AsArray().Select(number => BitConverter.DoubleToInt64Bits(number!.GetValue<double>())).ToArray());
        Assert.AreEqual(0.1f, loaded["single"]!.GetValue<float>());
        Assert.AreEqual(long.MinValue, loaded["long"]!.GetValue<long>());
        Assert.AreEqual(ulong.MaxValue, loaded["ulong"]!.GetValue<ulong>());
        Assert.AreEqual("ä€😀\0\n\"\\", loaded["text"]!.GetValue<string>());
        Assert.IsTrue(loaded.ContainsKey("nothing"));
        Assert.IsNull(loaded["nothing"]);
        Assert.IsEmpty(loaded["empty"]!.AsObject());
        Assert.AreEqual("""["NaN","Infinity","-Infinity","NaN"]""", loaded["nan"]!.ToJsonString());
        Assert.IsTrue(loaded[""]!.GetValue<bool>());
        Assert.IsNull(loaded.Parent, "the progress can be put into another object");
        Assert.AreEqual(double.NaN, progress["nan"]![0]!.GetValue<double>(), "the caller's own progress is unchanged");
    }

    /// <summary>The reference engine holds more than float32: what goes on from a checkpoint goes on with all of it.</summary>
    [TestMethod]
    public void Numbers_come_back_as_the_engine_holds_them()
    {
        using var folder = new TemporaryFolder();
        var x = Vector(1, 2, 3) / 3;
        var half = (Vector(1, 2, 3) / 3).Half();
        CheckpointFolder.Save(folder.Path, Of(new() { ["x"] = x, ["half"] = half }));
        var loaded = CheckpointFolder.Load<T>(folder.Path).Tensors["weights"];
        Assert.AreSame(DType.Float32, loaded["x"].DType);
        Assert.AreSame(DType.Float16, loaded["half"].DType);
        CollectionAssert.AreEqual(x.ToArray<double>(), loaded["x"].ToArray<double>());
        CollectionAssert.AreEqual(half.ToArray<double>(), loaded["half"].ToArray<double>());
    }

    [TestMethod]
    public void A_run_that_goes_on_draws_what_it_would_have_drawn()
    {
        using var folder = new TemporaryFolder();
        TensorFactory<T>.ManualSeed(3);
        TensorFactory<T>.Randn(5);
        CheckpointFolder.Save(folder.Path, Of(new() { ["cpu"] = TensorFactory<T>.GetRandomState() }));
        var drawn = TensorFactory<T>.Rand(5).ToArray<double>();
        TensorFactory<T>.ManualSeed(4);
        TensorFactory<T>.SetRandomState(CheckpointFolder.Load<T>(folder.Path).Tensors["weights"]["cpu"]);
        CollectionAssert.AreEqual(drawn, TensorFactory<T>.Rand(5).ToArray<double>());
    }

    [TestMethod]
    public void A_part_that_did_not_change_stays_the_same_file()
    {
        using var folder = new TemporaryFolder();
        CheckpointFolder.Save(folder.Path, Of(new() { ["x"] = Vector(1) }));
        var before = folder.Names;
        CheckpointFolder.Save(folder.Path, Of(new() { ["x"] = Vector(1) }));
        CollectionAssert.AreEqual(before, folder.Names);
        Assert.AreEqual(1, CheckpointFolder.Load<T>(folder.Path).Tensors["weights"]["x"].Item<int>());
    }

    [TestMethod]
    public void Files_of_others_and_copies_of_parts_under_other_names_are_not_touched()
    {
        using var folder = new TemporaryFolder();
        CheckpointFolder.Save(folder.Path, Numbered(1));
        string[] foreign =
        [
            "notes.txt", "x.tmp", "checkpoint-1.tmp", "best.safetensors", "weights-0123456789abcdef.safetensors", "weights.safetensors",
            "checkpoint.json.bak",
        ];
        foreach (var name in foreign)
            File.WriteAllText(folder[name], name);
        Directory.CreateDirectory(folder["weights-0123456789abcde0.safetensors"]);
        CheckpointFolder.Save(folder.Path, Numbered(2));
        foreach (var name in foreign)
            Assert.AreEqual(name, File.ReadAllText(folder[name]));
        Assert.HasCount(foreign.Length + 6, folder.Names);
    }

    [TestMethod]
    public void What_a_killed_save_left_is_deleted_by_the_next_one()
    {
        using var folder = new TemporaryFolder();
        CheckpointFolder.Save(folder.Path, Numbered(1));
        var part = folder.Names.Single(name => name.StartsWith("weights-", StringComparison.Ordinal));
        var content = File.ReadAllBytes(folder[part]);
        File.WriteAllBytes(folder[$"checkpoint-{new string('a', 32)}.tmp"], content[..20]);
        CheckpointFolder.Save(folder.Path, Numbered(2));
        // As if the save had been killed before it deleted the older part.
        File.WriteAllBytes(folder[part], content);
        Assert.HasCount(6, folder.Names);
        CheckpointFolder.Save(folder.Path, Numbered(3));
        Assert.HasCount(5, folder.Names, string.Join(", ", folder.Names));
        IsNumbered(3, CheckpointFolder.Load<T>(folder.Path));
    }

    [TestMethod]
    public void Progress_that_JSON_does_not_keep_is_refused()
    {
        using var folder = new TemporaryFolder();
        CheckpointFolder.Save(folder.Path, Numbered(1));
        var deep = new JsonObject();
        for (var i = 0; i < 100_000; i++)
            deep = new JsonObject { ["a"] = deep };
        foreach (var progress in new[] { deep, new JsonObject { ["x"] = "\ud800" }, new JsonObject { ["\ud800"] = 1 } })
        {
            var exception = Assert.ThrowsExactly<TorchArgumentException>(
                () => CheckpointFolder.Save(folder.Path, new Checkpoint<T>(progress, new Dictionary<string, IReadOnlyDictionary<string, T>>())));
            Assert.StartsWith("the checkpoint's progress can't be kept as JSON: ", exception.Message);
        }
        IsNumbered(1, CheckpointFolder.Load<T>(folder.Path));
        Assert.HasCount(5, folder.Names);
    }

    [TestMethod]
    public void Progress_may_be_60_levels_deep()
    {
        using var folder = new TemporaryFolder();
        var (progress, depth) = (new JsonObject(), 1);
        for (; depth < 60; depth++)
            progress = new JsonObject { ["a"] = progress };
        CheckpointFolder.Save(folder.Path, new Checkpoint<T>(progress, new Dictionary<string, IReadOnlyDictionary<string, T>>()));
        Assert.AreEqual(progress.ToJsonString(), CheckpointFolder.Load<T>(folder.Path).Progress.ToJsonString());
        Assert.Throws<TorchArgumentException>(() => CheckpointFolder.Save(
            folder.Path, new Checkpoint<T>(new() { ["a"] = progress }, new Dictionary<string, IReadOnlyDictionary<string, T>>())));
    }

    [TestMethod]
    public void Parts_are_named_such_that_files_can_be()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "", "../x", "A", "a b", "a.b", "a/b", new string('a', 41), "a\n" })
        {
            var checkpoint = new Checkpoint<T>([], new Dictionary<string, IReadOnlyDictionary<string, T>> { [name] = new Dictionary<string, T>() });
            Assert.Contains("can't name a part", Assert.ThrowsExactly<TorchArgumentException>(() => CheckpointFolder.Save(folder.Path, checkpoint)).Message);
        }
        Assert.IsEmpty(folder.Names);
        Assert.ThrowsExactly<ArgumentNullException>(() => CheckpointFolder.Save<T>(folder.Path, null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => CheckpointFolder.Save(folder.Path, new Checkpoint<T>(null!, null!)));
        Assert.ThrowsExactly<ArgumentNullException>(() => CheckpointFolder.Save(null!, Numbered(1)));
        Assert.ThrowsExactly<ArgumentNullException>(() => CheckpointFolder.Exists(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => CheckpointFolder.Load<T>(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => CheckpointFolder.TryLoad<T>(null!));
    }

    /// <summary>A checkpoint whose every number tells which it is, in three parts.</summary>
    internal static Checkpoint<T> Numbered(int number) => new(
        new JsonObject { ["number"] = number },
        new[] { "weights", "optimizer", "random" }.ToDictionary(part => part, IReadOnlyDictionary<string, T> (part) => new Dictionary<string, T>
        {
            [part] = TensorFactory<T>.Full([100], number),
            ["other"] = TensorFactory<T>.Full([3, 2], number + 0.5),
        }));

    internal static void Save(string folder, int number) => CheckpointFolder.Save(folder, Numbered(number));

    internal static void IsNumbered(int number, Checkpoint<T> checkpoint)
    {
        Assert.AreEqual(number, checkpoint.Progress["number"]!.GetValue<int>());
        Assert.HasCount(3, checkpoint.Tensors);
        foreach (var (part, tensors) in checkpoint.Tensors)
        {
            Assert.IsTrue(tensors[part].ToArray<int>().All(value => value == number));
            Assert.IsTrue(tensors["other"].ToArray<double>().All(value => value == number + 0.5));
        }
    }

    private static Checkpoint<T> Of(Dictionary<string, T> tensors)
        => new([], new Dictionary<string, IReadOnlyDictionary<string, T>> { ["weights"] = tensors });
}
