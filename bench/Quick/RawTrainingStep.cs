using TorchSharp;
using TorchSharp.Modules;

namespace TwinGrad.Bench.Quick;

/// <summary>The same step on TorchSharp's public API, in its scope.</summary>
internal sealed class RawTrainingStep(
    Sequential model, torch.Tensor inputs, Func<IEnumerable<Parameter>, torch.optim.Optimizer> optimizer)
{
    private readonly torch.Tensor _labels = torch.arange(inputs.shape[0]).remainder(10);

    internal torch.optim.Optimizer Optimizer { get; } = optimizer(model.parameters());

    internal void Step()
    {
        using var scope = torch.NewDisposeScope();
        Backward();
        Optimizer.step();
    }

    internal void Backward()
    {
        Optimizer.zero_grad();
        torch.nn.functional.cross_entropy(model.forward(inputs), _labels).backward();
    }
}
