namespace TwinGrad;

/// <summary>How <see cref="Sgd{T}"/> steps. The defaults are PyTorch's.</summary>
public sealed record SgdOptions : OptimizerOptions
{
    /// <summary>How much of the last direction is kept; 0 keeps none.</summary>
    public double Momentum { get; init; }

    /// <summary>How much of the gradient the momentum leaves out.</summary>
    public double Dampening { get; init; }

    /// <summary>The factor of the parameter that is added to its gradient.</summary>
    public double WeightDecay { get; init; }

    /// <summary>Whether the momentum looks one step ahead.</summary>
    public bool Nesterov { get; init; }

    /// <summary>Whether the objective grows instead of shrinking.</summary>
    public bool Maximize { get; init; }

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        if (!(Momentum >= 0))
            throw Error.InvalidOption("momentum value", Momentum);
        if (!(WeightDecay >= 0))
            throw Error.InvalidOption("weight_decay value", WeightDecay);
        if (Nesterov && (Momentum <= 0 || Dampening != 0))
            throw Error.NesterovNeedsMomentum();
    }
}

/// <summary>Stochastic gradient descent: p - lr * d, where d is the gradient g, with weight decay g + wd * p, with momentum
/// b = momentum * b + (1 - dampening) * g, and with Nesterov's g + momentum * b.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// The first step's b is g. With <c>Maximize</c> the gradient counts negative before decay is added, as PyTorch has it.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html"/>.
/// </remarks>
public sealed class Sgd<T> : Optimizer<T, SgdOptions>
    where T : class, ITensor<T>
{
    private readonly Dictionary<T, T> _directions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Over one group of parameters.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public Sgd(IReadOnlyList<T> parameters, SgdOptions? options = null)
        : this([new ParameterGroup<T, SgdOptions>(parameters)], options)
    {
    }

    /// <summary>Over several groups; those without options of their own take the given ones.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is in two groups or no leaf, or an option makes no sense.</exception>
    public Sgd(IReadOnlyList<ParameterGroup<T, SgdOptions>> groups, SgdOptions? options = null)
        : base(groups, options ?? new())
    {
    }

    /// <inheritdoc/>
    private protected override void Step(T parameter, T gradient, SgdOptions options)
    {
        var direction = options.Maximize ? -gradient : gradient;
        if (options.WeightDecay != 0)
            direction += parameter * options.WeightDecay;
        if (options.Momentum != 0)
            direction = WithMomentum(parameter, direction, options);
        parameter.Sub_(direction * options.LearningRate);
    }

    private T WithMomentum(T parameter, T direction, SgdOptions options)
    {
        if (_directions.TryGetValue(parameter, out var kept))
            kept.Mul_(options.Momentum).Add_(direction * (1 - options.Dampening));
        else
            _directions[parameter] = kept = T.Clone(T.Detach(direction));
        return options.Nesterov ? direction + kept * options.Momentum : kept;
    }
}
