namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction All = new("x: Tensor, dims: List[int], keepdim: bool", "torch.all(x, dims, keepdim)");

    internal static readonly NativeFunction Any = new("x: Tensor, dims: List[int], keepdim: bool", "torch.any(x, dims, keepdim)");

    internal static readonly NativeFunction Aminmax = new("x: Tensor, dim: Optional[int], keepdim: bool", "torch.aminmax(x, dim=dim, keepdim=keepdim)");

    internal static readonly NativeFunction Logsumexp = new("x: Tensor, dims: List[int], keepdim: bool", "torch.logsumexp(x, dims, keepdim)");

    internal static readonly NativeFunction Renorm = new("x: Tensor, p: number, dim: int, maxnorm: number", "torch.renorm(x, p, dim, maxnorm)");

    internal static readonly NativeFunction StdMean = new(
        "x: Tensor, dims: List[int], correction: number, keepdim: bool", "torch.std_mean(x, dims, correction=correction, keepdim=keepdim)");

    internal static readonly NativeFunction VarMean = new(
        "x: Tensor, dims: List[int], correction: number, keepdim: bool", "torch.var_mean(x, dims, correction=correction, keepdim=keepdim)");
}
