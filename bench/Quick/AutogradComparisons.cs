using TorchSharp;

namespace TwinGrad.Bench.Quick;

/// <summary>Backward passes, and the notebook's neuron whole.</summary>
internal static class AutogradComparisons
{
    internal static ComparisonGroup Backward()
    {
        var (number, rawNumber) = (Torch.Tensor(3.0, requiresGrad: true), torch.tensor(3.0f, requires_grad: true));
        var (x, rawX) = (Torch.Ones([10], requiresGrad: true), torch.ones([10], requires_grad: true));
        return new("Backward", "TwinGrad", "raw",
        [
            new("x.pow(2), backward, zero; one number", () => Square(number), () => Square(rawNumber)),
            new("tanh five times, sum, backward; 10 floats", () => Chain(x), () => Chain(rawX)),
            new("autograd.grad of x.pow(2); one number", () => GradOfSquare(number), () => GradOfSquare(rawNumber)),
            new("neuron", new Neuron().Run, new RawNeuron().Run) { Goal = new(Ratio: 0.7) },
        ]);
    }

    /// <summary>What the neuron would take if a binding took nothing.</summary>
    internal static ComparisonGroup Floor() => new("The floor of the neuron: native calls with bare pointers", "native alone", "raw",
    [
        new("neuron, native calls alone", new NativeNeuron().Run, new RawNeuron().Run),
    ]);

    private static void Square(Tensor x)
    {
        using var y = x.Pow(2);
        y.Backward();
        using var grad = x.Grad!;
        grad.Zero_();
    }

    private static void Square(torch.Tensor x)
    {
        using var y = x.pow(2);
        y.backward();
        using var grad = x.grad!;
        grad.zero_().Dispose();
    }

    private static void Chain(Tensor x)
    {
        using var a = x.Tanh();
        using var b = a.Tanh();
        using var c = b.Tanh();
        using var d = c.Tanh();
        using var e = d.Tanh();
        using var sum = e.Sum();
        sum.Backward();
        x.Grad = null;
    }

    private static void Chain(torch.Tensor x)
    {
        using var a = x.tanh();
        using var b = a.tanh();
        using var c = b.tanh();
        using var d = c.tanh();
        using var e = d.tanh();
        using var sum = e.sum();
        sum.backward();
        x.grad = null;
    }

    private static void GradOfSquare(Tensor x)
    {
        using var y = x.Pow(2);
        Autograd.Grad(y, x).Dispose();
    }

    private static void GradOfSquare(torch.Tensor x)
    {
        using var y = x.pow(2);
        torch.autograd.grad([y], [x])[0].Dispose();
    }
}
