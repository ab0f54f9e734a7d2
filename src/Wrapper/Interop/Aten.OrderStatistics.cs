namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Kthvalue = new("x: Tensor, k: int, dim: int, keepdim: bool", "torch.kthvalue(x, k, dim, keepdim)");

    internal static readonly NativeFunction Median = new("x: Tensor, dim: int, keepdim: bool", "torch.median(x, dim, keepdim)");

    internal static readonly NativeFunction Mode = new("x: Tensor, dim: int, keepdim: bool", "torch.mode(x, dim, keepdim)");

    internal static readonly NativeFunction Nanmedian = new("x: Tensor, dim: int, keepdim: bool", "torch.nanmedian(x, dim, keepdim)");

    internal static readonly NativeFunction NanmedianOfAll = new("x: Tensor", "torch.nanmedian(x)");
}
