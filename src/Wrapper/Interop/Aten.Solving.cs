namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction Det = new("x: Tensor", "torch.linalg_det(x)");

    internal static readonly NativeFunction Slogdet = new("x: Tensor", "torch.linalg_slogdet(x)");

    internal static readonly NativeFunction InvEx = new("x: Tensor, check_errors: bool", "torch.linalg_inv_ex(x, check_errors=check_errors)");

    internal static readonly NativeFunction SolveEx = new(
        "x: Tensor, b: Tensor, left: bool, check_errors: bool", "torch.linalg_solve_ex(x, b, left=left, check_errors=check_errors)");

    internal static readonly NativeFunction SolveTriangular = new(
        "x: Tensor, b: Tensor, upper: bool, left: bool, unitriangular: bool",
        "torch.linalg_solve_triangular(x, b, upper=upper, left=left, unitriangular=unitriangular)");

    internal static readonly NativeFunction LuSolve = new(
        "x: Tensor, pivots: Tensor, b: Tensor, left: bool, adjoint: bool", "torch.linalg_lu_solve(x, pivots, b, left=left, adjoint=adjoint)");

    internal static readonly NativeFunction CholeskySolve = new("x: Tensor, l: Tensor, upper: bool", "torch.cholesky_solve(x, l, upper)");

    internal static readonly NativeFunction CholeskyInverse = new("x: Tensor, upper: bool", "torch.cholesky_inverse(x, upper)");

    internal static readonly NativeFunction Pinv = new(
        "x: Tensor, atol: Optional[Tensor], rtol: Optional[Tensor], hermitian: bool",
        "torch.linalg_pinv(x, atol=atol, rtol=rtol, hermitian=hermitian)");

    internal static readonly NativeFunction LstsqGels = new(
        "x: Tensor, b: Tensor, rcond: Optional[float]", "torch.linalg_lstsq(x, b, rcond, driver='gels')");

    internal static readonly NativeFunction LstsqGelsy = new(
        "x: Tensor, b: Tensor, rcond: Optional[float]", "torch.linalg_lstsq(x, b, rcond, driver='gelsy')");

    internal static readonly NativeFunction LstsqGelsd = new(
        "x: Tensor, b: Tensor, rcond: Optional[float]", "torch.linalg_lstsq(x, b, rcond, driver='gelsd')");

    internal static readonly NativeFunction LstsqGelss = new(
        "x: Tensor, b: Tensor, rcond: Optional[float]", "torch.linalg_lstsq(x, b, rcond, driver='gelss')");
}
