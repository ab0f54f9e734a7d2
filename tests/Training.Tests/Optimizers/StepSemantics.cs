namespace TwinGrad.Tests;

/// <summary>What every optimizer bears, and how groups are added.</summary>
public abstract class StepSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void Options_that_make_no_sense_are_refused_as_PyTorch_refuses_them()
    {
        T[] parameters = [Leaf(1, 2)];
        Refuses("Invalid learning rate: -1", () => Optim.Adam(parameters, lr: -1));
        Refuses("Invalid epsilon value: -1", () => Optim.Adam(parameters, eps: -1));
        Refuses("Invalid beta parameter at index 0: 1", () => Optim.Adam(parameters, betas: (1, 0.9)));
        Refuses("Invalid beta parameter at index 1: -0.1", () => Optim.AdamW(parameters, betas: (0.9, -0.1)));
        Refuses("Invalid weight_decay value: -1", () => Optim.AdamW(parameters, weightDecay: -1));
        Refuses("Invalid beta parameter at index 1: NaN", () => Optim.AdamW(parameters, betas: (0.9, NaN)));
        Refuses("Invalid learning rate: NaN", () => Optim.RmsProp(parameters, lr: NaN));
        Refuses("Invalid epsilon value: -1", () => Optim.RmsProp(parameters, eps: -1));
        Refuses("Invalid momentum value: -1", () => Optim.RmsProp(parameters, momentum: -1));
        Refuses("Invalid weight_decay value: -1", () => Optim.RmsProp(parameters, weightDecay: -1));
        Refuses("Invalid alpha value: -1", () => Optim.RmsProp(parameters, alpha: -1));
        Refuses("Invalid learning rate: -1", () => Optim.Lbfgs(parameters, lr: -1));
        var group = Optim.Lbfgs(parameters).Groups[0];
        Refuses("the steps of this optimizer have no momentum to set", () => group.Momentum = 0.9);
        Assert.IsNull(group.Momentum);
        var sgd = Optim.Sgd(parameters).Groups[0];
        Refuses("Invalid learning rate: -1", () => sgd.LearningRate = -1);
        Refuses("Invalid momentum value: NaN", () => sgd.Momentum = NaN);
        Refuses("the steps of this optimizer have no momentum to set", () => sgd.Momentum = null);
        Assert.AreEqual(new SgdOptions(), sgd.Options);
    }

    [TestMethod]
    public void Groups_can_be_added_and_take_the_optimizers_options()
    {
        var (x, y, z) = (Leaf(1), Leaf(1), Leaf(1));
        var optimizer = Optim.Sgd([x], lr: 0.5);
        optimizer.AddParameterGroup(new([y]));
        optimizer.AddParameterGroup(new([z], new() { LearningRate = 0.25 }));
        (x + y + z).Sum().Backward();
        optimizer.Step();
        CollectionAssert.AreEqual(new[] { 0.5, 0.5, 0.75 }, new[] { x, y, z }.Select(each => each.Item<double>()).ToArray());
        Assert.HasCount(3, ((IOptimizer<T>)optimizer).Groups);
    }

    [TestMethod]
    public void A_group_that_is_refused_is_not_added()
    {
        var x = Leaf(1);
        var optimizer = Optim.Sgd([x]);
        var undecided = new ParameterGroup<T, SgdOptions>([x]);
        Refuses("some parameters appear in more than one parameter group", () => optimizer.AddParameterGroup(undecided));
        Refuses("a group without options takes those of its optimizer; it belongs to none yet", () => undecided.Options);
        Refuses("Invalid momentum value: -1", () => optimizer.AddParameterGroup(new([Leaf(1)], new() { Momentum = -1 })));
        Refuses("can't optimize a non-leaf Tensor", () => optimizer.AddParameterGroup(new([x * 2])));
        Assert.Throws<ArgumentNullException>(() => optimizer.AddParameterGroup(null!));
        Assert.HasCount(1, optimizer.Groups);
    }

    [TestMethod]
    public void Defaults_are_those_of_PyTorch_2()
    {
        T[] parameters = [Leaf(1)];
        Assert.AreEqual(new SgdOptions { LearningRate = 1e-3 }, Optim.Sgd(parameters).Groups[0].Options);
        Assert.AreEqual(
            new AdamOptions { LearningRate = 1e-3, Betas = (0.9, 0.999), Eps = 1e-8, WeightDecay = 0 }, Optim.Adam(parameters).Groups[0].Options);
        Assert.AreEqual(
            new AdamWOptions { LearningRate = 1e-3, Betas = (0.9, 0.999), Eps = 1e-8, WeightDecay = 1e-2 }, Optim.AdamW(parameters).Groups[0].Options);
        Assert.AreEqual(
            new RmsPropOptions { LearningRate = 1e-2, Alpha = 0.99, Eps = 1e-8, Momentum = 0, WeightDecay = 0 },
            Optim.RmsProp(parameters).Groups[0].Options);
        Assert.AreEqual(
            new LbfgsOptions { LearningRate = 1, MaxIter = 20, ToleranceGrad = 1e-7, ToleranceChange = 1e-9, HistorySize = 100 },
            Optim.Lbfgs(parameters).Groups[0].Options);
        Assert.AreEqual(25, Optim.Lbfgs(parameters).State().Options["param_groups"]![0]!["max_eval"]!.GetValue<int>());
    }

    [TestMethod]
    public void Micro_batches_of_a_share_of_the_loss_are_one_big_batch()
    {
        double[][] inputs = [[0.5, -1.5], [2, 0.25], [-0.75, 1], [1.25, 3]];
        foreach (var make in Optimizers())
        {
            var (big, small) = (Doubles(0.3, -0.6).RequiresGrad_(), Doubles(0.3, -0.6).RequiresGrad_());
            var (bigOptimizer, smallOptimizer) = (make([big]), make([small]));
            for (var step = 0; step < 5; step++)
            {
                (Losses(big, inputs[0]) + Losses(big, inputs[1]) + Losses(big, inputs[2]) + Losses(big, inputs[3])).Div(4).Backward();
                foreach (var input in inputs)
                    Losses(small, input).Div(4).Backward();
                Advance(bigOptimizer);
                Advance(smallOptimizer);
            }
            foreach (var (value, other) in big.ToArray<double>().Zip(small.ToArray<double>()))
                Assert.AreEqual(value, other, 1e-12);
        }

        static T Losses(T parameter, double[] input) => (parameter * Doubles(input) - 1).Pow(2).Mean();

        static void Advance(IOptimizer<T> optimizer)
        {
            optimizer.Step();
            optimizer.ZeroGrad();
        }
    }

    [TestMethod]
    public void Parameters_of_every_shape_and_layout_are_stepped()
    {
        foreach (var make in Optimizers())
        {
            var (number, empty) = (Number(2, DType.Float64, requiresGrad: true), Doubles().RequiresGrad_());
            var rows = Doubles(1, 2, 3, 4, 5, 6).View(2, 3).RequiresGrad_();
            var transposed = Doubles(1, 4, 2, 5, 3, 6).View(3, 2).Transpose(0, 1).RequiresGrad_();
            (number * number + empty.Sum() + rows.Pow(2).Sum() + transposed.Pow(2).Sum()).Backward();
            make([number, empty, transposed, rows]).Step();
            Assert.AreNotEqual(2, number.Item<double>());
            CollectionAssert.AreEqual(rows.ToArray<double>(), transposed.ToArray<double>());
        }
    }

    [TestMethod]
    public void Halves_are_stepped_in_halves()
    {
        foreach (var make in Optimizers())
        {
            var x = TensorFactory<T>.Tensor([1.0, 2], DType.Float16).RequiresGrad_();
            x.Grad = TensorFactory<T>.Tensor([0.5, -0.5], DType.Float16);
            make([x]).Step();
            Assert.AreEqual(DType.Float16, x.DType);
            var values = x.ToArray<double>();
            Assert.IsTrue(values[0] < 1 && values[1] > 1.9, string.Join(", ", values));
        }
    }

    [TestMethod]
    public void A_disposed_parameter_is_found_before_another_is_stepped()
    {
        foreach (var make in Optimizers())
        {
            var (x, y) = (Leaf(1, 2), Leaf(1, 2));
            (x + y).Sum().Backward();
            var optimizer = make([x, y]);
            if (y is not IDisposable disposable)
                return;
            disposable.Dispose();
            Assert.ThrowsExactly<ObjectDisposedException>(optimizer.Step);
            Prints("tensor([1., 2.], requires_grad=True)", x);
        }
    }

    [TestMethod]
    public void A_step_is_not_recorded_and_leaves_recording_as_it_was()
    {
        foreach (var make in Optimizers())
        {
            var x = Leaf(1, 2);
            x.Pow(3).Sum().Backward(createGraph: true);
            var optimizer = make([x]);
            optimizer.Step();
            Assert.IsTrue(x.IsLeaf);
            Assert.IsTrue(T.GradEnabled);
            Assert.IsTrue(optimizer.State().Tensors.Values.All(tensor => !tensor.RequiresGrad));
            optimizer.ZeroGrad(setToNone: false);
            Assert.IsFalse(x.Grad!.RequiresGrad);
            CollectionAssert.AreEqual(new double[2], x.Grad!.ToArray<double>());
        }
    }

    [TestMethod]
    public void A_closure_is_called_once_with_recording_on()
    {
        foreach (var make in Optimizers())
        {
            var (x, calls) = (Leaf(1, 2), 0);
            var optimizer = make([x]);
            using var mode = new GradMode<T>(enabled: false);
            var loss = optimizer.Step(() =>
            {
                calls++;
                var value = x.Pow(2).Sum();
                value.Backward();
                return value;
            });
            Assert.AreEqual(1, calls);
            Assert.AreEqual(5, loss.Item<double>());
            Refuses("the closure returned null; it has to return the loss that it computed", () => optimizer.Step(() => null!));
            Assert.Throws<ArgumentNullException>(() => optimizer.Step(null!));
        }
    }

    /// <summary>One of each that steps by gradients, with all that it can remember.</summary>
    private static IEnumerable<Func<T[], IOptimizer<T>>> Optimizers() =>
    [
        parameters => Optim.Sgd(parameters, lr: 0.05),
        parameters => Optim.Sgd(parameters, lr: 0.05, momentum: 0.9, weightDecay: 0.01, nesterov: true),
        parameters => Optim.Adam(parameters, lr: 0.05, eps: 1e-3, weightDecay: 0.01, amsgrad: true),
        parameters => Optim.AdamW(parameters, lr: 0.05, eps: 1e-3),
        parameters => Optim.RmsProp(parameters, lr: 0.005, eps: 1e-3, momentum: 0.9, centered: true),
    ];
}
