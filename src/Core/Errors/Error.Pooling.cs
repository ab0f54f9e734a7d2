namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException PoolNumbers(string function, string name, int dims, bool mayBeOmitted)
        => new($"{function}: {name} must either be {(mayBeOmitted ? "omitted, " : "")}a single int, or a tuple of {(dims == 2 ? "two" : "three")} ints");

    internal static TorchArgumentException OneInt(string function, string name, int count)
        => new($"{function}() argument '{name}' should contain one int (got {count})");

    internal static TorchArgumentException PoolDims(string function, int count)
        => new($"Expected 2 to 3 dimensions, but got {count}-dimensional tensor for argument #1 'self' (while checking arguments for {function})");

    internal static TorchArgumentException PoolInput(int dims, Shape x) => dims == 2
        ? new($"Expected 3D or 4D (batch mode) tensor with optional 0 dim batch size for input, but got:{x}")
        : new("non-empty 4D or 5D (batch mode) tensor expected for input");

    internal static TorchArgumentException PoolNumber(string what, string prefix, ReadOnlySpan<int> numbers)
        => new($"{what} should be greater than zero, but got {Lettered(prefix, numbers)}");

    internal static TorchArgumentException PoolPadNegative(int pad) => new($"pad must be non-negative, but got pad: {pad}");

    internal static TorchArgumentException PoolPadTooLarge(Window window)
        => new("pad should be at most half of effective kernel size, but got "
            + $"pad={window.Padding}, kernel_size={window.Size} and dilation={window.Dilation}");

    internal static TorchArgumentException PoolOutputTooSmall(long channels, IEnumerable<long> input, IEnumerable<long> output)
        => new($"Given input size: ({channels}x{string.Join("x", input)}). Calculated output size: ({channels}x{string.Join("x", output)}). "
            + "Output size is too small");

    internal static TorchArgumentException PoolOfPadding()
        => new("a dilated window lies between the elements of the input and shows none of them");

    internal static TorchArgumentException DivisorZero() => new("divisor must be not zero");

    internal static TorchArgumentException AdaptiveInput(string function, int dims, Shape x)
        => new($"{function}(): Expected {dims + 1}D or {dims + 2}D tensor, but got {x}");

    internal static TorchArgumentException AdaptiveEmpty(string function, Shape x, int dim)
        => new($"{function}(): Expected input to have non-zero size for non-batch dimensions, but input has sizes {x} with dimension {dim} being empty");

    internal static TorchArgumentException AdaptiveSize(string function, int dims)
        => new($"{function}: output_size must be {dims}");

    internal static TorchArgumentException AdaptiveNegative() => new("elements of output_size must be greater than or equal to 0");

    internal static TorchArgumentException UnpoolIndices(DType dtype)
        => new($"elements in indices should be type int64 but got: {ScalarTypeName(dtype)}");

    internal static TorchArgumentException UnpoolSize(int dims, int count)
        => new($"There should be exactly {(dims == 2 ? "two elements (height, width)" : "three elements (depth, height, width)")} in output_size, but got {count} elements.");

    internal static TorchArgumentException UnpoolInput(int dims, Shape x)
        => new($"Input to max_unpooling{dims}d should be a {dims + 1}d or {dims + 2}d Tensor, but got a tensor with {x.Count} dimensions.");

    internal static TorchArgumentException UnpoolShapes(Shape indices, Shape x)
        => new($"Expected shape of indices to be same as that of the input tensor ({x}) but got indices tensor with shape: {indices}");

    internal static TorchArgumentException UnpoolEmpty(int dims, Shape x)
        => new($"max_unpooling{dims}d_forward_out_cpu(): Expected input to have non-zero size for non-batch dimensions, but got {x}");

    internal static TorchArgumentException UnpoolIndex(long index, IEnumerable<int> sizes)
        => new($"Found an invalid max index: {index} (output volumes are of size {string.Join("x", sizes)}");

    internal static TorchArgumentException UnpoolOutputLength(int dims, int count)
        => new($"output_size should be a sequence containing {dims} or {dims + 2} elements, but it has a length of '{count}'", "ValueError");

    internal static TorchArgumentException UnpoolOutputSize(IEnumerable<long> given, int dim, long smallest, long largest)
        => new($"invalid output_size \"torch.Size([{string.Join(", ", given)}])\" (dim {dim} must be between {smallest} and {largest})", "ValueError");

    internal static TorchArgumentException PerImageDim(string name, int count)
        => new($"It is expected {name} equals to 2, but got size {count}");

    /// <summary>Numbers with the letters of their dimensions: <c>kH: 2 kW: 3</c>.</summary>
    private static string Lettered(string prefix, ReadOnlySpan<int> numbers)
    {
        var letters = numbers.Length == 3 ? "THW" : "HW";
        var text = "";
        for (var i = 0; i < numbers.Length; i++)
            text += $"{(i == 0 ? "" : " ")}{prefix}{letters[i]}: {numbers[i]}";
        return text;
    }
}
