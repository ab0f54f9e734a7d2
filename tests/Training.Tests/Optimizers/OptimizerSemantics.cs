using System.Globalization;

namespace TwinGrad.Tests;

/// <summary>What an optimizer takes, refuses and does to parameters and gradients.</summary>
public abstract class OptimizerSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void What_cannot_be_optimized_is_refused()
    {
        var x = Leaf(1, 2);
        Refuses("optimizer got an empty parameter list", () => Optim.Sgd<T>([], lr: 0.1));
        Refuses("optimizer can only optimize Tensors, but one of the params is NoneType", () => Optim.Sgd<T>([null!], lr: 0.1));
        Refuses("can't optimize a non-leaf Tensor", () => Optim.Sgd([x * 2], lr: 0.1));
        Refuses("some parameters appear in more than one parameter group", () => new Sgd<T>(
            [new ParameterGroup<T, SgdOptions>([x]), new ParameterGroup<T, SgdOptions>([x])]));
        Assert.Throws<ArgumentNullException>(() => new Sgd<T>((IReadOnlyList<ParameterGroup<T, SgdOptions>>)null!));
        Assert.Throws<ArgumentNullException>(() => new Sgd<T>((ParameterGroup<T, SgdOptions>[])[null!]));
        Refuses(
            "a group without options takes those of its optimizer; it belongs to none yet",
            () => new ParameterGroup<T, SgdOptions>([x]).Options);
    }

    [TestMethod]
    public void Options_that_make_no_sense_are_refused()
    {
        T[] parameters = [Leaf(1, 2)];
        Refuses("Invalid learning rate: -1", () => Optim.Sgd(parameters, lr: -1));
        Refuses("Invalid learning rate: NaN", () => Optim.Sgd(parameters, lr: NaN));
        Refuses("Invalid momentum value: -1", () => Optim.Sgd(parameters, lr: 0.1, momentum: -1));
        Refuses("Invalid weight_decay value: -1", () => Optim.Sgd(parameters, lr: 0.1, weightDecay: -1));
        Refuses("Nesterov momentum requires a momentum and zero dampening", () => Optim.Sgd(parameters, lr: 0.1, nesterov: true));
        var group = Optim.Sgd(parameters, lr: 0.1).Groups[0];
        Refuses("Invalid learning rate: -1", () => group.Options = group.Options with { LearningRate = -1 });
    }

    [TestMethod]
    public void A_parameter_named_twice_is_warned_of()
    {
        var x = Leaf(1, 2);
        Warnings.AsErrors = true;
        try
        {
            var warning = Assert.ThrowsExactly<TorchWarningException>(() => Optim.Sgd([x, x], lr: 0.1));
            Assert.StartsWith("optimizer contains a parameter group with duplicate parameters", warning.Message);
        }
        finally
        {
            Warnings.AsErrors = false;
        }
    }

    [TestMethod]
    public void A_group_without_options_takes_the_optimizers()
    {
        var optimizer = new Sgd<T>(
            [new ParameterGroup<T, SgdOptions>([Leaf(1)]), new([Leaf(1)], new() { LearningRate = 3 })], new() { LearningRate = 2 });

        Assert.AreEqual(2, optimizer.Groups[0].Options.LearningRate);
        Assert.AreEqual(3, optimizer.Groups[1].Options.LearningRate);
        Assert.AreEqual(1e-3, Optim.Sgd([Leaf(1)]).Groups[0].Options.LearningRate);
    }

    [TestMethod]
    public void A_parameter_without_gradient_is_passed_over()
    {
        var (x, untracked) = (Leaf(1, 1), Ones(2));
        Optim.Sgd([x, untracked], lr: 0.1).Step();
        Prints("tensor([1., 1.], requires_grad=True)", x);
        Prints("tensor([1., 1.])", untracked);
    }

    [TestMethod]
    public void ZeroGrad_forgets_the_gradient_and_leaves_it_to_who_holds_it()
    {
        var x = Leaf(1, 2);
        x.Sum().Backward();
        var held = x.Grad;
        var optimizer = Optim.Sgd([x], lr: 0.1);

        optimizer.ZeroGrad();

        Assert.IsNull(x.Grad);
        Prints("tensor([1., 1.])", held);

        x.Sum().Backward();
        optimizer.ZeroGrad(setToNone: false);
        Prints("tensor([0., 0.])", x.Grad);
    }

    [TestMethod]
    [DataRow(0.0, 0.0, 0.0, false, false, "0.10737,0.01209,0.00031")]
    [DataRow(0.9, 0.0, 0.01, true, false, "0.05388,0.04294,-0.02590")]
    [DataRow(0.9, 0.5, 0.0, false, false, "-0.57386,0.56599,2.24790")]
    [DataRow(0.0, 0.0, 0.1, false, true, "5.69468,53.84904,309.80792")]
    public void Ten_steps_end_where_PyTorchs_do(
        double momentum, double dampening, double weightDecay, bool nesterov, bool maximize, string recorded)
    {
        var w = Leaf(1, 2, 3);
        var optimizer = Optim.Sgd([w], lr: 0.1, momentum, dampening, weightDecay, nesterov, maximize);
        for (var i = 0; i < 10; i++)
        {
            optimizer.ZeroGrad();
            (w.Pow(2) * Vector(1, 2, 3)).Sum().Backward();
            optimizer.Step();
        }
        foreach (var (value, text) in w.ToArray<double>().Zip(recorded.Split(',')))
        {
            // Recorded with five decimals, of float32.
            var expected = double.Parse(text, CultureInfo.InvariantCulture);
            Assert.AreEqual(expected, value, 5e-6 + 1e-6 * Math.Abs(expected));
        }
    }

    [TestMethod]
    public void A_parameter_that_was_disposed_of_is_not_passed_over()
    {
        var w = Leaf(1, 2);
        w.Sum().Backward();
        var optimizer = Optim.Sgd([w], lr: 0.1);
        if (w is not IDisposable disposable)
            return;
        disposable.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(optimizer.Step);
    }

    [TestMethod]
    public void A_step_makes_the_values_of_an_earlier_graph_stale()
    {
        var w = Leaf(1, 2);
        var optimizer = Optim.Sgd([w], lr: 0.1);
        var y = w.Pow(2).Sum();
        y.Backward(retainGraph: true);
        optimizer.Step();
        var exception = Assert.Throws<TorchException>(() => y.Backward());
        Assert.Contains("has been modified by an inplace operation", exception.Message);
    }
}
