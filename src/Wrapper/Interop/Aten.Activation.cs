namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction GeluByTanh = new("x: Tensor", "torch.gelu(x, approximate='tanh')");

    internal static readonly NativeFunction Mish = new("x: Tensor", "torch.mish(x)");

    internal static readonly NativeFunction Glu = new("x: Tensor, dim: int", "torch.glu(x, dim)");

    internal static readonly NativeFunction PreluKernel = new("x: Tensor, weight: Tensor", "torch._prelu_kernel(x, weight)");

    internal static readonly NativeFunction Threshold
        = new("x: Tensor, threshold: number, value: number", "torch.threshold(x, threshold, value)");

    internal static readonly NativeFunction Hardshrink = new("x: Tensor, lambd: number", "torch.hardshrink(x, lambd)");

    internal static readonly NativeFunction Softshrink = new("x: Tensor, lambd: number", "torch.softshrink(x, lambd)");

    internal static readonly NativeFunction Rrelu
        = new("x: Tensor, lower: number, upper: number, training: bool", "torch.rrelu(x, lower, upper, training)");
}
