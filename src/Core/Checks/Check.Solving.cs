namespace TwinGrad;

internal static partial class Check
{
    internal static void TriangularSolve<T>(T x, T a)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.TriangularSolveDims("b", x.Dim);
        if (Given(a).Dim < 2)
            throw Error.TriangularSolveDims("A", a.Dim);
        LinearSystem("triangular_solve", x, a);
    }

    internal static void CholeskySolve<T>(T x, T l)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.CholeskySolveDims("b", x.Dim);
        if (Given(l).Dim < 2)
            throw Error.CholeskySolveDims("u", l.Dim);
        LinearSystem("cholesky_solve", x, l);
    }

    /// <summary>The driver, and shapes that fit each other.</summary>
    internal static void Lstsq<T>(T x, T b, LstsqDriver? driver)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.Lstsq("input must have at least 2 dimensions.");
        if (Given(b).Dim < 1)
            throw Error.Lstsq("other must have at least 1 dimension.");
        if (x.DType != b.DType)
            throw Error.LstsqDTypes(x.DType, b.DType);
        if (x.Dim - b.Dim is < 0 or > 1)
            throw Error.Lstsq("input.dim() must be greater or equal to other.dim() and (input.dim() - other.dim()) <= 1");
        var vectors = IsVectorSide(x, b);
        if (x.Shape[-2] != b.Shape[vectors ? -1 : -2])
            throw Error.Lstsq($"input.size(-2) should match other.size({(vectors ? -1 : -2)})");
        IsFloating("torch.linalg.lstsq", x, lowPrecision: false);
        Layout.Broadcast(x.Shape.AsSpan()[..^2], b.Shape.AsSpan()[..^(vectors ? 1 : 2)]);
        if (driver is { } given && !Enum.IsDefined(given))
            throw Error.NoLstsqDriver(given);
        HasNoNan("torch.linalg.lstsq", x);
        HasNoNan("torch.linalg.lstsq", b);
    }

    /// <summary>Right sides x and square matrices a of a system of equations.</summary>
    private static void LinearSystem<T>(string function, T x, T a)
        where T : ITensor<T>
    {
        if (x.DType != a.DType)
            throw Error.LinearSystemDTypes(x.DType, a.DType);
        if (a.Shape[-2] != a.Shape[-1])
            throw Error.LinearSystemSquare(a.Shape);
        if (a.Shape[-1] != x.Shape[-2])
            throw Error.LinearSystemLengths(function, a.Shape, x.Shape);
        IsFloating(function, x, lowPrecision: false);
        Layout.Broadcast(a.Shape.AsSpan()[..^2], x.Shape.AsSpan()[..^2]);
    }
}
