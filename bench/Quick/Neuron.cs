namespace TwinGrad.Bench.Quick;

/// <summary>The notebook's neuron: sigmoid(w x + b), binary cross-entropy of the clamped output, backward, gradients to zero.</summary>
internal sealed class Neuron
{
    private readonly Tensor _input = Torch.Tensor(6.7);
    private readonly Tensor _label = Torch.Tensor(0.0);
    private readonly Tensor _weight = Torch.Tensor(1.0, requiresGrad: true);
    private readonly Tensor _bias = Torch.Tensor(0.0, requiresGrad: true);

    internal void Run()
    {
        using var product = _weight * _input;
        using var z = product + _bias;
        using var sigmoid = z.Sigmoid();
        using var p = sigmoid.Clamp(1e-8, 1 - 1e-8);
        using var logP = p.Log();
        using var first = _label * logP;
        using var otherLabel = 1 - _label;
        using var otherP = 1 - p;
        using var logOther = otherP.Log();
        using var second = otherLabel * logOther;
        using var sum = first + second;
        using var loss = -sum;
        loss.Backward();
        using var weightGrad = _weight.Grad!;
        using var biasGrad = _bias.Grad!;
        weightGrad.Zero_();
        biasGrad.Zero_();
    }
}
