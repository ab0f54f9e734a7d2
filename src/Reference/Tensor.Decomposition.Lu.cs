using static TwinGrad.Composites;

namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static (Tensor P, Tensor L, Tensor U) LinalgLu(Tensor x, bool pivot)
    {
        Check.Lu("linalg.lu", x, pivot);
        var factors = Array.ConvertAll(x.Matrices(), matrix => new Lu(matrix));
        var p = Stacked(x.Batch, x.Shape[-2], x.Shape[-2], x.DType, factors.Select(lu => Lu.Permutation(lu.Pivots, lu.Factors.Rows)));
        var (l, u) = (LuPart(x, factors.Select(lu => lu.Factors), lower: true), LuPart(x, factors.Select(lu => lu.Factors), lower: false));
        TapeNode.RecordAll(
            "LinalgLuBackward0", [p, l, u], [x],
            null,
            (g, n) => MatMul(n.ResultAt(0), LuGradient(g, null, n.ResultAt(1), n.ResultAt(2))),
            (g, n) => MatMul(n.ResultAt(0), LuGradient(null, g, n.ResultAt(1), n.ResultAt(2))));
        return (p, l, u);
    }

    /// <inheritdoc/>
    public static (Tensor LU, Tensor Pivots, Tensor Info) LinalgLuFactorEx(Tensor x, bool pivot, bool checkErrors)
    {
        Check.Lu("torch.lu_factor", x, pivot);
        var factors = Array.ConvertAll(x.Matrices(), matrix => new Lu(matrix));
        var count = Math.Min(x.Shape[-2], x.Shape[-1]);
        var both = Stacked(x.Batch, x.Shape[-2], x.Shape[-1], x.DType, factors.Select(lu => lu.Factors));
        var pivots = Stacked([.. x.Batch, count], DType.Int32, factors.Select(lu => lu.Pivots.Select(row => row + 1.0)));
        var info = Infos(x.Batch, factors.Select(lu => lu.Info));
        if (checkErrors)
            Check.Factorization("torch.linalg.lu_factor_ex", info);
        return (TapeNode.Record("LinalgLuFactorExBackward0", both, [x], Gradient), pivots, info);

        Tensor Gradient(Tensor g, TapeNode n)
        {
            var (p, l, u) = LuUnpack(n.Result, pivots, unpackData: true, unpackPivots: true);
            return MatMul(p, LuGradient(Narrow(g, -1, 0, count), Narrow(g, -2, 0, count), l, u));
        }
    }

    /// <inheritdoc/>
    public static (Tensor P, Tensor L, Tensor U) LuUnpack(Tensor x, Tensor pivots, bool unpackData, bool unpackPivots)
    {
        Check.LuUnpack(x, pivots, unpackPivots);
        var (rows, columns) = (x.Shape[-2], x.Shape[-1]);
        var side = Math.Min(rows, columns);
        var p = unpackPivots ? Permutations(x, pivots) : NoResult(x.DType);
        var l = unpackData ? LuPart(x, x.Matrices(), lower: true) : NoResult(x.DType);
        var u = unpackData ? LuPart(x, x.Matrices(), lower: false) : NoResult(x.DType);
        if (unpackData)
        {
            TapeNode.RecordAll(
                "LuUnpackBackward0", [p, l, u], [x],
                null,
                (g, _) => Beside(StrictlyLowerOf(g), rows, columns),
                (g, _) => Beside(UpperOf(g), rows, columns));
        }
        return (p, l, u);
    }

    /// <inheritdoc/>
    public static Tensor LinalgLuSolve(Tensor x, Tensor pivots, Tensor b, bool left, bool adjoint)
    {
        Check.LuSolve(x, pivots, b, left);
        Check.HasLapack("linalg.lu_solve_cpu", x.DType);
        var (p, l, u) = LuUnpack(Detach(x), pivots, unpackData: true, unpackPivots: true);
        // With A on the other side or transposed the equation is that of A^T.
        var sides = left ? Detach(b) : Detach(b).Mt;
        var solved = left != adjoint
            ? SolveTriangular(u, SolveTriangular(l, MatMul(p.Mt, sides), false, true, true), true, true, false)
            : MatMul(p, SolveTriangular(l.Mt, SolveTriangular(u.Mt, sides, false, true, false), true, true, true));
        return TapeNode.Record(
            "LinalgLuSolveBackward0", Clone(left ? solved : solved.Mt), [x, b],
            (g, n) => LuSolveGradient(g, n.X, pivots, n.Result, left, adjoint),
            (g, n) => LinalgLuSolve(n.X, pivots, g, left, !adjoint));
    }

    private static Tensor Permutations(Tensor x, Tensor pivots)
    {
        var (rows, count) = ((int)x.Shape[-2], (int)Math.Min(x.Shape[-2], x.Shape[-1]));
        int[] places = [.. pivots.Read().Select(pivot => (int)pivot - 1)];
        return Stacked(x.Batch, rows, rows, x.DType, Enumerable.Range(0, (int)x.Batch.Numel).Select(
            i => Lu.Permutation(places.AsSpan(i * count, count), rows)));
    }

    private static Tensor LuPart(Tensor x, IEnumerable<Matrix> factors, bool lower)
    {
        var side = Math.Min(x.Shape[-2], x.Shape[-1]);
        var (rows, columns) = lower ? (x.Shape[-2], side) : (side, x.Shape[-1]);
        return Stacked(x.Batch, rows, columns, x.DType, factors.Select(matrix => Lu.Part(matrix, lower)));
    }

    /// <summary>The gradient of P^T x, for x = P L U.</summary>
    private static Tensor LuGradient(Tensor? gl, Tensor? gu, Tensor l, Tensor u)
    {
        var (rows, columns) = (l.Shape[-2], u.Shape[-1]);
        var side = Math.Min(rows, columns);
        var (l1, u1) = (Narrow(l, -2, 0, side), Narrow(u, -1, 0, side));
        if (rows <= columns)
        {
            // L^-T [gU + ((tril(L^T gL) - tril(gU U^T)) U1^-T, 0)]
            var inner = gl is null ? -MatMul(UpperOf(gu!), u.Mt) : MatMul(l.Mt, gl);
            if (gl is not null && gu is not null)
                inner -= MatMul(UpperOf(gu), u.Mt);
            var square = SolveTriangular(u1.Mt, StrictlyLowerOf(inner), upper: false, left: false, unitriangular: false);
            var sum = Beside(square, rows, columns);
            return SolveTriangular(l.Mt, gu is null ? sum : sum + UpperOf(gu), upper: true, left: true, unitriangular: true);
        }
        // [gL + (L1^-T (triu(gU U^T) - triu(L^T gL)), 0)] U^-T
        var outer = gu is null ? -MatMul(l.Mt, StrictlyLowerOf(gl!)) : MatMul(gu, u.Mt);
        if (gl is not null && gu is not null)
            outer -= MatMul(l.Mt, StrictlyLowerOf(gl));
        var head = SolveTriangular(l1.Mt, UpperOf(outer), upper: true, left: true, unitriangular: true);
        var tall = Beside(head, rows, columns);
        return SolveTriangular(u.Mt, gl is null ? tall : tall + StrictlyLowerOf(gl), upper: false, left: false, unitriangular: false);
    }

    /// <summary>The gradient of L and U in one matrix through the solution of P L U X = b.</summary>
    private static Tensor LuSolveGradient(Tensor gradient, Tensor x, Tensor pivots, Tensor result, bool left, bool adjoint)
    {
        var (p, l, u) = LuUnpack(x, pivots, unpackData: true, unpackPivots: true);
        var (g, solution) = left ? (gradient, result) : (gradient.Mt, result.Mt);
        if (left != adjoint)
        {
            // gU = -U^-T g X^T, gL = L^-T gU U^T
            var gu = SolveTriangular(u.Mt, -MatMul(g, solution.Mt), upper: false, left: true, unitriangular: false);
            var gl = SolveTriangular(l.Mt, MatMul(gu, u.Mt), upper: true, left: true, unitriangular: true);
            return StrictlyLowerOf(gl) + UpperOf(gu);
        }
        // gL = -P^T X g^T P L^-T, gU = L^T gL U^-T
        var inner = -MatMul(MatMul(p.Mt, MatMul(solution, g.Mt)), p);
        var lower = SolveTriangular(l.Mt, inner, upper: true, left: false, unitriangular: true);
        var upper = SolveTriangular(u.Mt, MatMul(l.Mt, lower), upper: false, left: false, unitriangular: false);
        return StrictlyLowerOf(lower) + UpperOf(upper);
    }

    /// <summary>The matrices with zeros beside or below them, up to so many rows and columns.</summary>
    private static Tensor Beside(Tensor x, long rows, long columns)
    {
        Tensor Zeros(long height, long width) => Full([.. x.Batch, height, width], 0, x.DType, Device.Cpu, requiresGrad: false);
        var wide = x.Shape[-1] == columns ? x : Cat([x, Zeros(x.Shape[-2], columns - x.Shape[-1])], -1);
        return x.Shape[-2] == rows ? wide : Cat([wide, Zeros(rows - x.Shape[-2], columns)], -2);
    }
}
