namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Cummax = new("x: Tensor, dim: int", "torch.cummax(x, dim)");

    internal static readonly NativeFunction Cummin = new("x: Tensor, dim: int", "torch.cummin(x, dim)");

    internal static readonly NativeFunction Logcumsumexp = new("x: Tensor, dim: int", "torch.logcumsumexp(x, dim)");
}
