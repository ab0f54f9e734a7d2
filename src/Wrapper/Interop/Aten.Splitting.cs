namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction UnsafeSplit = new("x: Tensor, size: int, dim: int", "torch.unsafe_split(x, size, dim)");

    internal static readonly NativeFunction UnsafeSplitWithSizes = new(
        "x: Tensor, sizes: List[int], dim: int",
        "torch.unsafe_split_with_sizes(x, sizes, dim)");
}
