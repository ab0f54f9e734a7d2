namespace TwinGrad;

internal static partial class Error
{
    internal static Exception ReductionOfNothing(string name) => name.StartsWith("arg", StringComparison.Ordinal)
        ? new TorchIndexException($"{name}(): Expected reduction dim to be specified for input.numel() == 0.")
        : new TorchException($"{name}(): Expected reduction dim to be specified for input.numel() == 0. "
            + "Specify the reduction dim with the 'dim' argument.");

    internal static TorchIndexException ReductionOfEmptyDim(string name, int dim)
        => new($"{name}(): Expected reduction dim {dim} to have non-zero size.");

    internal static TorchException ArgOfBools(string name) => new($"{name}(): does not support bool input");

    internal static TorchArgumentException AminmaxOfNothing()
        => new("aminmax(): cannot compute aminmax over an empty dimension as the operation has no identity.");

    internal static TorchArgumentException MomentsOf() => new("std and var only support floating point and complex dtypes");

    internal static string DegreesOfFreedom(string name)
        => $"{name}(): degrees of freedom is <= 0. Correction should be strictly less than the reduction factor "
            + "(input numel divided by output numel).";

    internal static TorchArgumentException NormOf(DType dtype)
        => new($"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {ScalarTypeName(dtype)}");

    internal static TorchException NormOfNothing(Scalar p)
        => new($"linalg.vector_norm cannot compute the {p} norm on an empty tensor because the operation does not have an identity");

    internal static TorchException NormOfEmptyDim(Scalar p, int dim)
        => new($"linalg.vector_norm cannot compute the {p} norm on the dimension {dim} because this dimension is empty and "
            + "the operation does not have an identity");

    internal static TorchArgumentException SumToSize(Shape shape, Shape size)
        => new($"size {{{size}}} is not expandable to size {{{shape}}}.");

    internal static TorchArgumentException RenormOf(DType dtype)
        => new($"linalg.vector_norm: Expected a floating point or complex tensor as input. Got {ScalarTypeName(dtype)}");

    internal static TorchArgumentException RenormPower() => new("renorm: non-positive-norm not supported");

    internal static TorchArgumentException RenormNorm(double maxnorm)
        => new($"renorm: expected maxnorm to be >= 0 but got {CppNumber(maxnorm)}");

    internal static TorchArgumentException RenormDims(int dims)
        => new($"renorm: input needs at least 2 dimensions, got {dims} dimensions");
}
