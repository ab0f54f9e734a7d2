namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Rot90 = new("x: Tensor, k: int, dims: List[int]", "torch.rot90(x, k, dims)");

    internal static readonly NativeFunction Tril_ = new("x: Tensor, diagonal: int", "x.tril_(diagonal)");

    internal static readonly NativeFunction Triu_ = new("x: Tensor, diagonal: int", "x.triu_(diagonal)");
}
