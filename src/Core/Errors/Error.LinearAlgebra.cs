namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException DotDims(int a, int b)
        => new($"1D tensors expected, but got {a}D and {b}D tensors");

    internal static TorchArgumentException DotLengths(long a, long b)
        => new($"inconsistent tensor size, expected tensor [{a}] and src [{b}] to have the same number of elements, "
            + $"but got {a} and {b} elements respectively");

    internal static TorchArgumentException DotDTypes(DType a, DType b)
        => new($"dot : expected both vectors to have same dtype, but found {ScalarTypeName(a)} and {ScalarTypeName(b)}");

    internal static TorchArgumentException AddmvDims(int input, int matrix, int vector)
        => new($"vector + matrix @ vector expected, got {input}, {matrix}, {vector}");

    internal static TorchArgumentException AddmvLengths(long input, Shape matrix, long vector)
        => new($"size mismatch, got input ({input}), mat ({matrix[0]}x{matrix[1]}), vec ({vector})");

    internal static TorchArgumentException NotAMatrix(string name) => new($"{name} must be a matrix");

    internal static TorchArgumentException MmLengths(Shape a, Shape b)
        => new($"mat1 and mat2 shapes cannot be multiplied ({a[0]}x{a[1]} and {b[0]}x{b[1]})");

    internal static TorchArgumentException NotABatch(string name) => new($"{name} must be a 3D tensor");

    internal static TorchArgumentException BmmLengths(Shape a, Shape b)
        => new($"Expected size for first two dimensions of batch2 tensor to be: [{a[0]}, {a[2]}] but got: [{b[0]}, {b[1]}].");

    internal static TorchArgumentException OuterDims(string name, int dims)
        => new($"outer: Expected 1-D argument {name}, but got {dims}-D");

    internal static TorchArgumentException AddmmDTypes(string name, DType dtype, DType mat2)
        => new($"{name} and mat2 must have the same dtype, but got {ScalarTypeName(dtype)} and {ScalarTypeName(mat2)}");

    internal static TorchArgumentException MatMulOf0Dim(int a, int b)
        => new($"both arguments to matmul need to be at least 1D, but they are {a}D and {b}D");

    internal static TorchArgumentException MatrixDTypes(DType a, DType b)
        => new($"expected m1 and m2 to have the same dtype, but got: {CppName(a)} != {CppName(b)}");

    internal static TorchArgumentException BatchDTypes(DType a, DType b)
        => new($"expected scalar type {ScalarTypeName(a)} but found {ScalarTypeName(b)}");

    internal static TorchArgumentException AddrDims(string name, int dims)
        => new($"addr: Expected 1-D argument {name}, but got {dims}-D");

    internal static TorchArgumentException AddbmmBatches(long a, long b)
        => new($"batch1 and batch2 must have same number of batches, got {a} and {b}");

    internal static TorchArgumentException AddbmmLengths(Shape a, Shape b)
        => new($"Incompatible matrix sizes for bmm ({a[1]}x{a[2]} and {b[1]}x{b[2]})");

    internal static TorchArgumentException BaddbmmDTypes(DType x, DType batch1, DType batch2)
        => new($"Input dtypes must be the same, got: input {CppName(x)}, batch1: {CppName(batch1)}, batch2: {CppName(batch2)}");

    internal static TorchArgumentException CrossDims()
        => new("linalg.cross: inputs must have the same number of dimensions.");

    internal static TorchArgumentException CrossLengths(int dim, long x, long y)
        => new($"linalg.cross: inputs dimension {dim} must have length 3. Got {x} and {y}");

    internal static TorchArgumentException NoCrossDim() => new("no dimension of size 3 in input");

    internal static TorchArgumentException InnerLengths(Shape x, Shape y)
        => new($"inner() the last dimension must match on both input tensors but got shapes {x} and {y}");

    internal static TorchArgumentException VanderCount() => new("N must be greater than 1.");

    internal static TorchArgumentException VanderDims(int dims) => new($"x must be a one-dimensional tensor, but it has {dims} dimensions");

    internal static TorchArgumentException VanderNegative() => new("N must be non-negative.");
}
