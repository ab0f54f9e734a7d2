namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Vdot = new("x: Tensor, y: Tensor", "torch.vdot(x, y)");

    internal static readonly NativeFunction Addmm = new(
        "x: Tensor, mat1: Tensor, mat2: Tensor, beta: number, alpha: number", "torch.addmm(x, mat1, mat2, beta=beta, alpha=alpha)");

    internal static readonly NativeFunction Addmv = new(
        "x: Tensor, mat: Tensor, vec: Tensor, beta: number, alpha: number", "torch.addmv(x, mat, vec, beta=beta, alpha=alpha)");

    internal static readonly NativeFunction Addr = new(
        "x: Tensor, vec1: Tensor, vec2: Tensor, beta: number, alpha: number", "torch.addr(x, vec1, vec2, beta=beta, alpha=alpha)");

    internal static readonly NativeFunction Addbmm = new(
        "x: Tensor, batch1: Tensor, batch2: Tensor, beta: number, alpha: number", "torch.addbmm(x, batch1, batch2, beta=beta, alpha=alpha)");

    internal static readonly NativeFunction Baddbmm = new(
        "x: Tensor, batch1: Tensor, batch2: Tensor, beta: number, alpha: number", "torch.baddbmm(x, batch1, batch2, beta=beta, alpha=alpha)");

    internal static readonly NativeFunction LinalgCross = new("x: Tensor, y: Tensor, dim: int", "torch.linalg_cross(x, y, dim=dim)");

    internal static readonly NativeFunction MatrixExp = new("x: Tensor", "torch.linalg_matrix_exp(x)");
}
