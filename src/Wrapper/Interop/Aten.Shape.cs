namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction AsStrided = new(
        "x: Tensor, size: List[int], stride: List[int], offset: Optional[int]",
        "torch.as_strided(x, size, stride, offset)");

    internal static readonly NativeFunction SqueezeDims = new("x: Tensor, dims: List[int]", "torch.squeeze(x, dims)");

    internal static readonly NativeFunction DiagonalCopy = new(
        "x: Tensor, offset: int, dim1: int, dim2: int",
        "torch.diagonal_copy(x, offset, dim1, dim2)");

    internal static readonly NativeFunction Trace = new("x: Tensor", "torch.trace(x)");
}
