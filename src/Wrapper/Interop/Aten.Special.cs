namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Erfcx = new("x: Tensor", "torch.special_erfcx(x)");

    internal static readonly NativeFunction LogNdtr = new("x: Tensor", "torch.special_log_ndtr(x)");

    internal static readonly NativeFunction Xlog1pyOfNumber = new("x: number, y: Tensor", "torch.special_xlog1py(x, y)");

    internal static readonly NativeFunction Xlog1pyByNumber = new("x: Tensor, y: number", "torch.special_xlog1py(x, y)");
}
