namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException MatrixDims(string function, string name)
        => new($"{function}: The input tensor {name} must have at least 2 dimensions.");

    internal static TorchArgumentException NotSquare(string function, string name, Shape shape)
        => new($"{function}: {name} must be batches of square matrices, but they are {shape[-2]} by {shape[-1]} matrices");

    internal static TorchArgumentException FloatingExpected(string function, DType dtype)
        => new($"{function}: Expected a floating point or complex tensor as input. Got {ScalarTypeName(dtype)}");

    internal static TorchArgumentException LowPrecision(string function, DType dtype)
        => new($"{function}: Low precision dtypes not supported. Got {ScalarTypeName(dtype)}");

    internal static TorchArgumentException SolverDTypes(string function, string a, DType dtypeA, string b, DType dtypeB)
        => new($"{function}: Expected {a} and {b} to have the same dtype, but found {a} of type {ScalarTypeName(dtypeA)} and {b} of type "
            + $"{ScalarTypeName(dtypeB)} instead");

    internal static TorchArgumentException SolverShapes(string function, Shape a, Shape b, bool left)
        => new($"{function}: Incompatible shapes of A and B for the equation {(left ? "AX = B" : "XA = B")} "
            + $"({a[-2]}x{a[-1]} and {b[-2]}x{b[-1]})");

    internal static TorchArgumentException VectorOnTheLeft()
        => new("linalg.solve: Vector broadcasting of the left hand side is not supported for left=False. "
            + "In this case linalg.solve is equivalent to B / A.squeeze(-1)");

    internal static TorchArgumentException PivotsDType()
        => new("linalg.lu_solve: pivots should be a Tensor of scalar type torch.int32");

    internal static TorchArgumentException PivotsCount()
        => new("linalg.lu_solve: Number of pivots per batch should be same as the dimension of the matrix");

    internal static TorchArgumentException PivotsShape(Shape pivots)
        => new($"linalg.lu_solve: Expected LU.shape[:-1] and pivots.shape to be the same, but got pivots with shape {pivots} instead");

    internal static TorchArgumentException UnpackDims(string function, Shape shape)
        => new($"{function}: Expected tensor with 2 or more dimensions. Got size: {shape} instead");

    internal static TorchArgumentException UnpackPivots()
        => new("torch.lu_unpack: LU_pivots is expected to be a contiguous tensor of torch.int32 dtype.\n"
            + "Note: this function is intended to be used with the output produced by torch.linalg.lu_factor");

    internal static TorchArgumentException UnpackPivotsShape(Shape shape, Shape pivots)
        => new($"torch.lu_unpack: expected LU_pivots of the shape that torch.linalg.lu_factor gives for {shape}, but got {pivots}");

    internal static TorchArgumentException PivotOutside(long pivot, long rows)
        => new($"pivots count the rows of the matrix from 1 to {rows}, but there is a {pivot}");

    /// <summary>What a LAPACK function's number other than 0 means.</summary>
    /// <param name="function">PyTorch's name of it.</param>
    /// <param name="info">The number.</param>
    /// <param name="element">Which matrix of a batch failed; null where there is no batch.</param>
    internal static TorchException Factorization(string function, int info, int? element)
    {
        var where = element is { } place ? $"{function}: (Batch element {place})" : function;
        if (function.Contains("lu_factor", StringComparison.Ordinal))
        {
            return new($"{where}: U[{info},{info}] is zero and using it on lu_solve would result in a division by zero. If you still want to "
                + "perform the factorization, consider calling linalg.lu(A, pivot) or linalg.lu_factor_ex(A, pivot)");
        }
        var what = function switch
        {
            _ when function.Contains("inv", StringComparison.Ordinal)
                => $"The diagonal element {info} is zero, the inversion could not be completed because the input matrix is singular.",
            _ when function.Contains("solve", StringComparison.Ordinal)
                => "The solver failed because the input matrix is singular.",
            _ when function.Contains("cholesky", StringComparison.Ordinal)
                => "The factorization could not be completed because the input is not positive-definite "
                    + $"(the leading minor of order {info} is not positive-definite).",
            _ => $"The least squares solution could not be computed because the input matrix does not have full rank (error code: {info}).",
        };
        return new TorchLinAlgException($"{where}: {what}");
    }

    /// <summary>What LAPACK's iterations come to that are given nan or infinity.</summary>
    /// <param name="function">PyTorch's name of it.</param>
    /// <param name="what">What does not converge.</param>
    /// <param name="info">How many of them; null where it is nan that LAPACK refuses before it begins.</param>
    /// <param name="element">Which matrix of a batch; null where there is no batch.</param>
    internal static TorchLinAlgException NotConverged(string function, string what, long? info, int? element)
        => new($"{function}: {(element is { } place ? $"(Batch element {place}): " : "")}The algorithm failed to converge because the input matrix "
            + (info is null ? "contained non-finite values." : $"is ill-conditioned or has too many repeated {what} (error code: {info})."));
}
