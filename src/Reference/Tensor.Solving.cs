using static TwinGrad.Composites;

namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Det(Tensor x)
    {
        Check.IsSquare("linalg.det", x);
        Check.HasLapack("lu_cpu", x.DType);
        var determinants = x.Matrices().Select(matrix => Determinant(new(matrix)));
        return TapeNode.Record(
            "LinalgDetBackward0", Stacked(x.Batch, x.DType, [determinants]), [x], (g, n) => DetGradient(g, n.X, n.Result));
    }

    /// <inheritdoc/>
    public static (Tensor Sign, Tensor Logabsdet) Slogdet(Tensor x)
    {
        Check.IsSquare("linalg.slogdet", x, lowPrecision: false);
        var pairs = Array.ConvertAll(x.Matrices(), matrix => new Lu(matrix).Determinant());
        var sign = Stacked(x.Batch, x.DType, [pairs.Select(pair => pair.Sign)]);
        var logarithm = Stacked(x.Batch, x.DType, [pairs.Select(pair => pair.Logarithm)]);
        TapeNode.RecordAll(
            "LinalgSlogdetBackward0", [sign, logarithm], [x],
            (_, _) => null,
            (g, n) => Solve(n.X.Mt, Unsqueeze(Unsqueeze(g, -1), -1) * UnitBeside(n.X, n.X.Shape[-1])));
        return (sign, logarithm);
    }

    /// <inheritdoc/>
    public static (Tensor Inverse, Tensor Info) InvEx(Tensor x, bool checkErrors)
    {
        Check.IsSquare("linalg.inv", x, lowPrecision: false);
        var factors = Array.ConvertAll(x.Matrices(), matrix => new Lu(matrix));
        var info = Infos(x.Batch, factors.Select(lu => lu.Info));
        if (checkErrors)
            Check.Factorization("linalg.inv_ex", info);
        var side = (int)x.Shape[-1];
        var inverse = Stacked(x.Batch, side, side, x.DType, factors.Select(lu => lu.Solve(Matrix.Unit(side))));
        return (TapeNode.Record("LinalgInvExBackward0", inverse, [x], (g, n) => -MatMul(n.Result.Mt, MatMul(g, n.Result.Mt))), info);
    }

    /// <inheritdoc/>
    public static (Tensor Result, Tensor Info) SolveEx(Tensor x, Tensor b, bool left, bool checkErrors)
    {
        Check.Solve(x, b, left);
        Check.HasLapack("lu_cpu", x.DType);
        var vectors = Check.IsVectorSide(x, b);
        var factors = Array.ConvertAll(x.Matrices(), matrix => new Lu(left ? matrix : matrix.Transposed()));
        var info = Infos(x.Batch, factors.Select(lu => lu.Info));
        if (checkErrors)
            Check.Factorization("torch.linalg.solve_ex", info);
        var sides = Sides(b, vectors, left);
        var batch = Layout.Broadcast(x.Batch, sides.Batch);
        var places = PlacesOf(x.Batch, batch);
        var solved = Stacked(batch, sides.Shape[-2], sides.Shape[-1], x.DType, sides.SpreadOver(batch).Matrices()
            .Select((side, i) => factors[places[i]].Solve(side)));
        var result = Clone(vectors ? Squeeze(solved, -1) : left ? solved : solved.Mt);
        return (TapeNode.Record("LinalgSolveExBackward0", result, [x, b], MatrixGradient, SidesGradient), info);

        Tensor SidesGradient(Tensor g, TapeNode n)
            => vectors ? Squeeze(Solve(n.X.Mt, Unsqueeze(g, -1)), -1) : Solve(n.X.Mt, g, left);

        Tensor MatrixGradient(Tensor g, TapeNode n)
        {
            var gb = SidesGradient(g, n);
            return vectors
                ? -MatMul(Unsqueeze(gb, -1), Unsqueeze(n.Result, -2))
                : left ? -MatMul(gb, n.Result.Mt) : -MatMul(n.Result.Mt, gb);
        }
    }

    /// <inheritdoc/>
    public static Tensor SolveTriangular(Tensor x, Tensor b, bool upper, bool left, bool unitriangular)
    {
        Check.SolveTriangular(x, b, left);
        Check.HasLapack("triangular_solve_cpu", x.DType);
        return TapeNode.Record(
            "LinalgSolveTriangularBackward0", Triangles(x, b, upper, left, unitriangular), [x, b],
            (g, n) =>
            {
                var gb = SolveTriangular(n.X.Mt, g, !upper, left, unitriangular);
                return TriangleOf(left ? -MatMul(gb, n.Result.Mt) : -MatMul(n.Result.Mt, gb), upper, unitriangular);
            },
            (g, n) => SolveTriangular(n.X.Mt, g, !upper, left, unitriangular));
    }

    /// <inheritdoc/>
    public static (Tensor Solution, Tensor ClonedCoefficient) TriangularSolve(
        Tensor x, Tensor a, bool upper, bool transpose, bool unitriangular)
    {
        Check.TriangularSolve(x, a);
        Warnings.Warn(LinearAlgebraWarning.TriangularSolve);
        var solution = transpose ? Triangles(a.Mt, x, !upper, true, unitriangular) : Triangles(a, x, upper, true, unitriangular);
        var coefficient = Clone(Detach(a.SpreadOver(solution.Batch)));
        return ResultsNode.Join(
            TapeNode.Record(
                "TriangularSolveBackward0", solution, [x, a],
                SidesGradient,
                (g, n) =>
                {
                    var gx = SidesGradient(g, n);
                    return TriangleOf(transpose ? -MatMul(n.Result, gx.Mt) : -MatMul(gx, n.Result.Mt), upper, unitriangular);
                }),
            TapeNode.Record("TriangularSolveBackward0", coefficient, [x, a], (g, n) => Expand(Zero(g), n.InputShape(0)), (g, _) => g));

        Tensor SidesGradient(Tensor g, TapeNode n) => transpose
            ? SolveTriangular(n.Y, g, upper, left: true, unitriangular)
            : SolveTriangular(n.Y.Mt, g, !upper, left: true, unitriangular);
    }

    /// <inheritdoc/>
    public static Tensor CholeskySolve(Tensor x, Tensor l, bool upper)
    {
        Check.CholeskySolve(x, l);
        return TapeNode.Record("CholeskySolveBackward0", TwoTriangles(l, x, upper), [x, l], SidesGradient, (g, n) =>
        {
            var term = MatMul(SidesGradient(g, n), n.Result.Mt);
            return upper ? -MatMul(n.Y, term + term.Mt) : -MatMul(term + term.Mt, n.Y);
        });

        Tensor SidesGradient(Tensor g, TapeNode n) => CholeskySolve(g, n.Y, upper);
    }

    /// <inheritdoc/>
    public static Tensor CholeskyInverse(Tensor x, bool upper)
    {
        Check.IsSquare("cholesky_inverse", x);
        Check.HasLapack("cholesky_inverse_out_cpu", x.DType);
        Check.Factorization("cholesky_inverse", Infos(x.Batch, x.Matrices().Select(Triangular.FirstZero)));
        return TapeNode.Record("CholeskyInverseBackward0", TwoTriangles(x, UnitBeside(x, x.Shape[-1]), upper), [x], (g, n) =>
        {
            var term = MatMul(n.Result, MatMul(g + g.Mt, n.Result));
            return upper ? -MatMul(n.X, term) : -MatMul(term, n.X);
        });
    }

    private static double Determinant(Lu lu)
    {
        var product = 1.0;
        for (var k = 0; k < lu.Pivots.Length; k++)
            product *= lu.Pivots[k] == k ? lu.Factors[k, k] : -lu.Factors[k, k];
        return product;
    }

    /// <summary>The limit of g det(x) x^-T: of the singular matrices of a batch by their cofactors, of the others by solving.</summary>
    private static Tensor DetGradient(Tensor g, Tensor x, Tensor det)
    {
        if (x.Numel == 0)
            return x * 0;
        const double NearlySingular = 100 * 2.220446049250313e-16; // libtorch's bound
        var side = x.Shape[-1];
        var (matrices, factors) = (Reshape(x, -1, side, side), Reshape(g, -1));
        var small = Array.ConvertAll(det.Read(), value => Math.Abs(value) < NearlySingular);
        var (singular, regular) = (Places(small, true), Places(small, false));
        var parts = new List<Tensor>();
        if (singular.Numel > 0)
            parts.Add(Cofactors(matrices.IndexSelect(0, singular)) * Number(singular));
        if (regular.Numel > 0)
        {
            var scale = Number(regular) * Unsqueeze(Unsqueeze(Reshape(det, -1).IndexSelect(0, regular), -1), -1);
            parts.Add(Solve(matrices.IndexSelect(0, regular).Mt, scale * UnitBeside(x, side)));
        }
        var order = Argsort(Cat([singular, regular], 0));
        return Reshape(Cat([.. parts], 0).IndexSelect(0, order), x.Shape);

        Tensor Number(Tensor places) => Unsqueeze(Unsqueeze(factors.IndexSelect(0, places), -1), -1);
    }

    private static Tensor Places(bool[] flags, bool value)
    {
        double[] places = [.. Enumerable.Range(0, flags.Length).Where(place => flags[place] == value).Select(place => (double)place)];
        return new(places, [places.Length], DType.Int64);
    }

    /// <summary>The cofactors by the singular value decomposition: det(U) det(V) U diag(products of the other singular values) V^T.</summary>
    private static Tensor Cofactors(Tensor x)
    {
        var (u, s, vh) = LinalgSvd(x, fullMatrices: true);
        var others = ProductOfOthers(s, s.Dim - 1) * Unsqueeze(Det(u) * Det(vh), -1);
        return MatMul(u * Unsqueeze(others, -2), vh);
    }

    /// <summary>The right sides as matrices, as they are where the unknown is on the right of its matrix.</summary>
    private static Tensor Sides(Tensor b, bool vectors, bool left)
        => vectors ? Unsqueeze(Detach(b), -1) : left ? Detach(b) : Detach(b).Mt;

    /// <summary>Which matrix of a batch serves for each place of the batch that it is broadcast to.</summary>
    private static int[] PlacesOf(Shape batch, Shape target)
    {
        var places = new Tensor([.. Enumerable.Range(0, (int)batch.Numel).Select(place => (double)place)], batch, DType.Int64);
        return [.. places.Read(target).Select(place => (int)place)];
    }

    /// <summary>The X with L L^T X = b.</summary>
    private static Tensor TwoTriangles(Tensor factor, Tensor b, bool upper)
    {
        var lower = upper ? factor.Mt : factor;
        return Triangles(lower.Mt, Triangles(lower, b, false, true, false), true, true, false);
    }

    private static Tensor Triangles(Tensor x, Tensor b, bool upper, bool left, bool unitriangular)
    {
        var (a, sides) = left ? (Detach(x), Detach(b)) : (Detach(x).Mt, Detach(b).Mt);
        var batch = Layout.Broadcast(a.Batch, sides.Batch);
        var (matrices, right) = (a.SpreadOver(batch).Matrices(), sides.SpreadOver(batch).Matrices());
        var solved = Stacked(batch, sides.Shape[-2], sides.Shape[-1], b.DType, matrices.Zip(
            right, (matrix, side) => Triangular.Solve(matrix, side, upper == left, unitriangular)));
        return left ? solved : Clone(solved.Mt);
    }
}
