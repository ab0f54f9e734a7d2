namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Dot([Shape(4), Shape(0)] T x, [Shape(4), Shape(0)] T y) => T.Dot(x, y);

    [Op(Fails = true)]
    private static T Dot_OfMatrices([Shape(2, 2)] T x, [Shape(2, 2)] T y) => T.Dot(x, y);

    [Op(Fails = true)]
    private static T Dot_LengthsDiffer([Shape(2)] T x, [Shape(3)] T y) => T.Dot(x, y);

    [Op]
    private static T Vdot([Shape(4), Shape(0)] T x, [Shape(4), Shape(0)] T y) => T.Vdot(x, y);

    [Op(Fails = true)]
    private static T Vdot_LengthsDiffer([Shape(2)] T x, [Shape(3)] T y) => T.Vdot(x, y);

    [Op]
    private static T Mv([Shape(3, 4), Shape(0, 2), Shape(2, 0)] T x, [Shape(4), Shape(2), Shape(0)] T y) => T.Mv(x, y);

    [Op(Fails = true)]
    private static T Mv_OfMatrices([Shape(2, 2)] T x, [Shape(2, 2)] T y) => T.Mv(x, y);

    [Op(Fails = true)]
    private static T Mv_LengthsDiffer([Shape(2, 2)] T x, [Shape(3)] T y) => T.Mv(x, y);

    [Op]
    private static T Mm([Shape(3, 4), Shape(0, 2), Shape(3, 0)] T x, [Shape(4, 2), Shape(2, 3), Shape(0, 2)] T y) => T.Mm(x, y);

    [Op(Fails = true)]
    private static T Mm_InnerLengthsDiffer([Shape(2, 3)] T x, [Shape(2, 3)] T y) => T.Mm(x, y);

    [Op(Fails = true)]
    private static T Mm_OfVectors([Shape(3)] T x, [Shape(3, 2)] T y) => T.Mm(x, y);

    [Op]
    private static T Bmm([Shape(2, 3, 4), Shape(0, 2, 1), Shape(2, 3, 0)] T x, [Shape(2, 4, 2), Shape(0, 1, 3), Shape(2, 0, 1)] T y)
        => T.Bmm(x, y);

    [Op(Fails = true)]
    private static T Bmm_BatchesDiffer([Shape(2, 3, 2)] T x, [Shape(3, 2, 3)] T y) => T.Bmm(x, y);

    [Op]
    private static T Addmm(
        [Shape(3, 2), Shape(2), Shape(), Shape(3, 1)] T x, [Shape(3, 4), Shape(3, 4), Shape(3, 4), Shape(3, 0)] T mat1,
        [Shape(4, 2), Shape(4, 2), Shape(4, 2), Shape(0, 2)] T mat2)
        => T.Addmm(x, mat1, mat2, 2, 3);

    [Op(DTypesSkip = "integers take no fractions as factors")]
    private static T Addmm_Fractions([Shape(3, 2)] T x, [Shape(3, 4)] T mat1, [Shape(4, 2)] T mat2) => T.Addmm(x, mat1, mat2, 0.1, -0.7);

    [Op(DifferencesSkip = "x is nan")]
    private static T Addmm_WithoutSelf([Shape(3, 2)] T x, [Shape(3, 4)] T mat1, [Shape(4, 2)] T mat2)
        => T.Addmm(x * (x / (x * 0)), mat1, mat2, 0, 1);

    [Op(Fails = true)]
    private static T Addmm_InnerLengthsDiffer([Shape(2, 2)] T x, [Shape(2, 3)] T mat1, [Shape(2, 2)] T mat2)
        => T.Addmm(x, mat1, mat2, 1, 1);

    [Op(Fails = true)]
    private static T Addmm_DoesNotBroadcast([Shape(3)] T x, [Shape(2, 3)] T mat1, [Shape(3, 2)] T mat2) => T.Addmm(x, mat1, mat2, 1, 1);

    [Op]
    private static T Addmv(
        [Shape(3), Shape(), Shape(1), Shape(3)] T x,
        [Shape(3, 4), Shape(3, 4), Shape(3, 4), Shape(3, 0)] T mat,
        [Shape(4), Shape(4), Shape(4), Shape(0)] T vec)
        => T.Addmv(x, mat, vec, 2, 3);

    [Op(Fails = true)]
    private static T Addmv_LengthsDiffer([Shape(3)] T x, [Shape(3, 4)] T mat, [Shape(3)] T vec) => T.Addmv(x, mat, vec, 1, 1);

    [Op]
    private static T Addr([Shape(3, 2), Shape(2), Shape()] T x, [Shape(3)] T vec1, [Shape(2)] T vec2) => T.Addr(x, vec1, vec2, 2, 3);

    [Op(DTypesSkip = "integers take no fractions as factors")]
    private static T Addr_Fractions([Shape(3, 2)] T x, [Shape(3)] T vec1, [Shape(2)] T vec2) => T.Addr(x, vec1, vec2, 0.5, 0);

    [Op(Fails = true)]
    private static T Addr_OfMatrices([Shape(2, 2)] T x, [Shape(2, 2)] T vec1, [Shape(2)] T vec2) => T.Addr(x, vec1, vec2, 1, 1);

    [Op]
    private static T Addbmm(
        [Shape(3, 2), Shape(2), Shape()] T x,
        [Shape(2, 3, 4), Shape(2, 3, 4), Shape(2, 3, 0)] T batch1,
        [Shape(2, 4, 2), Shape(2, 4, 2), Shape(2, 0, 2)] T batch2)
        => T.Addbmm(x, batch1, batch2, 2, 3);

    [Op(Fails = true)]
    private static T Addbmm_BatchesDiffer([Shape(2, 2)] T x, [Shape(3, 2, 2)] T batch1, [Shape(2, 2, 2)] T batch2)
        => T.Addbmm(x, batch1, batch2, 1, 1);

    [Op]
    private static T Baddbmm(
        [Shape(2, 3, 2), Shape(3, 1), Shape()] T x,
        [Shape(2, 3, 4), Shape(2, 3, 4), Shape(2, 3, 0)] T batch1,
        [Shape(2, 4, 2), Shape(2, 4, 2), Shape(2, 0, 2)] T batch2)
        => T.Baddbmm(x, batch1, batch2, 2, 3);

    [Op(Fails = true)]
    private static T Baddbmm_InnerLengthsDiffer([Shape()] T x, [Shape(2, 2, 3)] T batch1, [Shape(2, 2, 2)] T batch2)
        => T.Baddbmm(x, batch1, batch2, 1, 1);

    [Op]
    private static T LinalgCross([Shape(3, 2), Shape(3, 1), Shape(3, 0)] T x, [Shape(3, 2), Shape(3, 4), Shape(3, 0)] T y)
        => T.LinalgCross(x, y, -2);

    [Op]
    private static T LinalgCross_Last([Shape(2, 3)] T x, [Shape(1, 3)] T y) => x.LinalgCross(y);

    [Op(Fails = true)]
    private static T LinalgCross_OfPairs([Shape(2)] T x, [Shape(2)] T y) => x.LinalgCross(y);

    [Op(Fails = true)]
    private static T LinalgCross_DimsDiffer([Shape(3)] T x, [Shape(1, 3)] T y) => x.LinalgCross(y);

    [Op(Tolerance = 1e-9, DTypesSkip = "libtorch computes halves in halves, which overflow on the way")]
    private static T MatrixExp([Shape(3, 3), Shape(2, 2, 2), Shape(1, 1), Shape(0, 0)] T x) => T.MatrixExp(x);

    [Op(Fails = true)]
    private static T MatrixExp_NotSquare([Shape(2, 3)] T x) => T.MatrixExp(x);

    [Op]
    private static T MatMul(
        [Shape(3), Shape(2, 3), Shape(3), Shape(2, 3), Shape(4, 2, 3), Shape(2, 3), Shape(2, 1, 2, 3), Shape(3), Shape(4, 2, 3)] T x,
        [Shape(3), Shape(3), Shape(3, 2), Shape(3, 2), Shape(3, 2), Shape(4, 3, 2), Shape(3, 3, 2), Shape(4, 3, 2), Shape(3)] T y)
        => x.MatMul(y);

    [Op(Fails = true)]
    private static T MatMul_Of0Dim([Shape()] T x, [Shape(3)] T y) => x.MatMul(y);

    [Op]
    private static T Outer([Shape(3), Shape(0)] T x, [Shape(2)] T y) => x.Outer(y);

    [Op]
    private static T Inner([Shape(3), Shape(2, 3), Shape(), Shape(0)] T x, [Shape(3), Shape(4, 3), Shape(2, 2), Shape(0)] T y)
        => x.Inner(y);

    [Op(Fails = true)]
    private static T Inner_LastLengthsDiffer([Shape(2, 3)] T x, [Shape(2, 2)] T y) => x.Inner(y);

    [Op]
    private static T Vecdot([Shape(3), Shape(2, 3), Shape(2, 1, 3)] T x, [Shape(3), Shape(2, 3), Shape(4, 3)] T y) => x.Vecdot(y);

    [Op]
    private static T Cross([Shape(3, 3)] T x, [Shape(3, 3)] T y) => x.Cross(y, 0);

    [Op]
    private static T Kron([Shape(2, 3), Shape(2), Shape(), Shape(0, 2)] T x, [Shape(3, 2), Shape(2, 1, 2), Shape(2), Shape(2, 2)] T y)
        => x.Kron(y);

    [Op]
    private static T MatrixPower([Shape(2, 2), Shape(2, 2, 2), Shape(0, 0)] T x) => x.MatrixPower(5);

    [Op(Tolerance = 1e-9)]
    private static T MatrixPower_OfTheInverse([Shape(2, 2)] T x) => Regular(x).MatrixPower(-3);

    [Op]
    private static T MatrixPower_Zero([Shape(2, 2)] T x) => x.MatrixPower(0);

    [Op(Fails = true)]
    private static T MatrixPower_NotSquare([Shape(2, 3)] T x) => x.MatrixPower(2);

    [Op]
    private static T LinalgVander([Shape(3), Shape(2, 2)] T x) => x.LinalgVander();

    [Op]
    private static T LinalgVander_Fewer([Shape(3)] T x) => x.LinalgVander(2);

    [Op(Fails = true)]
    private static T LinalgVander_OnePower([Shape(3)] T x) => x.LinalgVander(1);

    [Op]
    private static T Vander([Shape(3), Shape(0)] T x) => x.Vander(4) + x.Vander(4, increasing: true);

    /// <summary>A matrix that has an inverse, and not a near one that has none.</summary>
    private static T Regular(T x) => x + 4 * T.Eye(x.Shape[-2], x.Shape[-1], x.DType, x.Device, requiresGrad: false);

    /// <summary>A symmetric matrix whose eigenvalues are positive.</summary>
    private static T Definite(T x) => Regular(x.MatMul(x.Transpose(-2, -1)));
}
