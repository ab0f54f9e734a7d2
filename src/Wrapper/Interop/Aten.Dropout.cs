namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Bernoulli = new("x: Tensor, p: float", "torch.bernoulli(x, p)");
}
