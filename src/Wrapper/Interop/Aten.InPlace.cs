namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction FillNumber = new("x: Tensor, value: number", "torch.fill(x, value)");

    internal static readonly NativeFunction Fill = new("x: Tensor, value: Tensor", "torch.fill(x, value)");

    internal static readonly NativeFunction Fill_ = new("x: Tensor, value: Tensor", "x.fill_(value)");

    internal static readonly NativeFunction Zero_ = new("x: Tensor", "x.zero_()");

    internal static readonly NativeFunction Squeeze_ = new("x: Tensor", "x.squeeze_()");

    internal static readonly NativeFunction Unsqueeze_ = new("x: Tensor, dim: int", "x.unsqueeze_(dim)");
}
