using static TwinGrad.Composites;

namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Cholesky(Tensor x, bool upper)
    {
        Warnings.Warn(LinearAlgebraWarning.Cholesky);
        Check.IsSquare("linalg.cholesky", x);
        var (factor, info) = CholeskyFactors(x, upper);
        Check.Factorization("cholesky", info);
        return TapeNode.Record("CholeskyBackward0", factor, [x], (g, n) => CholeskyGradient(g, n.Result, upper));
    }

    /// <inheritdoc/>
    public static (Tensor L, Tensor Info) CholeskyEx(Tensor x, bool upper, bool checkErrors)
    {
        Check.IsSquare("linalg.cholesky", x);
        var (factor, info) = CholeskyFactors(x, upper);
        if (checkErrors)
            Check.Factorization("linalg.cholesky_ex", info);
        return (TapeNode.Record("LinalgCholeskyExBackward0", factor, [x], (g, n) => CholeskyGradient(g, n.Result, upper)), info);
    }

    /// <inheritdoc/>
    public static (Tensor Q, Tensor R) LinalgQr(Tensor x, QrMode mode)
    {
        Check.LinalgQr(x, mode);
        var (rows, columns) = ((int)x.Shape[-2], (int)x.Shape[-1]);
        var kept = mode == QrMode.Complete ? rows : Math.Min(rows, columns);
        var factors = Array.ConvertAll(x.Matrices(), Householder.Reduce);
        var r = Stacked(x.Batch, kept, columns, x.DType, factors.Select(
            factor => Matrix.Of(kept, columns, (row, column) => row <= column ? factor.Vectors[row, column] : 0)));
        var q = mode == QrMode.R
            ? NoResult(x.DType)
            : Stacked(x.Batch, rows, kept, x.DType, factors.Select(factor => Householder.Product(factor.Vectors, factor.Taus, kept)));
        TapeNode.RecordAll(
            "LinalgQrBackward0", [q, r], [x],
            (g, n) => QrGradient(g, null, n, mode), (g, n) => QrGradient(null, g, n, mode));
        return (q, r);
    }

    /// <inheritdoc/>
    public static (Tensor Eigenvalues, Tensor Eigenvectors) Eigh(Tensor x, Uplo uplo)
    {
        Check.Eigh(x, uplo);
        CheckFinite("linalg.eigh", "eigenvalues", x);
        var side = (int)x.Shape[-1];
        bool Read(int row, int column) => uplo == Uplo.L ? row >= column : row <= column;
        var pairs = Array.ConvertAll(x.Matrices(), matrix => Jacobi.Eigen(
            Matrix.Of(side, side, (row, column) => Read(row, column) ? matrix[row, column] : matrix[column, row])));
        var values = Stacked([.. x.Batch, side], x.DType, pairs.Select(pair => pair.Values));
        var vectors = Stacked(x.Batch, side, side, x.DType, pairs.Select(pair => pair.Vectors));
        TapeNode.RecordAll(
            "LinalgEighBackward0", [values, vectors], [x],
            (g, n) => MatMul(n.ResultAt(1) * Unsqueeze(g, -2), n.ResultAt(1).Mt),
            (g, n) =>
            {
                var (l, v) = (n.ResultAt(0), n.ResultAt(1));
                var turn = MatMul(v.Mt, g);
                return MatMul(v, MatMul((turn - turn.Mt) / 2 / Differences(l), v.Mt));
            });
        return (values, vectors);
    }

    /// <inheritdoc/>
    public static (Tensor U, Tensor S, Tensor Vh) LinalgSvd(Tensor x, bool fullMatrices)
    {
        Check.LinalgSvd(x);
        CheckFinite("linalg.svd", "singular values", x);
        var (rows, columns) = (x.Shape[-2], x.Shape[-1]);
        var count = Math.Min(rows, columns);
        var parts = Array.ConvertAll(x.Matrices(), matrix => Jacobi.Singular(matrix, fullMatrices));
        var u = Stacked(x.Batch, rows, fullMatrices ? rows : count, x.DType, parts.Select(part => part.U));
        var s = Stacked([.. x.Batch, count], x.DType, parts.Select(part => part.S));
        var vh = Stacked(x.Batch, fullMatrices ? columns : count, columns, x.DType, parts.Select(part => part.Vh));
        TapeNode.RecordAll("LinalgSvdBackward0", [u, s, vh], [x], LeftGradient, ValuesGradient, RightGradient);
        return (u, s, vh);

        // Columns beyond the singular values have no part in it.
        (Tensor U, Tensor S, Tensor Vh) Parts(TapeNode n)
            => (Narrow(n.ResultAt(0), -1, 0, count), n.ResultAt(1), Narrow(n.ResultAt(2), -2, 0, count));

        Tensor ValuesGradient(Tensor g, TapeNode n)
        {
            var (u, _, vh) = Parts(n);
            return MatMul(u * Unsqueeze(g, -2), vh);
        }

        Tensor LeftGradient(Tensor gradient, TapeNode n)
        {
            var (u, s, vh) = Parts(n);
            var g = Narrow(gradient, -1, 0, count);
            var turn = MatMul(u.Mt, g);
            var inside = MatMul(u, (turn - turn.Mt) / Differences(s * s) * Unsqueeze(s, -2));
            if (rows > columns)
            {
                var beside = g / Unsqueeze(s, -2);
                inside += beside - MatMul(u, MatMul(u.Mt, beside));
            }
            return MatMul(inside, vh);
        }

        Tensor RightGradient(Tensor gradient, TapeNode n)
        {
            var (u, s, vh) = Parts(n);
            var g = Narrow(gradient, -2, 0, count);
            var turn = MatMul(vh, g.Mt);
            var inside = MatMul(Unsqueeze(s, -1) * ((turn - turn.Mt) / Differences(s * s)), vh);
            if (rows < columns)
            {
                var beside = g / Unsqueeze(s, -1);
                inside += beside - MatMul(MatMul(beside, vh.Mt), vh);
            }
            return MatMul(u, inside);
        }
    }

    /// <inheritdoc/>
    public static Tensor HouseholderProduct(Tensor x, Tensor tau)
    {
        Check.HouseholderProduct(x, tau);
        var count = (int)tau.Shape[-1];
        var taus = tau.Read();
        var products = x.Matrices().Select(
            (vectors, i) => Householder.Product(vectors, taus.AsSpan(i * count, count), vectors.Columns));
        return TapeNode.Record(
            "LinalgHouseholderProductBackward0", Stacked(x.Batch, x.Shape[-2], x.Shape[-1], x.DType, products), [x, tau],
            (g, n) => ReflectionGradients(g, n.X, n.Y).Vectors, (g, n) => ReflectionGradients(g, n.X, n.Y).Taus);
    }

    private static (Tensor Factor, Tensor Info) CholeskyFactors(Tensor x, bool upper)
    {
        Check.HasLapack("cholesky_cpu", x.DType);
        var factors = Array.ConvertAll(x.Matrices(), matrix => Triangular.Cholesky(upper ? matrix.Transposed() : matrix));
        var lower = Stacked(x.Batch, x.Shape[-2], x.Shape[-1], x.DType, factors.Select(factor => upper ? factor.L.Transposed() : factor.L));
        return (lower, Infos(x.Batch, factors.Select(factor => factor.Info)));
    }

    /// <summary>Rotations would not end with nan or infinity.</summary>
    private static void CheckFinite(string function, string what, Tensor x)
    {
        var elements = x.Read();
        var place = Array.FindIndex(elements, element => !double.IsFinite(element));
        if (place < 0)
            return;
        throw Error.NotConverged(
            function, what, Math.Min(x.Shape[-2], x.Shape[-1]) - 1,
            x.Dim == 2 ? null : place / (int)(x.Shape[-2] * x.Shape[-1]));
    }

    /// <summary>L^-T s(L^T g) L^-1, where s takes the lower triangle and puts half of it, but for the diagonal, on the other side.</summary>
    private static Tensor CholeskyGradient(Tensor g, Tensor factor, bool upper)
    {
        var (l, gl) = upper ? (factor.Mt, g.Mt) : (factor, g);
        var half = LowerOf(MatMul(l.Mt, gl));
        var symmetric = (half + StrictlyLowerOf(half).Mt) / 2;
        var left = SolveTriangular(l.Mt, symmetric, upper: true, left: true, unitriangular: false);
        return SolveTriangular(l, left, upper: false, left: false, unitriangular: false);
    }

    private static Tensor QrGradient(Tensor? gq, Tensor? gr, TapeNode n, QrMode mode)
    {
        if (mode == QrMode.R)
            throw Error.QrDerivativeWithoutQ();
        var (q, r) = (n.ResultAt(0), n.ResultAt(1));
        var (rows, columns) = (q.Shape[-2], r.Shape[-1]);
        if (mode == QrMode.Complete && rows > columns)
            throw Error.QrDerivativeOfComplete();
        var inner = gq is null ? MatMul(gr!, r.Mt) : -MatMul(q.Mt, gq);
        if (rows >= columns)
        {
            var upper = UpperOf(inner);
            var tall = MatMul(q, upper + Triu(upper, 1).Mt);
            return SolveTriangular(r.Mt, gq is null ? tall : tall + gq, upper: false, left: false, unitriangular: false);
        }
        // The first columns make Q; the others are Q R there, and differentiate as a product.
        var first = SolveTriangular(
            Narrow(r, -1, 0, rows).Mt, MatMul(q, LowerOf(inner.Mt - inner)), upper: false, left: false, unitriangular: false);
        var zeros = Full([.. first.Batch, rows, columns - rows], 0, first.DType, Device.Cpu, requiresGrad: false);
        var wide = Cat([first, zeros], -1);
        return gr is null ? wide : wide + MatMul(q, gr);
    }

    /// <summary>x_j - x_i, and 1 on the diagonal, where what is divided by it is 0.</summary>
    private static Tensor Differences(Tensor x) => Unsqueeze(x, -2) - Unsqueeze(x, -1) + UnitBeside(x, x.Shape[-1]);

    /// <summary>The gradients of the factors' vectors, as columns below the diagonal, and of their numbers.</summary>
    private static (Tensor Vectors, Tensor Taus) ReflectionGradients(Tensor g, Tensor x, Tensor tau)
    {
        var (rows, columns, count) = (x.Shape[-2], x.Shape[-1], (int)tau.Shape[-1]);
        var unit = UnitBeside(x, rows);
        var vectors = StrictlyLowerOf(x) + Narrow(unit, -1, 0, columns);
        Tensor Vector(int i) => Narrow(vectors, -1, i, 1);
        Tensor Number(int i) => Unsqueeze(Narrow(tau, -1, i, 1), -1);
        Tensor Reflect(int i, Tensor y) => y - Number(i) * MatMul(Vector(i), MatMul(Vector(i).Mt, y));

        // The factors behind each one, times the columns that are kept; then from the front the gradient of each factor.
        var behind = new Tensor[count + 1];
        behind[count] = Expand(Narrow(unit, -1, 0, columns), [.. x.Batch, rows, columns]);
        for (var i = count - 1; i >= 0; i--)
            behind[i] = Reflect(i, behind[i + 1]);
        var gradients = new List<Tensor>();
        var numbers = new List<Tensor>();
        var arrived = g;
        for (var i = 0; i < count; i++)
        {
            var v = Vector(i);
            var factor = MatMul(arrived, behind[i + 1].Mt);
            numbers.Add(-MatMul(v.Mt, MatMul(factor, v)).Squeeze(-1));
            gradients.Add(-Number(i) * MatMul(factor + factor.Mt, v));
            arrived = Reflect(i, arrived);
        }
        gradients.Add(Full([.. x.Batch, rows, columns - count], 0, x.DType, Device.Cpu, requiresGrad: false));
        return (StrictlyLowerOf(Cat([.. gradients], -1)), count == 0 ? Clone(tau) * 0 : Cat([.. numbers], -1));
    }
}
