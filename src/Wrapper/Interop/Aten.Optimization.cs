namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction FusedAdam_ = FusedAdam("_fused_adam_");

    internal static readonly NativeFunction FusedAdamW_ = FusedAdam("_fused_adamw_");

    internal static readonly NativeFunction FusedSgd_ = new(
        "parameters: List[Tensor], gradients: List[Tensor], directions: List[Tensor], weight_decay: float, momentum: float, lr: float, "
            + "dampening: float, nesterov: bool, maximize: bool, is_first: bool",
        "torch._fused_sgd_(parameters, gradients, directions, weight_decay=weight_decay, momentum=momentum, lr=lr, dampening=dampening, "
            + "nesterov=nesterov, maximize=maximize, is_first_step=is_first)");

    /// <summary>All parameters are at the same step, so one number of it does for all: the kernel only reads it.</summary>
    private static NativeFunction FusedAdam(string name) => new(
        "parameters: List[Tensor], gradients: List[Tensor], means: List[Tensor], squares: List[Tensor], greatest: List[Tensor], step: Tensor, "
            + "lr: float, beta1: float, beta2: float, weight_decay: float, eps: float, amsgrad: bool, maximize: bool",
        $"torch.{name}(parameters, gradients, means, squares, greatest, [step] * len(parameters), "
            + "lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps, amsgrad=amsgrad, maximize=maximize)");
}
