using TwinGrad.Reference;

namespace TwinGrad.Tests;

/// <summary>Operations on 0-dim tensors, which are recorded and differentiated as numbers, do what those on tensors do.</summary>
[TestClass]
public sealed class NumberTests
{
    private static readonly (string Name, Func<Tensor, Tensor, Tensor> Function)[] _functions =
    [
        ("add", (x, y) => x + y), ("add a number", (x, _) => x + 3), ("sub", (x, y) => x - y), ("rsub", (x, _) => 1 - x),
        ("mul", (x, y) => x * y), ("square", (x, _) => x * x), ("div", (x, y) => x / y), ("neg", (x, _) => -x), ("abs", (x, _) => x.Abs()),
        ("reciprocal", (x, _) => x.Reciprocal()), ("sqrt", (x, _) => x.Sqrt()), ("exp", (x, _) => x.Exp()), ("log", (x, _) => x.Log()),
        ("log1p", (x, _) => x.Log1p()), ("sigmoid", (x, _) => x.Sigmoid()), ("relu", (x, _) => x.Relu()), ("clone", (x, _) => x.Clone()),
        ("clamp", (x, _) => x.Clamp(-1, 1)), ("clamp from below", (x, _) => x.Clamp(min: 0.5)),
        ("neuron", (x, y) => -(y * x.Sigmoid().Clamp(1e-8, 1 - 1e-8).Log() + (1 - y) * (1 - x.Sigmoid()).Log())),
    ];

    [TestMethod]
    public void A_number_has_the_gradient_that_the_recorded_rules_give()
    {
        foreach (var (name, function) in _functions)
            foreach (var x in Agreement.Specials)
                foreach (var y in new[] { 2.5, -1, 0, double.PositiveInfinity, double.NaN })
                {
                    var (plain, fast) = (Gradients(function, x, y, [], createGraph: true), Gradients(function, x, y, [], createGraph: false));
                    Agreement.Near(plain, fast, 0, $"{name} at ({x:R}, {y:R})");
                }
    }

    [TestMethod]
    public void A_number_has_the_gradient_of_a_tensor_of_one_element()
    {
        foreach (var (name, function) in _functions)
            foreach (var x in Agreement.Specials)
                Agreement.Near(
                    Gradients(function, x, 0.75, [1], createGraph: false), Gradients(function, x, 0.75, [], createGraph: false), 0,
                    $"{name} at {x:R}");
    }

    [TestMethod]
    public void What_is_saved_of_a_number_is_checked_as_of_any_tensor()
    {
        var x = Torch.Tensor(2.0, requiresGrad: true);
        var y = Torch.Tensor(3.0);
        var product = x * y;
        y.Mul_(2);
        Assert.Contains("modified by an inplace operation", Assert.ThrowsExactly<TorchException>(() => product.Backward()).Message);

        var power = x.Exp();
        power.Backward();
        Assert.Contains("a second time", Assert.ThrowsExactly<TorchException>(() => power.Backward()).Message);
    }

    [TestMethod]
    public void A_view_of_a_number_shares_its_memory()
    {
        var x = Torch.Tensor(2.0) * 3;
        var view = x.View(1);
        view.Add_(1);
        Assert.AreEqual(7.0, x.Item<double>());
        x.Zero_();
        Assert.AreEqual(0.0, view.Item<double>());
        Assert.AreEqual(x.Version, view.Version);
    }

    [TestMethod]
    public void A_number_seen_in_inference_mode_is_no_inference_tensor()
    {
        var x = Torch.Tensor(2.0) * 3;
        using (Torch.InferenceMode())
        {
            Assert.IsTrue((x * 2).IsInference);
            Assert.AreEqual(6.0, x.View(1).Item<double>());
        }
        Assert.IsFalse(x.IsInference);
    }

    [TestMethod]
    public void Hooks_and_kept_gradients_of_numbers_are_served()
    {
        var x = Torch.Tensor(2.0, requiresGrad: true);
        var square = x * x;
        var negative = -square;
        square.RetainGrad();
        negative.RegisterHook(gradient => gradient * 10);
        negative.Backward();
        Assert.AreEqual(-10.0, square.Grad!.Item<double>());
        Assert.AreEqual(-40.0, x.Grad!.Item<double>());
    }

    private static double[] Gradients(Func<Tensor, Tensor, Tensor> function, double x, double y, long[] shape, bool createGraph)
    {
        var a = Torch.Full(shape, x, dtype: DType.Float64, requiresGrad: true);
        var b = Torch.Full(shape, y, dtype: DType.Float64, requiresGrad: true);
        var result = function(a, b);
        var gradients = Autograd.Grad([result.Sum()], [a, b], createGraph: createGraph, allowUnused: true);
        result = function(a, b);
        result.Backward(Torch.Full(shape, 1, dtype: DType.Float64), createGraph: createGraph);
        for (var i = 0; i < 2; i++)
            Agreement.Near(gradients[i]?.Item<double>() ?? 0, (i == 0 ? a : b).Grad?.Item<double>() ?? 0, 0, "Grad and backward");
        return [result.Item<double>(), a.Grad?.Item<double>() ?? 0, b.Grad?.Item<double>() ?? 0];
    }
}
