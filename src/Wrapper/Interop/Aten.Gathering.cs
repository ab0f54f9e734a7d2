namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction MaskedFill = new("x: Tensor, mask: Tensor, value: Tensor", "torch.masked_fill(x, mask, value)");

    internal static readonly NativeFunction MaskedFill_ = new("x: Tensor, mask: Tensor, value: Tensor", "x.masked_fill_(mask, value)");
}
