namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction CholeskyEx = new(
        "x: Tensor, upper: bool, check_errors: bool", "torch.linalg_cholesky_ex(x, upper=upper, check_errors=check_errors)");

    internal static readonly NativeFunction Qr = new("x: Tensor", "torch.linalg_qr(x, 'reduced')");

    internal static readonly NativeFunction QrComplete = new("x: Tensor", "torch.linalg_qr(x, 'complete')");

    internal static readonly NativeFunction QrWithoutQ = new("x: Tensor", "torch.linalg_qr(x, 'r')");

    internal static readonly NativeFunction EighLower = new("x: Tensor", "torch.linalg_eigh(x, 'L')");

    internal static readonly NativeFunction EighUpper = new("x: Tensor", "torch.linalg_eigh(x, 'U')");

    internal static readonly NativeFunction Svd = new("x: Tensor, full_matrices: bool", "torch.linalg_svd(x, full_matrices)");

    internal static readonly NativeFunction Lu = new("x: Tensor, pivot: bool", "torch.linalg_lu(x, pivot=pivot)");

    internal static readonly NativeFunction LuFactorEx = new(
        "x: Tensor, pivot: bool, check_errors: bool", "torch.linalg_lu_factor_ex(x, pivot=pivot, check_errors=check_errors)");

    internal static readonly NativeFunction LuUnpack = new(
        "x: Tensor, pivots: Tensor, unpack_data: bool, unpack_pivots: bool", "torch.lu_unpack(x, pivots, unpack_data, unpack_pivots)");

    internal static readonly NativeFunction HouseholderProduct = new("x: Tensor, tau: Tensor", "torch.linalg_householder_product(x, tau)");
}
