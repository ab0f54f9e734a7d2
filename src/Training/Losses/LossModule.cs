namespace TwinGrad;

/// <summary>How far an input lies from a target, as a module: what PyTorch's <c>torch.nn.MSELoss</c> and its like are.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/nn.html#loss-functions"/>.</remarks>
/// <param name="reduction">What is made of the elements' losses.</param>
public abstract class LossModule<T>(Reduction reduction = Reduction.Mean) : Module<T>
    where T : class, ITensor<T>
{
    /// <summary>What is made of the elements' losses.</summary>
    public Reduction Reduction { get; } = reduction;

    /// <summary>The loss of an input, given what it should be.</summary>
    public T Forward(T input, T target)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(target);
        return Loss(input, target);
    }

    /// <summary>A loss needs a target too: this is refused.</summary>
    /// <exception cref="TorchException">Always.</exception>
    public sealed override T Forward(T input) => throw Error.LossWithoutTarget(Name);

    /// <summary>What <see cref="Forward(T, T)"/> gives.</summary>
    protected abstract T Loss(T input, T target);

    /// <summary>Keeps weights as a buffer, so that they move with the module and are saved; none are none.</summary>
    private protected T? Weights(string name, T? weight) => weight is null ? null : RegisterBuffer(name, weight);
}
