namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException NoLstsqDriver(LstsqDriver driver)
        => new($"torch.linalg.lstsq: parameter `driver` should be one of (gels, gelsy, gelsd, gelss), but got {driver}");

    internal static TorchArgumentException Lstsq(string what) => new($"torch.linalg.lstsq: {what}");

    internal static TorchArgumentException LstsqDTypes(DType x, DType b)
        => new("torch.linalg.lstsq: Expected input and other to have the same dtype, "
            + $"but got input's dtype {ScalarTypeName(x)} and other's dtype {ScalarTypeName(b)}");

    internal static TorchArgumentException TriangularSolveDims(string name, int dims)
        => new($"torch.triangular_solve: Expected {name} to have at least 2 dimensions, but it has {dims} dimensions instead");

    internal static TorchArgumentException CholeskySolveDims(string name, int dims)
        => new($"{name} should have at least 2 dimensions, but has {dims} dimensions instead");

    internal static TorchArgumentException LinearSystemDTypes(DType x, DType a)
        => new($"Expected b and A to have the same dtype, but found b of type {ScalarTypeName(x)} and A of type {ScalarTypeName(a)} instead.");

    internal static TorchArgumentException LinearSystemSquare(Shape a)
        => new($"A must be batches of square matrices, but they are {a[-2]} by {a[-1]} matrices");

    internal static TorchArgumentException LinearSystemLengths(string function, Shape a, Shape b)
        => new($"Incompatible matrix sizes for {function}: each A matrix is {a[-1]} by {a[-1]} but each b matrix is {b[-2]} by {b[-1]}");
}
