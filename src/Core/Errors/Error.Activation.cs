namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException CeluOf0() => new("ZeroDivisionError: alpha cannot be 0 for CELU");

    internal static TorchException BoolHardtanh() => new("Bool inputs not supported for hardtanh");

    internal static TorchException UnsignedHardtanh() => new("cannot do hardtanh on an unsigned type with negative limits");

    internal static TorchArgumentException GluOf0Dim() => new("glu does not support scalars because halving size must be even");

    internal static TorchArgumentException GluLength(int dim, long length)
        => new($"Halving dimension must be even, but dimension {dim} is size {length}");

    internal static TorchArgumentException PreluDTypes(DType x, DType weight)
        => new($"prelu: Type promoting not supported. Got {ScalarTypeName(x)} and {ScalarTypeName(weight)}");

    internal static TorchArgumentException PreluOf0Dim() => new("Not allow zero-dim input tensor.");

    internal static TorchArgumentException PreluChannels(long weights, long channels)
        => new($"Mismatch of parameter numbers and input channel size. Found parameter numbers = {weights} and channel size = {channels}.");

    internal static TorchArgumentException PreluWeightDims(int dims)
        => new($"prelu: Expected `weight` to be a scalar or 1D tensor, but got: ndim = {dims}");

    internal static TorchException SoftshrinkLambda(double lambd, double largest, DType dtype)
        => new($"lambda must be in range [0, {CppNumber(largest)}] for input dtype {ScalarTypeName(dtype)}, but found {CppNumber(lambd)}");

    internal static TorchArgumentException RreluBounds() => new("Lower bound should be less than or equal to the upper bound");
}
