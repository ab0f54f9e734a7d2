namespace TwinGrad.Tests;

/// <summary>Modules that change their dtype or device stay what they are to those who hold their tensors.</summary>
public abstract class ModuleMoveSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_converted_module_keeps_its_tensors_and_their_values()
    {
        var counter = new Counter<T>();
        var (scale, count, last) = (counter.Scale, counter.Count, counter.Last);
        var weight = counter.Parameters()[1];
        var values = weight.ToArray<double>();
        var version = weight.Version;
        Assert.AreSame(counter, counter.To(DType.Float64));
        Assert.AreSame(scale, counter.Parameters()[0]);
        Assert.AreSame(weight, counter.Parameters()[1]);
        Assert.IsTrue(scale.RequiresGrad && scale.IsLeaf);
        Assert.AreEqual(DType.Float64, weight.DType);
        Assert.AreEqual(DType.Float64, last.DType);
        Assert.AreEqual(DType.Int64, count.DType);
        Assert.AreEqual(version, weight.Version);
        CollectionAssert.AreEqual(values, weight.ToArray<double>());
        Prints("tensor(2., dtype=torch.float64, requires_grad=True)", scale);
        Prints("tensor([3., 3.], dtype=torch.float64)", counter.Last.Add_(3));
    }

    [TestMethod]
    public void Gradients_are_converted_too_and_go_on_adding_up()
    {
        var layer = new Linear<T>(2, 1);
        layer.Forward(Ones(2)).Sum().Backward();
        var before = layer.Weight.Grad!;
        layer.To(DType.Float64);
        Assert.AreEqual(DType.Float32, before.DType);
        Prints("tensor([[1., 1.]], dtype=torch.float64)", layer.Weight.Grad);
        layer.Forward(Ones(2).Double()).Sum().Backward();
        Prints("tensor([[2., 2.]], dtype=torch.float64)", layer.Weight.Grad);
        Prints("tensor([[1., 1.]])", before);
    }

    [TestMethod]
    public void An_optimizer_from_before_steps_what_was_converted()
    {
        var layer = new Linear<T>(1, 1, bias: false);
        var optimizer = Optim.Sgd(layer.Parameters(), lr: 0.5);
        layer.LoadStateDict(new Dictionary<string, T> { ["weight"] = Ones(1, 1) });
        layer.To(DType.Float64);
        layer.Forward(Ones(1).Double()).Sum().Backward();
        optimizer.Step();
        Prints("tensor([[0.5000]], dtype=torch.float64, requires_grad=True)", layer.Weight);
        layer.To(DType.Float16);
        optimizer.Step();
        Prints("tensor([[0.]], dtype=torch.float16, requires_grad=True)", layer.Weight);
    }

    [TestMethod]
    public void Hooks_stay_with_a_converted_parameter()
    {
        var layer = new Linear<T>(1, 1, bias: false);
        var seen = new List<DType>();
        try
        {
            layer.Weight.RegisterHook(gradient => seen.Add(gradient.DType));
        }
        catch (TorchNotImplementedException)
        {
            Assert.Inconclusive("this platform has no hooks");
        }
        layer.To(DType.Float64).Forward(Ones(1).Double()).Sum().Backward();
        CollectionAssert.AreEqual(new[] { DType.Float64 }, seen);
    }

    [TestMethod]
    public void A_graph_from_before_the_conversion_ends_in_an_error_or_a_gradient()
    {
        var layer = new Linear<T>(2, 1, bias: false);
        var y = layer.Forward(Ones(2)).Sum();
        layer.To(DType.Float64);
        try
        {
            y.Backward();
        }
        catch (TorchException)
        {
            return;
        }
        CollectionAssert.AreEqual(new[] { 1.0, 1.0 }, layer.Weight.Grad?.ToArray<double>() ?? [1, 1]);
    }

    [TestMethod]
    public void What_is_of_the_dtype_already_is_left_alone()
    {
        var layer = new Linear<T>(2, 1);
        var state = layer.StateDict();
        layer.To(DType.Float32).To(Device.Cpu);
        state["weight"].Zero_();
        Assert.AreEqual(0, layer.Weight.Sum().Item<double>());
    }

    [TestMethod]
    public void A_state_dict_from_before_no_longer_shares_memory()
    {
        var layer = new Linear<T>(2, 1);
        var state = layer.StateDict();
        layer.To(DType.Float64);
        var values = layer.Weight.ToArray<double>();
        state["weight"].Zero_();
        Assert.AreEqual(DType.Float32, state["weight"].DType);
        CollectionAssert.AreEqual(values, layer.Weight.ToArray<double>());
    }

    [TestMethod]
    public void A_dtype_of_integers_is_refused()
        => Refuses(
            "nn.Module.to only accepts floating point or complex dtypes, but got desired dtype=torch.int64",
            () => new Linear<T>(2, 2).To(DType.Int64));

    [TestMethod]
    public void A_device_that_is_not_there_is_refused_and_nothing_moved()
    {
        var layer = new Linear<T>(2, 2);
        Exception? refused = null;
        try
        {
            layer.To(Device.Cuda());
        }
        catch (Exception error)
        {
            refused = error;
        }
        if (refused is null)
        {
            Assert.AreEqual(DeviceType.Cuda, layer.Weight.Device.Type);
            layer.To(Device.Cpu);
        }
        else
        {
            Assert.IsInstanceOfType<ITorchException>(refused);
        }
        Assert.AreEqual(Device.Cpu, layer.Weight.Device);
        HasShape(layer.Forward(Ones(2)), 2);
    }
}
