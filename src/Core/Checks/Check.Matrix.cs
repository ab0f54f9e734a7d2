namespace TwinGrad;

internal static partial class Check
{
    /// <summary>Batches of matrices.</summary>
    internal static void IsMatrix<T>(string function, T x, string name = "A")
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.MatrixDims(function, name);
    }

    /// <summary>Batches of square matrices of floating-point numbers.</summary>
    /// <param name="function">PyTorch's name of it.</param>
    /// <param name="x">The matrices.</param>
    /// <param name="lowPrecision">Whether 16 bits are enough.</param>
    internal static void IsSquare<T>(string function, T x, bool lowPrecision = true)
        where T : ITensor<T>
    {
        IsMatrix(function, x);
        if (x.Shape[-2] != x.Shape[-1])
            throw Error.NotSquare(function, "A", x.Shape);
        IsFloating(function, x, lowPrecision);
    }

    /// <summary>Floating-point numbers.</summary>
    internal static void IsFloating<T>(string function, T x, bool lowPrecision = true)
        where T : ITensor<T>
    {
        if (!Given(x).DType.IsFloatingPoint)
            throw Error.FloatingExpected(function, x.DType);
        if (!lowPrecision && (x.DType == DType.Float16 || x.DType == DType.BFloat16))
            throw Error.LowPrecision(function, x.DType);
    }

    /// <summary>LAPACK has no functions for 16 bits.</summary>
    internal static void HasLapack(string kernel, DType dtype)
    {
        if (dtype == DType.Float16 || dtype == DType.BFloat16)
            throw Error.NoKernel(kernel, dtype);
    }

    /// <summary>Whether the right side of an equation holds vectors, one a matrix, and not matrices.</summary>
    internal static bool IsVectorSide<T>(T x, T b)
        where T : ITensor<T>
        => Given(b).Dim == 1 || (x.Dim - 1 == b.Dim && x.Shape.AsSpan()[..^1].SequenceEqual(b.Shape));

    internal static void Solve<T>(T x, T b, bool left)
        where T : ITensor<T>
    {
        IsFloating("linalg.solve", x);
        if (x.DType != Given(b).DType)
            throw Error.SolverDTypes("linalg.solve", "A", x.DType, "B", b.DType);
        IsMatrix("linalg.solve", x);
        var vectors = IsVectorSide(x, b);
        Sides("linalg.solve", x, b, vectors ? [.. b.Shape, 1] : b.Shape, left);
        if (!left && vectors)
            throw Error.VectorOnTheLeft();
    }

    internal static void SolveTriangular<T>(T x, T b, bool left)
        where T : ITensor<T>
    {
        if (Given(x).DType != Given(b).DType)
            throw Error.SolverDTypes("linalg.solve_triangular", "A", x.DType, "B", b.DType);
        Sides("linalg.solve_triangular", x, b, b.Shape, left);
        IsFloating("linalg.solve_triangular", x);
    }

    internal static void LuSolve<T>(T x, T pivots, T b, bool left)
        where T : ITensor<T>
    {
        IsFloating("torch.linalg.lu_solve", x);
        if (x.DType != Given(b).DType)
            throw Error.SolverDTypes("linalg.lu_solve", "LU", x.DType, "B", b.DType);
        if (Given(pivots).DType != DType.Int32)
            throw Error.PivotsDType();
        IsSquare("torch.linalg.lu_solve", x);
        Sides("linalg.lu_solve", x, b, b.Shape, left);
        if (pivots.Dim == 0 || x.Shape[-1] != pivots.Shape[-1])
            throw Error.PivotsCount();
        if (!x.Shape.AsSpan()[..^1].SequenceEqual(pivots.Shape))
            throw Error.PivotsShape(pivots.Shape);
        PivotsInside(pivots, x.Shape[-2]);
    }

    internal static void LuUnpack<T>(T x, T pivots, bool unpackPivots)
        where T : ITensor<T>
    {
        if (Given(x).Dim < 2)
            throw Error.UnpackDims("torch.lu_unpack", x.Shape);
        if (!unpackPivots)
            return;
        if (Given(pivots).DType != DType.Int32)
            throw Error.UnpackPivots();
        Shape expected = [.. x.Shape.AsSpan()[..^2], Math.Min(x.Shape[-2], x.Shape[-1])];
        if (pivots.Shape != expected)
            throw Error.UnpackPivotsShape(x.Shape, pivots.Shape);
        PivotsInside(pivots, x.Shape[-2]);
    }

    /// <summary>Pivots beyond the matrix would have the native side write beside it.</summary>
    private static void PivotsInside<T>(T pivots, long rows)
        where T : ITensor<T>
    {
        foreach (var pivot in pivots.ToArray<int>())
            if (pivot < 1 || pivot > rows)
                throw Error.PivotOutside(pivot, rows);
    }

    /// <summary>The matrices of an equation fit, and their batches broadcast.</summary>
    private static void Sides<T>(string function, T x, T b, Shape shape, bool left)
        where T : ITensor<T>
    {
        IsMatrix(function, x);
        if (x.Shape[-2] != x.Shape[-1])
            throw Error.NotSquare(function, "A", x.Shape);
        if (shape.Count < 2)
            throw Error.MatrixDims(function, "B");
        if (x.Shape[-1] != shape[left ? -2 : -1])
            throw Error.SolverShapes(function, x.Shape, shape, left);
        Layout.Broadcast(x.Shape.AsSpan()[..^2], shape.AsSpan()[..^2]);
    }

    /// <summary>Throws for the first matrix whose factorization failed.</summary>
    /// <param name="function">PyTorch's name of it.</param>
    /// <param name="info">LAPACK's number of each matrix; 0 where all went well.</param>
    internal static void Factorization<T>(string function, T info)
        where T : ITensor<T>
    {
        var numbers = info.ToArray<int>();
        var failed = Array.FindIndex(numbers, number => number != 0);
        if (failed >= 0)
            throw Error.Factorization(function, numbers[failed], info.Dim == 0 ? null : failed);
    }
}
