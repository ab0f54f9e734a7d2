namespace TwinGrad.Bench.Quick;

/// <summary>A step of training in a scope: gradients cleared, forward, cross-entropy, backward, step.</summary>
internal sealed class TrainingStep(Module<Tensor> model, Tensor inputs, Func<IReadOnlyList<Tensor>, IOptimizer<Tensor>> optimizer)
{
    private readonly Tensor _labels = Torch.Arange(inputs.Shape[0]).Remainder(10);

    internal IOptimizer<Tensor> Optimizer { get; } = optimizer(model.Parameters());

    internal void ZeroGrad() => Optimizer.ZeroGrad();

    internal void Step()
    {
        using var scope = Torch.NewScope();
        Backward();
        Optimizer.Step();
    }

    /// <summary>The step without the optimizer's part.</summary>
    internal void Backward()
    {
        ZeroGrad();
        model.Forward(inputs).CrossEntropy(_labels).Backward();
    }
}
