using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>How <see cref="Sgd{T}"/> steps. The defaults are PyTorch's; the learning rate is 0.001.</summary>
public sealed record SgdOptions : GradientOptions
{
    /// <summary>How much of the last direction is kept; 0 keeps none.</summary>
    public double Momentum { get; init; }

    /// <summary>How much of the gradient the momentum leaves out.</summary>
    public double Dampening { get; init; }

    /// <summary>Whether the momentum looks one step ahead.</summary>
    public bool Nesterov { get; init; }

    internal override double? KeptDirection => Momentum;

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        if (!(Momentum >= 0))
            throw Error.InvalidOption("momentum value", Momentum);
        if (Nesterov && (Momentum <= 0 || Dampening != 0))
            throw Error.NesterovNeedsMomentum();
    }

    internal override OptimizerOptions WithKeptDirection(double value) => this with { Momentum = value };

    internal override void Write(JsonObject group)
    {
        base.Write(group);
        group["momentum"] = StateJson.Number(Momentum);
        group["dampening"] = StateJson.Number(Dampening);
        group["nesterov"] = Nesterov;
    }

    internal override OptimizerOptions Read(StateReader group) => new SgdOptions
    {
        LearningRate = group.Number("lr"),
        Momentum = group.Number("momentum"),
        Dampening = group.Number("dampening"),
        WeightDecay = group.Number("weight_decay"),
        Nesterov = group.Boolean("nesterov"),
        Maximize = group.Boolean("maximize"),
    };
}

/// <summary>Stochastic gradient descent: p - lr d, where d is the gradient g, with weight decay g + wd p, with momentum
/// b = momentum b + (1 - dampening) g, and with Nesterov's g + momentum b.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// The first step's b is g. With <c>Maximize</c> the gradient counts negative before decay is added, as PyTorch has it.
/// With momentum libtorch's fused kernel steps parameters together where it does so for <see cref="Adam{T}"/>.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.SGD.html"/>.
/// </remarks>
public sealed class Sgd<T> : GradientOptimizer<T, SgdOptions>
    where T : class, ITensor<T>
{
    private const string Direction = "momentum_buffer";

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

    private protected override string Name => "SGD";

    private protected override IReadOnlyList<string> TensorNames => [Direction];

    private protected override void Step(T parameter, T direction, ParameterState<T> state, SgdOptions options)
    {
        if (options.Momentum == 0)
        {
            T.Add_(parameter, direction, -options.LearningRate);
            return;
        }
        if (state.Tensors.TryGetValue(Direction, out var kept))
            T.Add_(T.Mul_(kept, options.Momentum), direction, 1 - options.Dampening);
        else
            kept = state.Keep(Direction, () => T.Clone(T.Detach(direction)));
        if (!options.Nesterov)
        {
            T.Add_(parameter, kept, -options.LearningRate);
            return;
        }
        var ahead = T.Add(direction, kept, options.Momentum);
        T.Add_(parameter, ahead, -options.LearningRate);
        T.Free(ahead);
    }

    private protected override bool Fuse(List<FusedStep<T>> steps, T parameter, T gradient, ParameterState<T> state, SgdOptions options)
    {
        // One operation a parameter is no slower than a kernel for all.
        if (options.Momentum == 0)
            return false;
        var kept = state.Tensors.GetValueOrDefault(Direction);
        if (!T.Fuses(parameter, [gradient, kept ?? gradient]))
            return false;
        var isFirst = kept is null;
        var step = steps.Cast<FusedSgdStep<T>>().FirstOrDefault(step => step.IsFirst == isFirst && step.IsLike(parameter));
        if (step is null)
            steps.Add(step = Of(options, isFirst));
        step.Parameters.Add(parameter);
        step.Gradients.Add(gradient);
        step.Directions.Add(kept ?? state.Zeros(Direction, parameter));
        return true;
    }

    private static FusedSgdStep<T> Of(SgdOptions options, bool isFirst) => new()
    {
        LearningRate = options.LearningRate,
        WeightDecay = options.WeightDecay,
        Momentum = options.Momentum,
        Dampening = options.Dampening,
        Nesterov = options.Nesterov,
        Maximize = options.Maximize,
        IsFirst = isFirst,
    };
}
