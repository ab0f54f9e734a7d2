namespace TwinGrad;

/// <summary>Adam: p - lr/(1 - beta1^t) m / (sqrt(v/(1 - beta2^t)) + eps) at the t-th step, where m = beta1 m + (1 - beta1) g and
/// v = beta2 v + (1 - beta2) g^2 are running means of the gradient, with weight decay g + wd p, and of its square.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// With <c>Amsgrad</c> the greatest v so far takes the place of v. With <c>Maximize</c> the gradient counts negative before decay is added.
/// On libtorch one of its fused kernels steps parameters of float32 or float64 together, if they, their gradients and their state are
/// contiguous; it rounds otherwise than operators do, by a few units in the last place. Everything else is stepped by operators.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.optim.Adam.html"/>.
/// </remarks>
public sealed class Adam<T> : GradientOptimizer<T, AdamOptions>
    where T : class, ITensor<T>
{
    /// <summary>Over one group of parameters.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is no leaf, or an option makes no sense.</exception>
    public Adam(IReadOnlyList<T> parameters, AdamOptions? options = null)
        : this([new ParameterGroup<T, AdamOptions>(parameters)], options)
    {
    }

    /// <summary>Over several groups; those without options of their own take the given ones.</summary>
    /// <exception cref="TorchArgumentException">There are no parameters, one is in two groups or no leaf, or an option makes no sense.</exception>
    public Adam(IReadOnlyList<ParameterGroup<T, AdamOptions>> groups, AdamOptions? options = null)
        : base(groups, options ?? new())
    {
    }

    private protected override string Name => "Adam";

    private protected override IReadOnlyList<string> NumberNames => AdamRule.NumberNames;

    private protected override IReadOnlyList<string> TensorNames => AdamRule.TensorNames;

    private protected override void Step(T parameter, T direction, ParameterState<T> state, AdamOptions options)
        => AdamRule.Step(parameter, direction, state, options);

    private protected override bool Fuse(List<FusedStep<T>> steps, T parameter, T gradient, ParameterState<T> state, AdamOptions options)
        => AdamRule.Fuse(steps, parameter, gradient, state, options, DecaysApart);
}
