namespace TwinGrad;

/// <summary>Adam whose decay takes its part off the parameter itself, p - lr wd p, before the step, and does not add to the gradient.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// The step, on libtorch by a fused kernel too, is that of <see cref="Adam{T}"/>. The weight decay is 0.01 unless the options say otherwise.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.AdamW.html"/>.
/// </remarks>
public sealed class AdamW<T> : GradientOptimizer<T, AdamWOptions>
    where T : class, ITensor<T>
{
    /// <summary>Over one group of parameters.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public AdamW(IReadOnlyList<T> parameters, AdamWOptions? options = null)
        : this([new ParameterGroup<T, AdamWOptions>(parameters)], options)
    {
    }

    /// <summary>Over several groups; those without options of their own take the given ones.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is in two groups or no leaf, or an option makes no sense.</exception>
    public AdamW(IReadOnlyList<ParameterGroup<T, AdamWOptions>> groups, AdamWOptions? options = null)
        : base(groups, options ?? new())
    {
    }

    private protected override string Name => "AdamW";

    private protected override bool DecaysApart => true;

    private protected override IReadOnlyList<string> NumberNames => AdamRule.NumberNames;

    private protected override IReadOnlyList<string> TensorNames => AdamRule.TensorNames;

    private protected override void Step(T parameter, T direction, ParameterState<T> state, AdamWOptions options)
        => AdamRule.Step(parameter, direction, state, options);

    private protected override bool Fuse(List<FusedStep<T>> steps, T parameter, T gradient, ParameterState<T> state, AdamWOptions options)
        => AdamRule.Fuse(steps, parameter, gradient, state, options, DecaysApart);
}
