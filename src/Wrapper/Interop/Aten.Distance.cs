namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Dist = new("x: Tensor, other: Tensor, p: number", "torch.dist(x, other, p)");

    // The mode is the one that computes every p, 2 among them, difference by difference.
    internal static readonly NativeFunction CdistForward = new("x1: Tensor, x2: Tensor, p: float", "torch._cdist_forward(x1, x2, p, 2)");

    internal static readonly NativeFunction EuclideanDist = new("x1: Tensor, x2: Tensor", "torch._euclidean_dist(x1, x2)");

    internal static readonly NativeFunction Pdist = new("x: Tensor, p: float", "torch._pdist_forward(x, p)");
}
