namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction XlogyOfNumber = new("x: number, y: Tensor", "torch.xlogy(x, y)");
}
