namespace TwinGrad;

/// <summary>(x - target)^2: <c>torch.nn.MSELoss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>Other shapes are broadcast, with a warning. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.MSELoss.html"/>.</remarks>
/// <param name="reduction">What is made of the elements' losses.</param>
public sealed class MSELoss<T>(Reduction reduction = Reduction.Mean) : LossModule<T>(reduction)
    where T : class, ITensor<T>
{
    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.MseLoss(target, Reduction);
}

/// <summary>|x - target|: <c>torch.nn.L1Loss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>Other shapes are broadcast, with a warning. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.L1Loss.html"/>.</remarks>
/// <param name="reduction">What is made of the elements' losses.</param>
public sealed class L1Loss<T>(Reduction reduction = Reduction.Mean) : LossModule<T>(reduction)
    where T : class, ITensor<T>
{
    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.L1Loss(target, Reduction);
}

/// <summary>d^2/(2 beta) where d = |x - target| is less than beta, else d - beta/2: <c>torch.nn.SmoothL1Loss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>Other shapes are broadcast, with a warning. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html"/>.</remarks>
/// <param name="reduction">What is made of the elements' losses.</param>
/// <param name="beta">Where the square becomes a line; not negative.</param>
public sealed class SmoothL1Loss<T>(Reduction reduction = Reduction.Mean, double beta = 1) : LossModule<T>(reduction)
    where T : class, ITensor<T>
{
    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.SmoothL1Loss(target, Reduction, beta);
}

/// <summary>d^2/2 where d = |x - target| is at most delta, else delta (d - delta/2): <c>torch.nn.HuberLoss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>Other shapes are broadcast, with a warning. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html"/>.</remarks>
/// <param name="reduction">What is made of the elements' losses.</param>
/// <param name="delta">Where the square becomes a line; positive.</param>
public sealed class HuberLoss<T>(Reduction reduction = Reduction.Mean, double delta = 1) : LossModule<T>(reduction)
    where T : class, ITensor<T>
{
    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.HuberLoss(target, Reduction, delta);
}

/// <summary>target (ln target - x) for logarithms x of probabilities, or e^target (target - x): <c>torch.nn.KLDivLoss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// The divergence itself has <see cref="Reduction.BatchMean"/>; the mean over all elements, PyTorch's default, warns.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html"/>.
/// </remarks>
/// <param name="reduction">What is made of the elements' losses.</param>
/// <param name="logTarget">Whether the target is logarithms too.</param>
public sealed class KLDivLoss<T>(Reduction reduction = Reduction.Mean, bool logTarget = false) : LossModule<T>(reduction)
    where T : class, ITensor<T>
{
    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.KlDiv(target, Reduction, logTarget);
}
