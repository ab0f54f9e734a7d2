namespace TwinGrad;

/// <summary>Parameters that an optimizer steps in the same way: an entry of <c>param_groups</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <typeparam name="TOptions">The optimizer's options.</typeparam>
/// <param name="parameters">Leaf tensors.</param>
/// <param name="options">How they are stepped; null takes the optimizer's own options.</param>
public sealed class ParameterGroup<T, TOptions>(IReadOnlyList<T> parameters, TOptions? options = null) : IParameterGroup<T>
    where T : class, ITensor<T>
    where TOptions : OptimizerOptions
{
    /// <summary>The leaf tensors of the group.</summary>
    public IReadOnlyList<T> Parameters { get; } = [.. parameters ?? throw new ArgumentNullException(nameof(parameters))];

    /// <summary>How they are stepped: <c>group.Options = group.Options with { LearningRate = 0.01 }</c> changes it from the next step on.</summary>
    /// <exception cref="TorchException">The group has none of its own and belongs to no optimizer yet.</exception>
    /// <exception cref="TorchArgumentException">An option has a value that makes no sense.</exception>
    public TOptions Options
    {
        get => options ?? throw Error.GroupWithoutOptions();
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            value.Check();
            options = value;
        }
    }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Options.LearningRate;
        set => Options = (TOptions)((OptimizerOptions)Options with { LearningRate = value });
    }

    /// <inheritdoc/>
    public double? InitialLearningRate { get; set; }

    /// <inheritdoc/>
    public double? Momentum
    {
        get => Options.KeptDirection;
        set => Options = (TOptions)Options.WithKeptDirection(value ?? throw Error.NoMomentum());
    }

    /// <summary>Checks the options that it has of its own.</summary>
    internal void Check() => options?.Check();

    /// <summary>Takes the optimizer's options where the group has none of its own.</summary>
    internal void Settle(TOptions defaults) => options ??= defaults;
}
