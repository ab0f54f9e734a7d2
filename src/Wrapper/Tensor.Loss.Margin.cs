namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor SoftMarginLoss(Tensor x, Tensor target, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.SoftMarginLoss(x, target);
        return Record("SoftMarginLossBackward0", Aten.SoftMarginLoss.Call(x, target, (long)reduction)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor MultiMarginLoss(Tensor x, Tensor target, Scalar p, Scalar margin, Tensor? weight, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.MultiMarginLoss(x, target, p, weight);
        return x.Numel == 0
            ? Composites.LossOfNothing(x, reduction)
            : Record(
                "MultiMarginLossBackward0",
                Aten.MultiMarginLoss.Call(x, target, p, margin, weight is null ? weight : Contiguous(weight), (long)reduction)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor MultilabelMarginLoss(Tensor x, Tensor target, Reduction reduction)
    {
        Check.Reduction(reduction);
        Check.MultilabelMarginLoss(x, target);
        return x.Numel == 0
            ? Composites.LossOfNothing(x, reduction)
            : Record("MultilabelMarginLossBackward0", Aten.MultilabelMarginLoss.Call(x, target, (long)reduction)[0], x);
    }
}
