using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>How <see cref="RmsProp{T}"/> steps. The defaults are PyTorch's; the learning rate is 0.01.</summary>
public sealed record RmsPropOptions : GradientOptions
{
    /// <summary>The defaults.</summary>
    public RmsPropOptions() => LearningRate = 1e-2;

    /// <summary>How much the running mean of squares keeps: 0.99.</summary>
    public double Alpha { get; init; } = 0.99;

    /// <summary>What is added to the denominator, against division by zero: 1e-8.</summary>
    public double Eps { get; init; } = 1e-8;

    /// <summary>How much of the last direction is kept; 0 keeps none.</summary>
    public double Momentum { get; init; }

    /// <summary>Whether the gradient is divided by its deviation: the square of its mean is taken off the mean of squares.</summary>
    public bool Centered { get; init; }

    internal override double? KeptDirection => Momentum;

    /// <inheritdoc/>
    internal override void Check()
    {
        base.Check();
        if (!(Eps >= 0))
            throw Error.InvalidOption("epsilon value", Eps);
        if (!(Momentum >= 0))
            throw Error.InvalidOption("momentum value", Momentum);
        if (!(Alpha >= 0))
            throw Error.InvalidOption("alpha value", Alpha);
    }

    internal override OptimizerOptions WithKeptDirection(double value) => this with { Momentum = value };

    internal override void Write(JsonObject group)
    {
        base.Write(group);
        group["alpha"] = StateJson.Number(Alpha);
        group["eps"] = StateJson.Number(Eps);
        group["momentum"] = StateJson.Number(Momentum);
        group["centered"] = Centered;
    }

    internal override OptimizerOptions Read(StateReader group) => new RmsPropOptions
    {
        LearningRate = group.Number("lr"),
        Alpha = group.Number("alpha"),
        Eps = group.Number("eps"),
        WeightDecay = group.Number("weight_decay"),
        Momentum = group.Number("momentum"),
        Centered = group.Boolean("centered"),
        Maximize = group.Boolean("maximize"),
    };
}

/// <summary>RMSprop: p - lr g / (sqrt(v) + eps), where v = alpha v + (1 - alpha) g^2 is the running mean of the squares of the gradient, with
/// weight decay of g + wd p; centered v - m^2 in its place, where m = alpha m + (1 - alpha) g; with momentum p - lr b, where
/// b = momentum b + g / (sqrt(v) + eps).</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.RMSprop.html"/>.</remarks>
public sealed class RmsProp<T> : GradientOptimizer<T, RmsPropOptions>
    where T : class, ITensor<T>
{
    private const string Steps = "step";
    private const string MeanSquare = "square_avg";
    private const string Mean = "grad_avg";
    private const string Direction = "momentum_buffer";

    /// <summary>Over one group of parameters.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public RmsProp(IReadOnlyList<T> parameters, RmsPropOptions? options = null)
        : this([new ParameterGroup<T, RmsPropOptions>(parameters)], options)
    {
    }

    /// <summary>Over several groups; those without options of their own take the given ones.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is in two groups or no leaf, or an option makes no sense.</exception>
    public RmsProp(IReadOnlyList<ParameterGroup<T, RmsPropOptions>> groups, RmsPropOptions? options = null)
        : base(groups, options ?? new())
    {
    }

    private protected override string Name => "RMSprop";

    private protected override IReadOnlyList<string> NumberNames => [Steps];

    private protected override IReadOnlyList<string> TensorNames => [MeanSquare, Mean, Direction];

    private protected override void Step(T parameter, T direction, ParameterState<T> state, RmsPropOptions options)
    {
        state.Count(Steps);
        var square = T.Addcmul_(T.Mul_(state.Zeros(MeanSquare, parameter), options.Alpha), direction, direction, 1 - options.Alpha);
        var denominator = options.Centered
            ? Deviation(square, T.Lerp_(state.Zeros(Mean, parameter), direction, 1 - options.Alpha))
            : T.Sqrt(square);
        T.Add_(denominator, options.Eps);
        if (options.Momentum > 0)
        {
            var kept = T.Addcdiv_(T.Mul_(state.Zeros(Direction, parameter), options.Momentum), direction, denominator, 1);
            T.Add_(parameter, kept, -options.LearningRate);
        }
        else
            T.Addcdiv_(parameter, direction, denominator, -options.LearningRate);
        T.Free(denominator);
    }

    private static T Deviation(T square, T mean)
    {
        var variance = T.Addcmul(square, mean, mean, -1);
        var deviation = T.Sqrt(variance);
        T.Free(variance);
        return deviation;
    }
}
