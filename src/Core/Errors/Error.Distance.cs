namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException NormDType(DType dtype)
        => new($"norm(): input dtype should be either floating point or complex. Got {ScalarTypeName(dtype)} instead.");

    internal static TorchArgumentException CdistDims(int argument, int dims)
        => new($"cdist only supports at least 2D tensors, X{argument} got: {dims}D");

    internal static TorchArgumentException CdistColumns(long x1, long x2)
        => new($"X1 and X2 must have the same number of columns. X1: {x1} X2: {x2}");

    internal static TorchArgumentException CdistDType(int argument, DType dtype)
        => new($"cdist only supports floating-point dtypes, X{argument} got: {ScalarTypeName(dtype)}");

    internal static TorchArgumentException NegativeDistancePower(string function)
        => new($"{function} only supports non-negative p values");

    internal static TorchArgumentException NoComputeMode(ComputeMode computeMode)
        => new($"{computeMode} is not a valid value for compute_mode", "ValueError");

    internal static TorchArgumentException PdistDims(int dims) => new($"pdist only supports 2D tensors, got: {dims}D");

    internal static TorchArgumentException PdistDType() => new("pdist only supports floating-point dtypes");

    internal static TorchArgumentException CosineDType(DType common)
        => new($"expected common dtype to be floating point, yet common dtype is {ScalarTypeName(common)}");
}
