namespace TwinGrad;

public sealed partial class Tensor
{
    private const long IgnoredByLibTorch = -100;

    /// <inheritdoc/>
    public static Tensor MseLoss(Tensor x, Tensor target, Reduction reduction)
    {
        Check.Reduction(reduction);
        (x, target) = Composites.Aligned(x, target);
        return Record("MseLossBackward0", NativeMethods.THSNN_mse_loss(x.Handle, target.Handle, (long)reduction), x, target);
    }

    /// <inheritdoc/>
    public static Tensor SmoothL1Loss(Tensor x, Tensor target, Reduction reduction, double beta)
    {
        Check.Reduction(reduction);
        if (beta < 0)
            throw Error.SmoothL1Beta();
        (x, target) = Composites.Aligned(x, target);
        if (beta == 0)
            return Composites.L1Loss(x, target, reduction, weight: null);
        return Record(
            "SmoothL1LossBackward0", NativeMethods.THSNN_smooth_l1_loss(x.Handle, target.Handle, (long)reduction, beta), x, target);
    }

    /// <inheritdoc/>
    public static Tensor HuberLoss(Tensor x, Tensor target, Reduction reduction, double delta)
    {
        Check.Reduction(reduction);
        if (!(delta > 0))
            throw Error.HuberDelta();
        (x, target) = Composites.Aligned(x, target);
        return Record("HuberLossBackward0", NativeMethods.THSNN_huber_loss(x.Handle, target.Handle, delta, (long)reduction), x, target);
    }

    /// <inheritdoc/>
    public static Tensor BinaryCrossEntropy(Tensor x, Tensor target, Tensor? weight, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.BinaryCrossEntropy(x, target);
        var loss = Record("BinaryCrossEntropyBackward0", NativeMethods.THSNN_binary_cross_entropy(
            x.Handle, target.Handle, noWeight: 0, (long)(weight is null ? reduction : Reduction.None)), x, target);
        return weight is null ? loss : Weighted(loss, weight, reduction, x, target);
    }

    /// <inheritdoc/>
    public static Tensor BinaryCrossEntropyWithLogits(Tensor x, Tensor target, Tensor? weight, Tensor? posWeight, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.BinaryCrossEntropyWithLogits(x, target);
        var inner = (long)(weight is null ? reduction : Reduction.None);
        var native = posWeight is null
            ? NativeMethods.THSNN_binary_cross_entropy_with_logits(x.Handle, target.Handle, noWeight: 0, inner, noPosWeight: 0)
            : NativeMethods.THSNN_binary_cross_entropy_with_logits(x.Handle, target.Handle, noWeight: 0, inner, posWeight.Handle);
        var loss = Record("BinaryCrossEntropyWithLogitsBackward0", native, x, target);
        return weight is null ? loss : Weighted(loss, weight, reduction, x, target);
    }

    /// <inheritdoc/>
    public static Tensor NllLoss(Tensor x, Tensor target, Tensor? weight, long ignoreIndex, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.NllLoss(x, target, weight);
        if (x.Dim == 1)
            return Named("NllLossBackward0", OfOneVector(NllLoss(Unsqueeze(x, 0), View(target, [1]), weight, ignoreIndex, reduction)), x);
        if (ignoreIndex != IgnoredByLibTorch)
            target = Where(Eq(target, ignoreIndex), NumberBeside(target, IgnoredByLibTorch), target);
        var native = weight is null
            ? NativeMethods.THSNN_nll_loss(x.Handle, target.Handle, noWeight: 0, (long)reduction)
            : NativeMethods.THSNN_nll_loss(x.Handle, target.Handle, weight.Handle, (long)reduction);
        return Record(x.Dim == 4 ? "NllLoss2DBackward0" : "NllLossBackward0", native, x);
    }

    /// <summary>The loss of a batch of one as the loss of that one.</summary>
    private static Tensor OfOneVector(Tensor loss) => loss.Dim == 0 ? loss : Squeeze(loss);

    /// <summary>A loss for each element times its weight, then reduced, as one operation.</summary>
    private static Tensor Weighted(Tensor loss, Tensor weight, Reduction reduction, Tensor x, Tensor target)
    {
        var name = loss.GradFn?.Name ?? "";
        return Named(name, Composites.Reduced(Mul(loss, Expand(weight, x.Shape)), reduction), x, target);
    }
}
