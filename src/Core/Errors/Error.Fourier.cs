namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException FourierDType(DType dtype) => new($"Unsupported dtype {ScalarTypeName(dtype)}");

    internal static TorchArgumentException FourierCounts() => new("When given, dim and shape arguments must have the same length");

    internal static TorchArgumentException FourierMoreLengths(int lengths, int dims)
        => new($"Got shape with {lengths} values but input tensor only has {dims} dimensions.");

    internal static TorchArgumentException FourierDims() => new("FFT dims must be unique");

    internal static TorchArgumentException FourierOfNothing(string name) => new($"{name} must transform at least one axis");

    internal static TorchArgumentException FourierLength(long length) => new($"Invalid number of data points ({length}) specified");
}
