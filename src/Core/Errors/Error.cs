using System.Globalization;

namespace TwinGrad;

/// <summary>One factory an error: PyTorch's sentence with the offending values. Both engines throw from here.</summary>
internal static partial class Error
{
    internal static TorchNotImplementedException UnknownDType(sbyte code)
        => new($"dtype number {code} is none of {string.Join(", ", DType.All)}");

    internal static TorchArgumentException UnknownDType(string name)
        => new($"'{name}' is no dtype; there are {string.Join(", ", DType.All)}", "TypeError");

    internal static TorchArgumentException InvalidDevice(string text)
        => new($"Invalid device string: '{text}'");

    internal static TorchIndexException DimOutOfRange(int dim, int range)
        => new($"Dimension out of range (expected to be in range of [{-range}, {range - 1}], but got {dim})");

    internal static TorchIndexException DimOfNone(int dim)
        => new($"Dimension specified as {dim} but tensor has no dimensions");

    internal static ArgumentNullException NoTensor()
        => new(paramName: null, "expected a Tensor as argument, but got null");

    internal static ObjectDisposedException Disposed()
        => new("Tensor", "The tensor was disposed of, by Dispose() or by the end of the scope that it was made in; Keep lets it out of a scope.");

    internal static TorchException DimTwice(int dim)
        => new($"dim {dim} appears multiple times in the list of dims");

    internal static TorchException ScalarOverflow(string type)
        => new($"value cannot be converted to type {type} without overflow");

    internal static TorchException ScalarOverflow(DType dtype) => ScalarOverflow(dtype.Name switch
    {
        "uint8" or "int8" or "int16" or "int64" => dtype.Name + "_t",
        _ => CppName(dtype),
    });

    internal static TorchArgumentException BeyondExactIntegers(Scalar value)
        => new($"the reference engine holds integers as doubles, exactly below 2^53 = {1L << 53}: {value} is not");

    internal static TorchException NotEnoughMemory(long elements)
        => new($"the reference engine cannot hold {elements} elements: an array has at most {Array.MaxLength}");

    internal static TorchArgumentException NotAnInteger(double value) => double.IsNaN(value)
        ? new("cannot convert float NaN to integer", "ValueError")
        : new("cannot convert float infinity to integer", "OverflowError");

    internal static TorchException NoArrayHolds(long elements)
        => new($"a Tensor with {elements} elements cannot be converted to an array, which has at most {Array.MaxLength}");

    internal static TorchException NotAScalar(long numel)
        => new($"a Tensor with {numel} elements cannot be converted to Scalar");

    internal static TorchException AmbiguousBoolean(long numel) => numel == 0
        ? new("Boolean value of Tensor with no values is ambiguous")
        : new("Boolean value of Tensor with more than one value is ambiguous");

    internal static TorchArgumentException NoSuchElementType(Type type)
        => new($"{type.Name} is not an element type of tensors: use bool, byte, sbyte, short, int, long, Half, float or double", "TypeError");

    internal static FormatException FormatOfMany(string format, Shape shape)
        => new($"unsupported format string '{format}' for a tensor of shape {shape}: only a 0-dim tensor formats like a number");

    private static string Sizes(Shape shape) => string.Create(CultureInfo.InvariantCulture, $"torch.Size({shape})");
}
