#pragma warning disable RS0030 // code that exists on TorchSharp alone is what is checked here
using static TorchSharp.torch;
using RawTensor = TorchSharp.torch.Tensor;

namespace TwinGrad.Tests;

/// <summary>Modules and functions of raw TorchSharp, which the reference engine has no part in.</summary>
[TestClass]
public sealed class RawTorchSharpTests
{
    // What raw TorchSharp's native code may still need: it does not keep its tensors from the collector.
    private static readonly List<RawTensor> Kept = [];

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_linear_layer_passes_by_its_input_and_its_parameters(bool fastMode)
    {
        var options = new GradCheckOptions { FastMode = fastMode };
        using var layer = nn.Linear(3, 2, dtype: ScalarType.Float64);
        var (x, weight, bias) = (Leaf(4, 3), Tensor.FromTorch(layer.weight!), Tensor.FromTorch(layer.bias!));

        var report = GradCheck.Run(inputs => Called(layer, inputs[0]).Tanh(), [x, weight, bias], options);
        report.ThrowIfDifferent();
        Assert.HasCount(3, report.Jacobians);
        GradGradCheck.Run(inputs => Called(layer, inputs[0]).Tanh(), [x, weight], options: options).ThrowIfDifferent();
    }

    [TestMethod]
    public void A_convolution_passes_by_its_input_and_its_parameters()
    {
        using var layer = nn.Conv2d(2, 3, 2, dtype: ScalarType.Float64);

        GradCheck.Run(inputs => Called(layer, inputs[0]), [Leaf(1, 2, 3, 3), Tensor.FromTorch(layer.weight!)]).ThrowIfDifferent();
        GradGradCheck.Run(x => Called(layer, x).Pow(2), Leaf(1, 2, 3, 3), options: new() { FastMode = true }).ThrowIfDifferent();
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_module_that_cuts_a_part_of_its_graph_is_found(bool fastMode)
    {
        using var layer = nn.Linear(3, 3, dtype: ScalarType.Float64);

        var report = GradCheck.Run(
            x =>
            {
                using var raw = x.Torch;
                using var cut = raw.detach();
                using var hidden = layer.forward(raw);
                using var product = hidden * cut;
                return Tensor.FromTorch(product);
            },
            Leaf(2, 3), new() { FastMode = fastMode });

        StringAssert.StartsWith(Assert.ContainsSingle(report.Problems).Sentence, "Jacobian mismatch for output 0 with respect to input 0,");
        StringAssert.StartsWith(report.Problems[0].Cure, "The rule gives something else than the slope there");
    }

    [TestMethod]
    public void Dropout_is_not_deterministic_until_it_evaluates()
    {
        using var dropout = nn.Dropout(0.5);
        StringAssert.StartsWith(
            Assert.ContainsSingle(GradCheck.Run(x => Called(dropout, x), Leaf(50)).Problems).Sentence, "The function is not deterministic: ");
        dropout.eval();
        GradCheck.Run(x => Called(dropout, x), Leaf(50)).ThrowIfDifferent();
    }

    [TestMethod]
    public void A_wrong_backward_is_found_by_the_numbers_that_PyTorch_reports()
        => StringAssert.StartsWith(
            Assert.ContainsSingle(GradCheck.Run(x => Applied(Tripled.apply, x), Ones()).Problems).Sentence,
            "Jacobian mismatch for output 0 with respect to input 0,\nnumerical:tensor([[2.0000, 0.0000],\n        [0.0000, 2.0000]], "
            + "dtype=torch.float64)\nanalytical:tensor([[3., 0.],\n        [0., 3.]], dtype=torch.float64)\n");

    [TestMethod]
    public void A_backward_that_is_another_each_time_is_found()
    {
        var problem = Assert.ContainsSingle(GradCheck.Run(x => Applied(Drifting.apply, x), Ones()).Problems);
        Assert.AreEqual(
            "Backward is not reentrant, i.e., running backward with same input and grad_output multiple times gives different values, although "
            + "analytical gradient matches numerical gradient.The tolerance for nondeterminism was 0.0.", problem.Sentence);
        GradCheck.Run(x => Applied(Drifting.apply, x), Ones(), new() { NondetTol = 1e-6 }).ThrowIfDifferent();
    }

    [TestMethod]
    public void A_backward_that_is_no_product_with_the_gradient_is_found()
        => Assert.Contains(
            "backward not multiplied by grad_output",
            GradCheck.Run(x => Applied(Constant.apply, x), Ones()).Problems.Select(problem => problem.Sentence));

    [TestMethod]
    public void A_backward_that_is_not_zero_where_an_output_has_no_gradient_is_found_if_asked_for()
    {
        const string Sentence = "Expected all input grads to be undefined or zero when all output grads are undefined or zero.";

        // Without the gradients of both outputs, and without that of each.
        Assert.AreEqual(3, Problems(new()).Count(sentence => sentence.StartsWith(Sentence, StringComparison.Ordinal)));
        Assert.AreEqual(0, Problems(new() { CheckUndefinedGrad = false }).Count(sentence => sentence.StartsWith(Sentence, StringComparison.Ordinal)));

        static IEnumerable<string> Problems(GradCheckOptions options)
            => GradCheck.RunAll(AppliedShifted, [Ones()], options).Problems.Select(problem => problem.Sentence);
    }

    private static Tensor[] AppliedShifted(Tensor[] inputs)
    {
        using var raw = inputs[0].Torch;
        var results = Shifted.apply(raw);
        var wrapped = results.Select(Tensor.FromTorch).ToArray();
        results.ForEach(result => result.Dispose());
        return wrapped;
    }

    private static Tensor Called(nn.Module<RawTensor, RawTensor> module, Tensor x)
    {
        using var raw = x.Torch;
        using var result = module.call(raw);
        return Tensor.FromTorch(result);
    }

    private static Tensor Applied(Func<object[], RawTensor> function, Tensor x)
    {
        using var raw = x.Torch;
        using var result = function([raw]);
        return Tensor.FromTorch(result);
    }

    private static Tensor Ones() => Torch.Ones([2], DType.Float64, requiresGrad: true);

    private static Tensor Leaf(params long[] shape) => GradCheckTests<Tensor>.Leaf(shape);

    private static List<RawTensor> Held(RawTensor gradient)
    {
        lock (Kept)
            Kept.Add(gradient);
        return [gradient];
    }

    private abstract class Doubled<TSelf> : autograd.SingleTensorFunction<TSelf>
        where TSelf : Doubled<TSelf>, new()
    {
        public override string Name => typeof(TSelf).Name;

        public override RawTensor forward(autograd.AutogradContext ctx, params object[] vars) => (RawTensor)vars[0] * 2;
    }

    private sealed class Tripled : Doubled<Tripled>
    {
        public override List<RawTensor> backward(autograd.AutogradContext ctx, RawTensor grad_output) => Held(grad_output * 3);
    }

    private sealed class Drifting : Doubled<Drifting>
    {
        private int _passes;

        public override List<RawTensor> backward(autograd.AutogradContext ctx, RawTensor grad_output) => Held(grad_output * (2 + 1e-9 * _passes++));
    }

    private sealed class Constant : Doubled<Constant>
    {
        public override List<RawTensor> backward(autograd.AutogradContext ctx, RawTensor grad_output) => Held(grad_output * 0 + 2);
    }

    private sealed class Shifted : autograd.MultiTensorFunction<Shifted>
    {
        public override string Name => nameof(Shifted);

        public override List<RawTensor> forward(autograd.AutogradContext ctx, params object[] vars) => [(RawTensor)vars[0] * 2, (RawTensor)vars[0] * 3];

        public override List<RawTensor> backward(autograd.AutogradContext ctx, List<RawTensor> grad_outputs)
            => Held(grad_outputs[0] * 2 + grad_outputs[1] * 3 + 1);
    }
}
