namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException CovDims(int dims)
        => new($"cov(): expected input to have two or fewer dimensions but got an input with {dims} dimensions");

    internal static TorchArgumentException CovOfBools() => new("cov(): bool dtype is not supported for input");

    internal static TorchArgumentException CovWeightDType(string name, string kind, DType dtype)
        => new($"cov(): expected {name} to have {kind} dtype but got {name} with {ScalarTypeName(dtype)} dtype");

    internal static TorchArgumentException CovWeightDims(string name, int dims)
        => new($"cov(): expected {name} to have one or fewer dimensions but got {name} with {dims} dimensions");

    internal static TorchArgumentException CovWeightCount(string name, long weights, long observations)
        => new($"cov(): expected {name} to have the same numel as there are observations in the input but got {weights} != {observations}");

    internal static TorchArgumentException CovNegativeWeights(string name) => new($"cov(): {name} cannot be negative");

    internal static string CovDegreesOfFreedom() => "cov(): degrees of freedom is <= 0";

    internal static TorchArgumentException CorrcoefDims(int dims)
        => new($"corrcoef(): expected input to have two or fewer dimensions but got an input with {dims} dimensions");

    internal static TorchArgumentException CorrectionTwice() => new("Only one of unbiased and correction may be given", "AssertionError");

    internal static TorchArgumentException MaskDims(int input, int mask)
        => new($"_input_mask expected mask dimensionality (got {mask}) not greater than that of the input (got {input})", "IndexError");
}
