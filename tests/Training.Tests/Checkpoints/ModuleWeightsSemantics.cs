namespace TwinGrad.Tests;

/// <summary>A module's weights go into a file and come back; from a file that does not fit nothing is taken.</summary>
public abstract class ModuleWeightsSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Weights_come_back()
    {
        using var folder = new TemporaryFolder();
        var (one, other) = (Model(), Model());
        one.SaveWeights(folder["w"]);
        CollectionAssert.AreNotEqual(Bits(one), Bits(other));
        other.LoadWeights(folder["w"]);
        CollectionAssert.AreEqual(Values(one), Values(other));
        Assert.IsTrue(other.Parameters().All(parameter => parameter.RequiresGrad && parameter.IsLeaf));
    }

    [TestMethod]
    public void What_does_not_fit_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var model = Model();
        var before = Bits(model);
        var state = new Dictionary<string, T>(model.StateDict().Select(entry => KeyValuePair.Create(entry.Key, T.Full(entry.Value.Shape, 9, DType.Float32, Device.Cpu, requiresGrad: false))));
        foreach (var broken in new Action<Dictionary<string, T>>[]
        {
            changed => changed.Remove("1.bias"),
            changed => changed.Add("2.bias", Vector(1)),
            changed => changed["1.bias"] = Vector(1, 2, 3, 4), // would broadcast
            changed => changed["1.weight"] = changed["1.weight"].Reshape(-1),
        })
        {
            var changed = new Dictionary<string, T>(state);
            broken(changed);
            SafeTensors.Save(folder["w"], changed);
            Assert.Contains("Error(s) in loading state_dict for", Assert.ThrowsExactly<TorchArgumentException>(() => model.LoadWeights(folder["w"])).Message);
            CollectionAssert.AreEqual(before, Bits(model));
        }
        SafeTensors.Save(folder["w"], state);
        File.WriteAllBytes(folder["w"], File.ReadAllBytes(folder["w"])[..^1]);
        Assert.ThrowsExactly<CheckpointException>(() => model.LoadWeights(folder["w"]));
        Assert.ThrowsExactly<CheckpointException>(() => model.LoadWeights(folder["none"]));
        CollectionAssert.AreEqual(before, Bits(model));
    }

    [TestMethod]
    public void Not_strictly_what_there_is_is_taken()
    {
        using var folder = new TemporaryFolder();
        var model = Model();
        SafeTensors.Save(folder["w"], new Dictionary<string, T> { ["1.bias"] = Vector(7), ["more"] = Vector(1) });
        model.LoadWeights(folder["w"], strict: false);
        Assert.AreEqual(7, model.StateDict()["1.bias"].Item<int>());
    }

    [TestMethod]
    public void Other_dtypes_are_converted_as_copy_does()
    {
        using var folder = new TemporaryFolder();
        var model = Model();
        SafeTensors.Save(folder["w"], new Dictionary<string, T> { ["1.bias"] = Vector(0.1).Half() });
        model.LoadWeights(folder["w"], strict: false);
        var bias = model.StateDict()["1.bias"];
        Assert.AreSame(DType.Float32, bias.DType);
        Assert.AreEqual((float)(Half)0.1f, bias.Item<float>());
    }

    [TestMethod]
    public void Null_is_refused()
    {
        Assert.ThrowsExactly<ArgumentNullException>(() => Model().SaveWeights(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => Model().LoadWeights(null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => ((Module<T>)null!).SaveWeights("x"));
        Assert.ThrowsExactly<ArgumentNullException>(() => ((Module<T>)null!).LoadWeights("x"));
    }

    internal static Sequential<T> Model() => new(new Linear<T>(3, 2), new Linear<T>(2, 1));

    internal static long[] Bits(Module<T> model)
        => [.. model.StateDict().Values.SelectMany(tensor => tensor.ToArray<double>()).Select(BitConverter.DoubleToInt64Bits)];

    /// <summary>As float32, which is what the file keeps of what the reference engine holds more exactly.</summary>
    private static float[] Values(Module<T> model) => [.. model.StateDict().Values.SelectMany(tensor => tensor.ToArray<float>())];
}
