namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Tolerance = 1e-9)]
    private static T Det([Shape(3, 3), Shape(2, 2, 2), Shape(1, 1), Shape(0, 0), Shape(0, 2, 2)] T x) => T.Det(x);

    [Op(
        Orders = 1, Tolerance = 1e-8, DifferencesSkip = "x is taken out again, so that the value stays at a singular matrix beside a regular one",
        Float32Skip = "rounding decides whether a matrix counts as singular")]
    private static T Det_OfSingular([Shape(2, 3, 3)] T x)
    {
        T Matrix(params double[] values) => TensorFactory<T>.Tensor(values, [1, 3, 3], dtype: x.DType);
        var at = T.Cat([Matrix(1, 2, 3, 4, 5, 6, 7, 8, 9), Matrix(1, 2, 3, 4, 5, 6, 7, 8, 1)], 0) + x - x.Detach();
        // Not the determinant itself: libtorch's gradient is 0 unless it is to be differentiated again, docs/divergences.md.
        return Autograd.Grad(T.Det(at).Sum(), at, createGraph: true) * 1;
    }

    [Op(Fails = true)]
    private static T Det_NotSquare([Shape(2, 3)] T x) => T.Det(x);

    [Op(Tolerance = 1e-9)]
    private static T Slogdet([Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T x) => T.Slogdet(Regular(x)).Logabsdet;

    [Op(Orders = 0)]
    private static T Slogdet_Sign([Shape(3, 3), Shape(2, 2, 2)] T x) => T.Slogdet(x).Sign;

    [Op(Tolerance = 1e-9)]
    private static T Logdet([Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T x) => Definite(x).Logdet();

    [Op(Tolerance = 1e-9)]
    private static T InvEx([Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T x) => T.InvEx(Regular(x), false).Inverse;

    [Op(Orders = 0)]
    private static T InvEx_Info([Shape(3, 3), Shape(2, 2, 2)] T x) => T.InvEx(x * 0, false).Info;

    [Op(Fails = true)]
    private static T InvEx_Checked([Shape(3, 3)] T x) => T.InvEx(x * 0, true).Inverse;

    [Op(Fails = true)]
    private static T Inv_Singular([Shape(3, 3), Shape(2, 2, 2)] T x) => (x * 0).Inv();

    [Op(Fails = true)]
    private static T Inv_NotSquare([Shape(2, 3)] T x) => x.Inv();

    [Op(Tolerance = 1e-9)]
    private static T SolveEx(
        [Shape(3, 3), Shape(3, 3), Shape(2, 2, 2), Shape(2, 2, 2), Shape(2, 2), Shape(0, 0)] T x,
        [Shape(3, 2), Shape(3), Shape(2, 2, 1), Shape(2, 2), Shape(3, 2, 2), Shape(0, 2)] T b)
        => T.SolveEx(Regular(x), b, true, false).Result;

    [Op(Tolerance = 1e-9)]
    private static T SolveEx_FromTheRight([Shape(3, 3), Shape(2, 2, 2)] T x, [Shape(2, 3), Shape(3, 2)] T b)
        => Regular(x).Solve(b, left: false);

    [Op(Orders = 0)]
    private static T SolveEx_Info([Shape(3, 3)] T x, [Shape(3, 2)] T b) => T.SolveEx(x * 0, b, true, false).Info;

    [Op(Fails = true)]
    private static T Solve_Singular([Shape(3, 3), Shape(2, 2, 2)] T x, [Shape(3, 2), Shape(2, 2, 1)] T b) => (x * 0).Solve(b);

    [Op(Fails = true)]
    private static T Solve_ShapesDiffer([Shape(3, 3), Shape(2, 3)] T x, [Shape(2), Shape(3)] T b) => x.Solve(b);

    [Op(Fails = true)]
    private static T Solve_VectorFromTheRight([Shape(1, 1)] T x, [Shape(1)] T b) => x.Solve(b, left: false);

    [Op(Tolerance = 1e-9)]
    private static T SolveTriangular([Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T x, [Shape(3, 2), Shape(2, 3), Shape(0, 2)] T b)
        => T.SolveTriangular(Regular(x), b, true, true, false);

    [Op(Tolerance = 1e-9)]
    private static T SolveTriangular_FromTheRight([Shape(3, 3)] T x, [Shape(2, 3)] T b)
        => Regular(x).SolveTriangular(b, upper: false, left: false);

    [Op(Tolerance = 1e-9)]
    private static T SolveTriangular_OnesOnTheDiagonal([Shape(3, 3)] T x, [Shape(3, 2)] T b)
        => x.SolveTriangular(b, upper: false, unitriangular: true) + x.SolveTriangular(b, upper: true, unitriangular: true);

    [Op(Fails = true)]
    private static T SolveTriangular_ShapesDiffer([Shape(3, 3)] T x, [Shape(2, 3)] T b) => x.SolveTriangular(b, upper: true);

    [Op(Tolerance = 1e-9)]
    private static T TriangularSolve([Shape(3, 2), Shape(2, 3)] T x, [Shape(3, 3), Shape(2, 2, 2)] T a)
        => T.TriangularSolve(x, Regular(a), true, false, false).Solution;

    [Op(Tolerance = 1e-9)]
    private static T TriangularSolve_Transposed([Shape(3, 2)] T x, [Shape(3, 3)] T a)
        => x.TriangularSolve(Regular(a), upper: false, transpose: true).Solution
            + x.TriangularSolve(a, transpose: true, unitriangular: true).Solution;

    [Op]
    private static T TriangularSolve_Copy([Shape(3, 2)] T x, [Shape(3, 3)] T a) => x.TriangularSolve(Regular(a)).ClonedCoefficient;

    [Op(Fails = true)]
    private static T TriangularSolve_ShapesDiffer([Shape(2, 3)] T x, [Shape(3, 3)] T a) => x.TriangularSolve(a).Solution;

    [Op(Tolerance = 1e-9)]
    private static T LinalgLuSolve([Shape(3, 3), Shape(0, 0)] T x, [Shape(3, 2), Shape(0, 2)] T b)
        => T.LinalgLuSolve(Regular(x), Swaps(x), b, true, false);

    [Op(Tolerance = 1e-9)]
    private static T LinalgLuSolve_Adjoint([Shape(3, 3)] T x, [Shape(3, 2)] T b) => Regular(x).LinalgLuSolve(Swaps(x), b, adjoint: true);

    [Op(Tolerance = 1e-9)]
    private static T LinalgLuSolve_FromTheRight([Shape(3, 3)] T x, [Shape(2, 3)] T b)
        => Regular(x).LinalgLuSolve(Swaps(x), b, left: false) + Regular(x).LinalgLuSolve(Swaps(x), b, left: false, adjoint: true);

    [Op(Fails = true)]
    private static T LinalgLuSolve_PivotsOfInt64([Shape(3, 3)] T x, [Shape(3, 2)] T b) => x.LinalgLuSolve(Index([3], 1, 2, 3), b);

    [Op(Tolerance = 1e-9, DifferencesSkip = "one triangle is read, and the gradient is that of the whole matrix")]
    private static T CholeskySolve([Shape(3, 2), Shape(2, 3), Shape(0, 2)] T x, [Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T l)
        => T.CholeskySolve(x, Regular(l), false);

    [Op(Tolerance = 1e-9)]
    private static T CholeskySolve_OfTriangle([Shape(3, 2)] T x, [Shape(3, 3)] T l) => x.CholeskySolve(Regular(l).Triu(), upper: true);

    [Op(Fails = true)]
    private static T CholeskySolve_ShapesDiffer([Shape(2, 3)] T x, [Shape(3, 3)] T l) => x.CholeskySolve(l);

    [Op(Tolerance = 1e-9, DifferencesSkip = "one triangle is read, and the gradient is that of the whole matrix")]
    private static T CholeskyInverse([Shape(3, 3), Shape(2, 2, 2), Shape(0, 0)] T x) => T.CholeskyInverse(Regular(x), false);

    [Op(Tolerance = 1e-9)]
    private static T CholeskyInverse_OfTriangle([Shape(3, 3)] T x) => Regular(x).Triu().CholeskyInverse(upper: true);

    [Op(Fails = true)]
    private static T CholeskyInverse_Singular([Shape(3, 3), Shape(2, 2, 2)] T x) => (x * 0).CholeskyInverse();

    [Op(Fails = true)]
    private static T CholeskyInverse_NotSquare([Shape(2, 3)] T x) => x.CholeskyInverse();

    [Op(Tolerance = 1e-8)]
    private static T Pinv([Shape(3, 2), Shape(2, 3), Shape(2, 2, 2), Shape(0, 2)] T x) => x.Pinv();

    [Op(Tolerance = 1e-7)]
    private static T Pinv_OfLowRank([Shape(3, 1)] T x, [Shape(1, 4)] T y) => x.MatMul(y).Pinv();

    [Op(Tolerance = 1e-8)]
    private static T Pinv_Symmetric([Shape(3, 3)] T x) => Definite(x).Pinv(hermitian: true);

    [Op(Tolerance = 1e-8, DifferencesSkip = "what is left out is treated as 0")]
    private static T Pinv_Bounds([Shape(3, 3)] T x) => T.Pinv(x, TensorFactory<T>.Tensor(1.0), TensorFactory<T>.Tensor(0.1), false);

    [Op(Fails = true)]
    private static T Pinv_OfVectors([Shape(3)] T x) => x.Pinv();

    [Op(Tolerance = 1e-8)]
    private static T Lstsq(
        [Shape(4, 2), Shape(2, 4), Shape(3, 3), Shape(2, 3, 2), Shape(2, 3, 2)] T x,
        [Shape(4, 3), Shape(2, 1), Shape(3, 2), Shape(2, 3, 1), Shape(2, 3)] T b)
        => T.Lstsq(x, b, null, null).Solution;

    [Op(Tolerance = 1e-8)]
    private static T Lstsq_Residuals([Shape(4, 2)] T x, [Shape(4, 3)] T b) => x.Lstsq(b, driver: LstsqDriver.Gels).Residuals;

    [Op(Orders = 0)]
    private static T Lstsq_Rank([Shape(4, 2), Shape(2, 3, 2)] T x, [Shape(4, 3), Shape(2, 3, 1)] T b) => x.Lstsq(b).Rank;

    [Op(Orders = 0, Tolerance = 1e-8)]
    private static T Lstsq_SingularValues([Shape(4, 2)] T x, [Shape(4, 3)] T b) => x.Lstsq(b, driver: LstsqDriver.Gelsd).SingularValues;

    [Op(Fails = true)]
    private static T Lstsq_LowRank([Shape(4, 1)] T x, [Shape(4, 3)] T b) => T.Cat([x, x * 0], 1).Lstsq(b, driver: LstsqDriver.Gels).Solution;

    [Op(Fails = true)]
    private static T Lstsq_ShapesDiffer([Shape(4, 2)] T x, [Shape(3, 2)] T b) => x.Lstsq(b).Solution;

    [Op(Tolerance = 1e-9)]
    private static T Tensorsolve([Shape(2, 2, 4)] T x, [Shape(2, 2)] T b)
        => (x + 4 * T.Eye(4, 4, x.DType, x.Device, false).View(2, 2, 4)).Tensorsolve(b);

    [Op(Tolerance = 1e-9)]
    private static T Tensorinv([Shape(2, 2, 4)] T x) => (x + 4 * T.Eye(4, 4, x.DType, x.Device, false).View(2, 2, 4)).Tensorinv();

    [Op(Fails = true)]
    private static T Tensorinv_NotSquare([Shape(2, 2, 3)] T x) => x.Tensorinv();

    /// <summary>Pivots that swap every row with the last one.</summary>
    private static T Swaps(T x)
        => Index([x.Shape[-1]], [.. Enumerable.Repeat(x.Shape[-1], (int)x.Shape[-1])]).To(DType.Int32);
}
