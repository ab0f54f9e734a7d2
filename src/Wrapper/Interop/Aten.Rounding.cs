namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction RemainderOfNumber = new("x: number, y: Tensor", "torch.remainder(x, y)");
}
