namespace TwinGrad;

// The signs of eigenvectors and singular vectors are free: their sizes are compared, which are not.
internal static partial class Operators<T>
{
    [Op(Tolerance = 1e-9)]
    private static T Cholesky([Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T x) => T.Cholesky(Definite(x), false);

    [Op(Fails = true)]
    private static T Cholesky_NotDefinite([Shape(3, 3)] T x) => T.Cholesky(x - Definite(x), false);

    [Op(Tolerance = 1e-9)]
    private static T CholeskyEx([Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T x) => T.CholeskyEx(Definite(x), true, false).L;

    [Op(Orders = 0)]
    private static T CholeskyEx_Info([Shape(3, 3), Shape(2, 2, 2)] T x) => T.CholeskyEx(x - Definite(x), false, false).Info;

    [Op(Fails = true)]
    private static T LinalgCholesky_NotDefinite([Shape(3, 3), Shape(2, 2, 2)] T x) => (x - Definite(x)).LinalgCholesky();

    [Op(Fails = true)]
    private static T LinalgCholesky_NotSquare([Shape(2, 3)] T x) => x.LinalgCholesky();

    [Op(Tolerance = 1e-9)]
    private static T LinalgQr([Shape(3, 3), Shape(4, 2), Shape(2, 4), Shape(2, 3, 2), Shape(2, 2, 3), Shape(0, 2), Shape(2, 0)] T x)
        => T.LinalgQr(x, QrMode.Reduced).Q;

    [Op(Tolerance = 1e-9)]
    private static T LinalgQr_R([Shape(3, 3), Shape(4, 2), Shape(2, 4), Shape(2, 3, 2), Shape(2, 2, 3)] T x) => x.LinalgQr().R;

    [Op(Tolerance = 1e-9)]
    private static T LinalgQr_Complete([Shape(3, 3), Shape(2, 4)] T x) => T.LinalgQr(x, QrMode.Complete).Q;

    [Op(Orders = 0)]
    private static T LinalgQr_CompleteOfTall([Shape(4, 2)] T x) => x.LinalgQr(QrMode.Complete).Q;

    [Op(Orders = 0)]
    private static T LinalgQr_WithoutQ([Shape(4, 2), Shape(2, 4)] T x) => x.LinalgQr(QrMode.R).R;

    [Op(Fails = true)]
    private static T LinalgQr_OfVectors([Shape(3)] T x) => x.LinalgQr().Q;

    [Op(Tolerance = 1e-8)]
    private static T Eigh([Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T x) => T.Eigh(x + x.Transpose(-2, -1), Uplo.L).Eigenvalues.Pow(2);

    [Op(Tolerance = 1e-8)]
    private static T Eigh_Vectors([Shape(3, 3), Shape(2, 2, 2)] T x) => T.Eigh(x + x.Transpose(-2, -1), Uplo.U).Eigenvectors.Abs();

    [Op(DifferencesSkip = "one triangle is read, and both get the gradient of a symmetric matrix", Tolerance = 1e-8)]
    private static T Eigh_OneTriangle([Shape(3, 3)] T x) => x.Eigvalsh(Uplo.U).Pow(2);

    [Op(Fails = true)]
    private static T Eigh_NotSquare([Shape(2, 3)] T x) => x.Eigvalsh();

    [Op(Fails = true)]
    private static T Eigh_NotFinite([Shape(3, 3)] T x) => (x * 0 / 0).Eigvalsh();

    [Op(Tolerance = 1e-8)]
    private static T LinalgSvd([Shape(3, 3), Shape(4, 2), Shape(2, 4), Shape(2, 3, 2), Shape(0, 2)] T x) => T.LinalgSvd(x, false).S.Pow(2);

    [Op(Tolerance = 1e-8)]
    private static T LinalgSvd_Left([Shape(3, 3), Shape(4, 2), Shape(2, 4), Shape(2, 3, 2)] T x) => T.LinalgSvd(x, false).U.Abs();

    [Op(Tolerance = 1e-8)]
    private static T LinalgSvd_Right([Shape(3, 3), Shape(4, 2), Shape(2, 4)] T x) => T.LinalgSvd(x, false).Vh.Abs();

    [Op(Tolerance = 1e-8)]
    private static T LinalgSvd_Together([Shape(3, 3), Shape(4, 2)] T x)
    {
        var (u, s, vh) = x.LinalgSvd(fullMatrices: false);
        return (u * s.Exp().Unsqueeze(-2)).MatMul(vh);
    }

    [Op(Tolerance = 1e-8, DifferencesSkip = "columns beyond the singular values are free")]
    private static T LinalgSvd_Full([Shape(4, 2)] T x) => x.LinalgSvd().U[.., ..2].Abs();

    [Op(Fails = true)]
    private static T LinalgSvd_NotFinite([Shape(3, 3)] T x) => (x * 0 / 0).Svdvals();

    [Op(Fails = true)]
    private static T LinalgSvd_OfVectors([Shape(3)] T x) => x.Svdvals();

    [Op(Orders = 0)]
    private static T MatrixRank([Shape(3, 3), Shape(2, 4, 2), Shape(0, 2)] T x) => x.MatrixRank();

    [Op(Orders = 0)]
    private static T MatrixRank_Bounds([Shape(3, 3)] T x)
        => x.MatrixRank(atol: 2.0) + (x + x.Transpose(-2, -1)).MatrixRank(rtol: 0.5, hermitian: true);

    [Op(Tolerance = 1e-9)]
    private static T LinalgLu([Shape(3, 3), Shape(4, 2), Shape(2, 4), Shape(2, 3, 2), Shape(2, 2, 3), Shape(0, 2)] T x) => T.LinalgLu(x, true).L;

    [Op(Tolerance = 1e-9)]
    private static T LinalgLu_U([Shape(3, 3), Shape(4, 2), Shape(2, 4), Shape(2, 3, 2), Shape(2, 2, 3)] T x) => T.LinalgLu(x, true).U;

    [Op(Orders = 0)]
    private static T LinalgLu_P([Shape(3, 3), Shape(2, 3, 2)] T x) => T.LinalgLu(x, true).P;

    [Op(Fails = true)]
    private static T LinalgLu_WithoutPivots([Shape(3, 3)] T x) => T.LinalgLu(x, false).L;

    [Op(Tolerance = 1e-9)]
    private static T LinalgLuFactorEx([Shape(3, 3), Shape(4, 2), Shape(2, 4), Shape(2, 3, 2), Shape(2, 2, 3)] T x) => T.LinalgLuFactorEx(x, true, false).LU;

    [Op(Orders = 0)]
    private static T LinalgLuFactorEx_Pivots([Shape(3, 3), Shape(2, 3, 2)] T x) => x.LinalgLuFactorEx().Pivots;

    [Op(Orders = 0)]
    private static T LinalgLuFactorEx_Info([Shape(3, 3), Shape(2, 3, 2)] T x) => (x * 0).LinalgLuFactorEx().Info;

    [Op(Fails = true)]
    private static T LinalgLuFactor_Singular([Shape(3, 3), Shape(2, 2, 2)] T x) => (x * 0).LinalgLuFactor().LU;

    [Op]
    private static T LuUnpack([Shape(3, 3), Shape(4, 3)] T x)
    {
        var (_, l, u) = T.LuUnpack(x, Index([3], 2, 3, 3).To(DType.Int32), true, false);
        return l.MatMul(u);
    }

    [Op(Orders = 0)]
    private static T LuUnpack_P([Shape(3, 3), Shape(4, 3)] T x) => x.LuUnpack(Index([3], 2, 3, 3).To(DType.Int32)).P;

    [Op(Fails = true)]
    private static T LuUnpack_PivotsOfInt64([Shape(3, 3)] T x) => x.LuUnpack(Index([3], 1, 2, 3)).L;

    [Op(Tolerance = 1e-9)]
    private static T HouseholderProduct(
        [Shape(4, 3), Shape(3, 3), Shape(2, 3, 2), Shape(3, 0)] T x,
        [Shape(3), Shape(2), Shape(2, 2), Shape(0)] T tau)
        => T.HouseholderProduct(x, tau);

    [Op(Fails = true)]
    private static T HouseholderProduct_OfWide([Shape(2, 3)] T x, [Shape(2)] T tau) => T.HouseholderProduct(x, tau);
}
