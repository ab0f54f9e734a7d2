using static TwinGrad.Composites;

namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Pinv(Tensor x, Tensor? atol, Tensor? rtol, bool hermitian)
    {
        Check.Pinv(x);
        var relative = atol is null
            ? Number(Tolerance(x), DType.Float64)
            : Where(atol > 0, Number(0, DType.Float64), Number(Tolerance(x), DType.Float64));
        var inverse = Pseudoinverse(Detach(x), atol ?? Number(0, DType.Float64), rtol ?? relative, hermitian);
        return TapeNode.Record("LinalgPinvBackward0", inverse, [x], (g, n) => PinvGradient(g, n.X, n.Result));
    }

    /// <inheritdoc/>
    public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) Lstsq(
        Tensor x, Tensor b, double? rcond, LstsqDriver? driver)
    {
        Check.Lstsq(x, b, driver);
        var vectors = Check.IsVectorSide(x, b);
        Tensor AsMatrix(Tensor y) => vectors ? Unsqueeze(y, -1) : y;
        var (a, sides) = (Detach(x), AsMatrix(Detach(b)));
        var (rows, columns) = (x.Shape[-2], x.Shape[-1]);
        var values = Svdvals(a);
        var bound = driver == LstsqDriver.Gels ? Number(0, DType.Float64) : Number(rcond ?? Tolerance(x), DType.Float64);
        var rank = values.Numel == 0
            ? Full(a.Batch, 0, DType.Int64, Device.Cpu, requiresGrad: false)
            : Sum(values > bound * Amax(values, [-1], keepDim: true), [-1], keepDim: false);
        if (driver == LstsqDriver.Gels)
            CheckFullRank(a);
        var solution = MatMul(Pseudoinverse(a, Number(0, DType.Float64), bound, hermitian: false), sides);
        var fits = rows > columns && Array.TrueForAll(rank.Read(), number => number == columns);
        var residuals = fits ? Sum(Pow(MatMul(a, solution) - sides, 2), [-2], keepDim: false) : NoResult(x.DType);
        var result = Clone(vectors ? Squeeze(solution, -1) : solution);
        var found = TapeNode.Record("LinalgLstsqBackward0", result, [x, b], MatrixGradient, SidesGradient);
        var (_, left) = ResultsNode.Join(
            found, TapeNode.Record("LinalgLstsqBackward0", residuals, [x, b, found], ResidualsToMatrix, ResidualsToSides));
        return (
            found,
            left,
            driver == LstsqDriver.Gels ? NoResult(DType.Int64) : rank,
            driver is LstsqDriver.Gelsd or LstsqDriver.Gelss ? values : NoResult(x.DType));

        Tensor MatrixGradient(Tensor g, TapeNode n)
            => PinvGradient(MatMul(AsMatrix(g), AsMatrix(n.Y).Mt), n.X, n.X.Pinv());

        Tensor SidesGradient(Tensor g, TapeNode n)
        {
            var gradient = MatMul(n.X.Pinv().Mt, AsMatrix(g));
            return vectors ? Squeeze(gradient, -1) : gradient;
        }

        // The residuals are smallest at the solution, so that it may be held while they are differentiated.
        Tensor Rest(Tensor g, TapeNode n) => 2 * Unsqueeze(g, -2) * (MatMul(n.X, AsMatrix(n.Z)) - AsMatrix(n.Y));

        Tensor ResidualsToMatrix(Tensor g, TapeNode n) => g.Numel == 0 ? n.X * 0 : MatMul(Rest(g, n), AsMatrix(n.Z).Mt);

        Tensor ResidualsToSides(Tensor g, TapeNode n)
        {
            if (g.Numel == 0)
                return n.Y * 0;
            return vectors ? -Squeeze(Rest(g, n), -1) : -Rest(g, n);
        }
    }

    /// <summary>The relative size below which singular values count as 0, where nothing else is said.</summary>
    private static double Tolerance(Tensor x)
        => Math.ScaleB(Math.Max(x.Shape[-2], x.Shape[-1]), x.DType == DType.Float32 ? -23 : -52);

    /// <summary>V diag(1/s) U^T of the singular values beyond the bounds, or of eigenvalues.</summary>
    private static Tensor Pseudoinverse(Tensor x, Tensor atol, Tensor rtol, bool hermitian)
    {
        if (x.Numel == 0)
            return Full([.. x.Batch, x.Shape[-1], x.Shape[-2]], 0, x.DType, Device.Cpu, requiresGrad: false);
        var (left, values, right) = hermitian ? Symmetric() : LinalgSvd(x, fullMatrices: false);
        var sizes = Abs(values);
        var bound = Maximum(Unsqueeze(atol, -1), Unsqueeze(rtol, -1) * Amax(sizes, [-1], keepDim: true));
        var inverses = Where(sizes > bound, Reciprocal(values), Zero(values));
        return MatMul(right.Mt * Unsqueeze(inverses, -2), left.Mt);

        (Tensor Left, Tensor Values, Tensor Right) Symmetric()
        {
            var (eigenvalues, vectors) = Eigh(x, Uplo.L);
            return (vectors, eigenvalues, vectors.Mt);
        }
    }

    /// <summary>-x+^T g x+^T + (1 - x x+) g^T x+ x+^T ... of the pseudoinverse x+: Golub and Pereyra, SIAM J. Numer. Anal. 10 (1973), 413.</summary>
    private static Tensor PinvGradient(Tensor g, Tensor x, Tensor inverse)
    {
        if (x.Numel == 0)
            return x * 0;
        var (it, gt) = (inverse.Mt, g.Mt);
        // Whichever products are smaller.
        if (x.Shape[-2] <= x.Shape[-1])
        {
            var k = MatMul(gt, inverse);
            var left = MatMul(k, it);
            return -MatMul(inverse, k).Mt + left - MatMul(MatMul(x, inverse), left) + MatMul(MatMul(it, inverse), gt - MatMul(k, x));
        }
        var m = MatMul(inverse, gt);
        var right = MatMul(it, m);
        return -MatMul(m, inverse).Mt + MatMul(MatMul(gt - MatMul(x, m), inverse), it) + right - MatMul(MatMul(right, inverse), x);
    }

    private static void CheckFullRank(Tensor x)
    {
        var wide = x.Shape[-2] < x.Shape[-1];
        var infos = x.Matrices().Select(matrix => Array.TrueForAll(matrix.Values, value => value == 0)
            ? 0 // LAPACK answers 0 then
            : Triangular.FirstZero(Householder.Reduce(wide ? matrix.Transposed() : matrix).Vectors));
        Check.Factorization("torch.linalg.lstsq", Infos(x.Batch, infos));
    }
}
