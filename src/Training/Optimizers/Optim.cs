namespace TwinGrad;

/// <summary>PyTorch's <c>torch.optim</c>: optimizers over the tensors of either engine.</summary>
public static class Optim
{
    /// <inheritdoc cref="Sgd{T}"/>
    /// <param name="parameters">Leaf tensors.</param>
    /// <param name="lr">The factor of a step.</param>
    /// <param name="momentum">How much of the last direction is kept.</param>
    /// <param name="dampening">How much of the gradient the momentum leaves out.</param>
    /// <param name="weightDecay">The factor of the parameter that is added to its gradient.</param>
    /// <param name="nesterov">Whether the momentum looks one step ahead.</param>
    /// <param name="maximize">Whether the objective grows instead of shrinking.</param>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public static Sgd<T> Sgd<T>(
        IReadOnlyList<T> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weightDecay = 0,
        bool nesterov = false, bool maximize = false)
        where T : class, ITensor<T>
        => new(parameters, new SgdOptions
        {
            LearningRate = lr,
            Momentum = momentum,
            Dampening = dampening,
            WeightDecay = weightDecay,
            Nesterov = nesterov,
            Maximize = maximize,
        });
}
