namespace TwinGrad;

internal static partial class Aten
{
    // The export rounds to 0 decimals, which integers, whole as they are, are refused for.
    internal static readonly NativeFunction Round = new("x: Tensor", "torch.round(x)");

    internal static readonly NativeFunction RemainderOfNumber = new("x: number, y: Tensor", "torch.remainder(x, y)");
}
