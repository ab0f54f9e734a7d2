namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction BlockDiag = new("tensors: List[Tensor]", "torch.block_diag(tensors)");
}
