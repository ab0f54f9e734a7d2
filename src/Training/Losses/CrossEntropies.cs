namespace TwinGrad;

/// <summary>-weight (t ln x + (1 - t) ln(1 - x)) for probabilities x and targets t, each logarithm at least -100: <c>torch.nn.BCELoss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.BCELoss.html"/>.</remarks>
public sealed class BCELoss<T> : LossModule<T>
    where T : class, ITensor<T>
{
    private readonly T? _weight;

    /// <summary>With a weight for each element of a batch, which broadcasts over x, or none.</summary>
    public BCELoss(T? weight = null, Reduction reduction = Reduction.Mean)
        : base(reduction)
        => _weight = Weights("weight", weight);

    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.BinaryCrossEntropy(target, _weight, Reduction);
}

/// <summary>-weight (posWeight t ln s + (1 - t) ln(1 - s)) with s = 1/(1 + e^-x): <c>torch.nn.BCEWithLogitsLoss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>It stays exact where s rounds to 0 or 1. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html"/>.</remarks>
public sealed class BCEWithLogitsLoss<T> : LossModule<T>
    where T : class, ITensor<T>
{
    private readonly T? _weight;
    private readonly T? _posWeight;

    /// <summary>With weights for elements and for positive targets, which broadcast over x, or none.</summary>
    public BCEWithLogitsLoss(T? weight = null, Reduction reduction = Reduction.Mean, T? posWeight = null)
        : base(reduction)
    {
        _weight = Weights("weight", weight);
        _posWeight = Weights("pos_weight", posWeight);
    }

    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.BinaryCrossEntropyWithLogits(target, _weight, Reduction, _posWeight);
}

/// <summary>-weight[c] x[c] for logarithms x of probabilities and the number c of a class: <c>torch.nn.NLLLoss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html"/>.</remarks>
public sealed class NLLLoss<T> : LossModule<T>
    where T : class, ITensor<T>
{
    private readonly T? _weight;
    private readonly long _ignoreIndex;

    /// <summary>With a weight for each class, or none.</summary>
    /// <param name="weight">The weights; the mean is over those of the targets that count.</param>
    /// <param name="ignoreIndex">A target that counts for nothing.</param>
    /// <param name="reduction">What is made of the targets' losses.</param>
    public NLLLoss(T? weight = null, long ignoreIndex = -100, Reduction reduction = Reduction.Mean)
        : base(reduction)
    {
        _weight = Weights("weight", weight);
        _ignoreIndex = ignoreIndex;
    }

    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.NllLoss(target, _weight, _ignoreIndex, Reduction);
}

/// <summary>-weight[c] ln softmax(x)[c] for scores x and the number c of a class, or probabilities of all: <c>torch.nn.CrossEntropyLoss</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// Classes are in dimension 1, or 0 of a vector. A target of the shape of x is probabilities, any other numbers of classes, int64.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html"/>.
/// </remarks>
public sealed class CrossEntropyLoss<T> : LossModule<T>
    where T : class, ITensor<T>
{
    private readonly T? _weight;
    private readonly long _ignoreIndex;
    private readonly double _labelSmoothing;

    /// <summary>With a weight for each class, or none.</summary>
    /// <param name="weight">The weights; the mean is over those of the targets that count.</param>
    /// <param name="ignoreIndex">A target that counts for nothing.</param>
    /// <param name="reduction">What is made of the targets' losses.</param>
    /// <param name="labelSmoothing">How much of each target, between 0 and 1, is spread evenly over the classes.</param>
    public CrossEntropyLoss(T? weight = null, long ignoreIndex = -100, Reduction reduction = Reduction.Mean, double labelSmoothing = 0)
        : base(reduction)
    {
        _weight = Weights("weight", weight);
        _ignoreIndex = ignoreIndex;
        _labelSmoothing = labelSmoothing;
    }

    /// <inheritdoc/>
    protected override T Loss(T input, T target) => input.CrossEntropy(target, _weight, _ignoreIndex, Reduction, _labelSmoothing);
}

/// <summary>-(t ln p + (1 - t) ln(1 - p)) with p = min(max(x, epsilon), 1 - epsilon), for probabilities x and targets t.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// The gradient is 0 where x lies outside of [epsilon, 1 - epsilon]. In float32 1 - 1e-8 rounds to 1, so that with that epsilon x = 1 stays 1:
/// a target of 0 there costs infinity, and one of 1 gives 0 * -infinity, nan. In float64 it does not. <see cref="BCELoss{T}"/> limits the
/// logarithms instead, and <see cref="BCEWithLogitsLoss{T}"/> needs no limit.
/// </remarks>
/// <param name="epsilon">How far p stays away from 0 and 1.</param>
/// <param name="reduction">What is made of the elements' losses.</param>
public sealed class ClampedBCELoss<T>(double epsilon = 1e-8, Reduction reduction = Reduction.Mean) : LossModule<T>(reduction)
    where T : class, ITensor<T>
{
    /// <inheritdoc/>
    protected override T Loss(T input, T target)
    {
        var p = input.Clamp(epsilon, 1 - epsilon);
        return Composites.Reduced(-(target * p.Log() + (1 - target) * (1 - p).Log()), Reduction);
    }
}
