namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException ConvolutionInput(string function, int dims, Shape x)
        => new($"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to {function}, but got input of size: {x}");

    internal static TorchArgumentException ConvolutionNumbers(string name, int dims, string given)
        => new($"expected {name} to be a single integer value or a list of {dims} values to match the convolution dimensions, but got {name}={given}");

    internal static TorchArgumentException NegativePadding() => new("negative padding is not supported");

    internal static TorchArgumentException NegativeOutputPadding() => new("negative output_padding is not supported");

    internal static TorchArgumentException StrideNotPositive() => new("non-positive stride is not supported");

    internal static TorchArgumentException DilationNotPositive() => new("dilation should be greater than zero");

    internal static TorchArgumentException GroupsNotPositive() => new("non-positive groups is not supported");

    internal static TorchArgumentException ConvolutionDims(Shape weight, Shape x)
        => new($"Expected {weight.Count}-dimensional input for {weight.Count}-dimensional weight {weight}, "
            + $"but got {x.Count}-dimensional input of size {x} instead");

    internal static TorchArgumentException FewerThanGroups(int groups, Shape weight)
        => new($"Given groups={groups}, expected weight to be at least {groups} at dimension 0, but got weight of size {weight} instead");

    internal static TorchArgumentException NotInGroups(int groups, Shape weight)
        => new($"Given groups={groups}, expected weight to be divisible by {groups} at dimension 0, but got weight of size {weight} instead");

    internal static TorchArgumentException ConvolutionChannels(string given, Shape weight, Shape x, long expected)
        => new($"Given {given}, weight of size {weight}, expected input{x} to have {expected} channels, but got {x[1]} channels instead");

    internal static TorchArgumentException ConvolutionBias(string given, Shape weight, long expected, Shape bias)
        => new($"Given {given}weight of size {weight}, expected bias to be 1-dimensional with {expected} elements, "
            + $"but got bias of size {bias} instead");

    internal static TorchArgumentException KernelLargerThanInput(IEnumerable<long> input, IEnumerable<long> kernel)
        => new($"Calculated padded input size per channel: ({Times(input)}). Kernel size: ({Times(kernel)}). "
            + "Kernel size can't be greater than actual input size");

    internal static TorchArgumentException OutputPaddingTooLarge(IEnumerable<int> outputPadding, IEnumerable<int> stride, IEnumerable<int> dilation)
        => new("output padding must be smaller than either stride or dilation, but got "
            + $"output_padding={List(outputPadding)}, stride={List(stride)}, dilation={List(dilation)}");

    internal static TorchArgumentException TransposedOutputTooSmall(Shape x, IEnumerable<long> output)
        => new($"Given input size per channel: ({Times(x.Skip(2))}). Calculated output size per channel: ({Times(output)}). Output size is too small");

    internal static TorchArgumentException ConvolutionBiasDType(DType x, DType bias)
        => new($"Input type ({CppName(x)}) and bias type ({CppName(bias)}) should be the same");

    internal static TorchArgumentException SameWithStride(string pythonType = "RuntimeError")
        => new("padding='same' is not supported for strided convolutions", pythonType);

    internal static TorchArgumentException NoSuchPadding(Padding padding)
        => new($"Invalid padding string: '{padding}'");

    internal static TorchArgumentException ImageExpected(Shape x)
        => new($"Expected 3D or 4D (batch mode) tensor with possibly 0 batch size and other non-zero dimensions for input, but got: {x}");

    internal static TorchArgumentException ColumnsExpected(Shape x)
        => new($"Expected 2D or 3D (batch mode) tensor for input with possibly 0 batch size and non-zero dimensions for input, but got: {x}");

    internal static TorchArgumentException WindowNumber(string name, IReadOnlyList<int> given)
        => new($"{name} should be greater than zero, but got {name}_height: {given[0]} {name}_width: {given[1]}");

    internal static TorchArgumentException WindowPadding(IReadOnlyList<int> given)
        => new($"padding should be non-negative, but got pad_height: {given[0]} pad_width: {given[1]}");

    internal static TorchArgumentException NoWindowFits(Shape x, IReadOnlyList<Window> windows)
        => new($"Given input with spatial size ({windows[0].Length}, {windows[1].Length}), kernel_size=({windows[0].Size}, {windows[1].Size}), "
            + $"dilation=({windows[0].Dilation}, {windows[1].Dilation}), padding=({windows[0].Padding}, {windows[1].Padding}), calculated shape of "
            + $"the array of sliding blocks as ({windows[0].Count}, {windows[1].Count}), but its components must be at least one.");

    internal static TorchArgumentException ColumnsHeight(Shape x, IReadOnlyList<Window> windows)
        => new("Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got input.size(1)="
            + $"{x[-2]} and kernel_size=({windows[0].Size}, {windows[1].Size}).");

    internal static TorchArgumentException ColumnsNumber(Shape x, IReadOnlyList<Window> windows)
        => new($"Given output_size=({windows[0].Length}, {windows[1].Length}), kernel_size=({windows[0].Size}, {windows[1].Size}), "
            + $"dilation=({windows[0].Dilation}, {windows[1].Dilation}), padding=({windows[0].Padding}, {windows[1].Padding}), "
            + $"stride=({windows[0].Stride}, {windows[1].Stride}), expected size of input's dimension 2 to match the calculated number of sliding "
            + $"blocks {windows[0].Count} * {windows[1].Count} = {windows[0].Count * windows[1].Count}, but got input.size(2)={x[-1]}.");

    /// <summary>Lengths as libtorch writes them: <c>3 x 4</c>.</summary>
    private static string Times(IEnumerable<long> lengths) => string.Join(" x ", lengths);

    private static string List(IEnumerable<int> numbers) => $"[{string.Join(", ", numbers)}]";
}
