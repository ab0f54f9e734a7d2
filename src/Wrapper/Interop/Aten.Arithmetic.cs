namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction AddNumber = new("x: Tensor, y: number, alpha: number", "torch.add(x, y, alpha=alpha)");

    internal static readonly NativeFunction Sub = new("x: Tensor, y: Tensor, alpha: number", "torch.sub(x, y, alpha=alpha)");

    internal static readonly NativeFunction SubNumber = new("x: Tensor, y: number, alpha: number", "torch.sub(x, y, alpha=alpha)");

    internal static readonly NativeFunction Rsub = new("x: Tensor, y: Tensor, alpha: number", "torch.rsub(x, y, alpha=alpha)");

    internal static readonly NativeFunction RsubNumber = new("x: Tensor, y: number, alpha: number", "torch.rsub(x, y, alpha=alpha)");

    internal static readonly NativeFunction CopysignNumber = new("x: Tensor, y: number", "torch.copysign(x, y)");

    internal static readonly NativeFunction Frexp = new("x: Tensor", "torch.frexp(x)");
}
