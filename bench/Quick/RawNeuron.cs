using TorchSharp;

namespace TwinGrad.Bench.Quick;

/// <summary>The same neuron on TorchSharp's public API.</summary>
internal sealed class RawNeuron
{
    private readonly torch.Tensor _input = torch.tensor(6.7f);
    private readonly torch.Tensor _label = torch.tensor(0.0f);
    private readonly torch.Tensor _weight = torch.tensor(1.0f, requires_grad: true);
    private readonly torch.Tensor _bias = torch.tensor(0.0f, requires_grad: true);

    internal void Run()
    {
        using var product = _weight * _input;
        using var z = product + _bias;
        using var sigmoid = z.sigmoid();
        using var p = sigmoid.clamp(1e-8, 1 - 1e-8);
        using var logP = p.log();
        using var first = _label * logP;
        using var otherLabel = 1 - _label;
        using var otherP = 1 - p;
        using var logOther = otherP.log();
        using var second = otherLabel * logOther;
        using var sum = first + second;
        using var loss = -sum;
        loss.backward();
        using var weightGrad = _weight.grad!;
        using var biasGrad = _bias.grad!;
        weightGrad.zero_().Dispose();
        biasGrad.zero_().Dispose();
    }
}
