namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction SelectScatter = new(
        "x: Tensor, src: Tensor, dim: int, index: int",
        "torch.select_scatter(x, src, dim, index)");

    internal static readonly NativeFunction SliceScatter = new(
        "x: Tensor, src: Tensor, dim: int, start: Optional[int], end: Optional[int], step: int",
        "torch.slice_scatter(x, src, dim, start, end, step)");

    internal static readonly NativeFunction DiagonalScatter = new(
        "x: Tensor, src: Tensor, offset: int, dim1: int, dim2: int",
        "torch.diagonal_scatter(x, src, offset, dim1, dim2)");

    internal static readonly NativeFunction AsStridedScatter = new(
        "x: Tensor, src: Tensor, size: List[int], stride: List[int], offset: Optional[int]",
        "torch.as_strided_scatter(x, src, size, stride, offset)");
}
