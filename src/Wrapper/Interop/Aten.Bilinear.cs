namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Trilinear = new(
        "x1: Tensor, weight: Tensor, x2: Tensor", "torch._trilinear(x1, weight, x2, [1, 3], [0], [1, 2], [2, 3])");
}
