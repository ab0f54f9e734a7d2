namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException NoFunctionResult(string name, int place)
        => new($"{name}.forward: expected Tensor or tuple of Tensor (got NoneType) for return value {place}", "TypeError");

    internal static TorchArgumentException FunctionOfSeveralResults(string name, int count)
        => new($"{name} gives {count} results: call ApplyAll", "TypeError");

    internal static TorchArgumentException FunctionOfOneInput(string name, int given)
        => new($"{name} takes 1 tensor, but {given} were given", "TypeError");

    internal static TorchArgumentException NoGradients(string node)
        => new($"{node} gave null in place of its list of gradients", "TypeError");

    internal static TorchException NumberOfGradients(string node, int expected, int given)
        => new($"function {node} returned an incorrect number of gradients (expected {expected}, got {given})");

    internal static TorchException GradientOfOtherShape(string node, int input, Shape gradient, Shape shape)
        => new($"Function {node} returned an invalid gradient at index {input} - got {gradient} but expected shape compatible with {shape}");

    internal static TorchException GradientOfOtherDevice(string node, int input, Device expected, Device given)
        => new($"Function {node} returned an invalid gradient at index {input} - expected device {expected} but got {given}");
}
