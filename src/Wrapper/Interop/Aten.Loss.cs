namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction SoftMarginLoss
        = new("x: Tensor, target: Tensor, reduction: int", "torch.soft_margin_loss(x, target, reduction)");

    internal static readonly NativeFunction MultiMarginLoss = new(
        "x: Tensor, target: Tensor, p: number, margin: number, weight: Optional[Tensor], reduction: int",
        "torch.multi_margin_loss(x, target, p, margin, weight, reduction)");

    internal static readonly NativeFunction MultilabelMarginLoss
        = new("x: Tensor, target: Tensor, reduction: int", "torch.multilabel_margin_loss(x, target, reduction)");
}
