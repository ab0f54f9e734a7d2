namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Det(Tensor x)
    {
        Check.IsSquare("linalg.det", x);
        return Record("LinalgDetBackward0", Aten.Det.Call(x)[0], x);
    }

    /// <inheritdoc/>
    public static (Tensor Sign, Tensor Logabsdet) Slogdet(Tensor x)
    {
        Check.IsSquare("linalg.slogdet", x, lowPrecision: false);
        var results = RecordAll("LinalgSlogdetBackward0", Aten.Slogdet.Call(x), x);
        return (results[0], results[1]);
    }

    /// <inheritdoc/>
    public static (Tensor Inverse, Tensor Info) InvEx(Tensor x, bool checkErrors)
    {
        Check.IsSquare("linalg.inv", x, lowPrecision: false);
        var results = RecordAll("LinalgInvExBackward0", Aten.InvEx.Call(x, checkErrors), x);
        return (results[0], results[1]);
    }

    /// <inheritdoc/>
    public static (Tensor Result, Tensor Info) SolveEx(Tensor x, Tensor b, bool left, bool checkErrors)
    {
        Check.Solve(x, b, left);
        var results = RecordAll("LinalgSolveExBackward0", Aten.SolveEx.Call(x, b, left, checkErrors), x, b);
        return (results[0], results[1]);
    }

    /// <inheritdoc/>
    public static Tensor SolveTriangular(Tensor x, Tensor b, bool upper, bool left, bool unitriangular)
    {
        Check.SolveTriangular(x, b, left);
        return Record("LinalgSolveTriangularBackward0", Aten.SolveTriangular.Call(x, b, upper, left, unitriangular)[0], x, b);
    }

    /// <inheritdoc/>
    public static (Tensor Solution, Tensor ClonedCoefficient) TriangularSolve(
        Tensor x, Tensor a, bool upper, bool transpose, bool unitriangular)
    {
        Check.TriangularSolve(x, a);
        Warnings.Warn(LinearAlgebraWarning.TriangularSolve);
        var batch = Layout.Broadcast(x.Shape.AsSpan()[..^2], a.Shape.AsSpan()[..^2]);
        var coefficient = Clone(Expand(a, [.. batch, a.Shape[-2], a.Shape[-1]]));
        // libtorch's rule passes zeros on to x, as if the coefficient were computed of it.
        if (x.RequiresGrad)
            coefficient = Where(Full([], 1, DType.Bool, x.Device, requiresGrad: false), coefficient, Sum(x));
        var solution = transpose
            ? SolveTriangular(Transpose(a, -2, -1), x, !upper, left: true, unitriangular)
            : SolveTriangular(a, x, upper, left: true, unitriangular);
        return Named("TriangularSolveBackward0", (solution, coefficient), x, a);
    }

    /// <inheritdoc/>
    public static Tensor LinalgLuSolve(Tensor x, Tensor pivots, Tensor b, bool left, bool adjoint)
    {
        Check.LuSolve(x, pivots, b, left);
        return Record("LinalgLuSolveBackward0", Aten.LuSolve.Call(x, pivots, b, left, adjoint)[0], x, b);
    }

    /// <inheritdoc/>
    public static Tensor CholeskySolve(Tensor x, Tensor l, bool upper)
    {
        Check.CholeskySolve(x, l);
        return Record("CholeskySolveBackward0", Aten.CholeskySolve.Call(x, l, upper)[0], x, l);
    }

    /// <inheritdoc/>
    public static Tensor CholeskyInverse(Tensor x, bool upper)
    {
        Check.IsSquare("cholesky_inverse", x);
        return Record("CholeskyInverseBackward0", Aten.CholeskyInverse.Call(x, upper)[0], x);
    }

    /// <inheritdoc/>
    public static Tensor Pinv(Tensor x, Tensor? atol, Tensor? rtol, bool hermitian)
    {
        Check.Pinv(x);
        return Record("LinalgPinvBackward0", Aten.Pinv.Call(x, atol, rtol, hermitian)[0], x);
    }

    /// <inheritdoc/>
    public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) Lstsq(
        Tensor x, Tensor b, double? rcond, LstsqDriver? driver)
    {
        Check.Lstsq(x, b, driver);
        var function = driver switch
        {
            LstsqDriver.Gels => Aten.LstsqGels,
            LstsqDriver.Gelsd => Aten.LstsqGelsd,
            LstsqDriver.Gelss => Aten.LstsqGelss,
            _ => Aten.LstsqGelsy,
        };
        var results = RecordAll("LinalgLstsqBackward0", function.Call(x, b, rcond), x, b);
        return (results[0], results[1], results[2], results[3]);
    }
}
