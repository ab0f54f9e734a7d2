namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction NativeBatchNorm = new(
        "x: Tensor, weight: Optional[Tensor], bias: Optional[Tensor], running_mean: Optional[Tensor], running_var: Optional[Tensor], "
            + "training: bool, momentum: float, eps: float",
        "torch.native_batch_norm(x, weight, bias, running_mean, running_var, training, momentum, eps)");

    internal static readonly NativeFunction NativeLayerNorm = new(
        "x: Tensor, normalized_shape: List[int], weight: Optional[Tensor], bias: Optional[Tensor], eps: float",
        "torch.native_layer_norm(x, normalized_shape, weight, bias, eps)");

    internal static readonly NativeFunction GroupNorm = new(
        "x: Tensor, num_groups: int, weight: Optional[Tensor], bias: Optional[Tensor], eps: float",
        "torch.group_norm(x, num_groups, weight, bias, eps)");
}
