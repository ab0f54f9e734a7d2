namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException NoNormOrder(double order)
        => new($"linalg.matrix_norm: Order {CppNumber(order)} not supported.");

    internal static TorchArgumentException NoNormOrder(NormOrder order) => new($"linalg.matrix_norm: Order {order} not supported.");

    internal static TorchArgumentException MatrixNormDims(ReadOnlySpan<int> dims)
        => new($"linalg.matrix_norm: dim must be a 2-tuple. Got {string.Join(", ", dims.ToArray())}");

    internal static TorchArgumentException MatrixNormSameDims(int rows, int columns)
        => new($"linalg.matrix_norm: dims must be different. Got ({rows}, {columns})");

    internal static TorchArgumentException LinalgNormDims(ReadOnlySpan<int> dims)
        => new($"linalg.norm: If dim is specified, it must be of length 1 or 2. Got [{string.Join(", ", dims.ToArray())}]");

    internal static TorchArgumentException LinalgNormOfMany(int dims)
        => new($"linalg.norm: If dim is not specified but ord is, the input must be 1D or 2D. Got {dims}D.");

    internal static TorchArgumentException NormDType(string function, DType dtype)
        => new($"{function}: dtype should be floating point or complex, but got {ScalarTypeName(dtype)}");

    internal static TorchArgumentException NormNarrows(string function, DType from, DType into)
        => new($"{function}: the dtype of the input ({ScalarTypeName(from)}) should be convertible without narrowing to the specified dtype "
            + $"({ScalarTypeName(into)})");

    internal static TorchArgumentException NoCondOrder(double order)
        => new($"linalg.cond got an invalid norm type: {CppNumber(order)}");

    internal static TorchArgumentException CondDims() => new("linalg.cond: The input tensor must have at least 2 dimensions.");

    internal static TorchArgumentException PinvOf(DType dtype, Shape shape)
        => new($"linalg.pinv({ScalarTypeName(dtype)}{{{shape}}}): expected a tensor with 2 or more dimensions "
            + "of float, double, cfloat or cdouble types");
}
