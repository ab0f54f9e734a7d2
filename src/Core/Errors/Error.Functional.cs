namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException OutputIsNull(string transform)
        => new($"The outputs of the user-provided function given to {transform} must be either a Tensor or a tuple of Tensors but the "
            + "given outputs of the user-provided function has type <class 'NoneType'>.", "TypeError");

    internal static TorchArgumentException OutputIsNull(string transform, int place)
        => new($"The outputs of the user-provided function given to {transform} must be either a Tensor or a tuple of Tensors but the "
            + $"value at index {place} has type <class 'NoneType'>.", "TypeError");

    internal static TorchArgumentException VectorCount(int expected, int actual)
        => new($"v is a tuple of invalid length: should be {expected} but got {actual}.");

    internal static TorchArgumentException VectorShape(Shape expected, Shape actual, int? entry)
        => new($"{(entry is null ? "" : $"Entry {entry} in ")}v has invalid size: should be {Sizes(expected)} but got {Sizes(actual)}.");

    internal static TorchArgumentException NoVectorForOutput()
        => new("The vector v can only be None if the user-provided function returns a single Tensor with a single element.");

    internal static TorchArgumentException NoVectorForInput()
        => new("The vector v can only be None if the input to the user-provided function is a single Tensor with a single element.");

    internal static TorchException OutputOfManyElements(string transform)
        => new($"The Tensor returned by the function given to {transform} should contain a single element");

    internal static TorchException OutputWithoutGrad(int output)
        => new($"Output {output} of the user-provided function does not require gradients. The outputs must be computed in a differentiable "
            + "manner from the input when running in strict mode.");

    internal static TorchException OutputIndependent(int input)
        => new($"The output of the user-provided function is independent of input {input}. This is not allowed in strict mode.");

    internal static TorchException OutputIndependent(int output, int input)
        => new($"Output {output} of the user-provided function is independent of input {input}. This is not allowed in strict mode.");

    internal static TorchException GradientConstant(int input)
        => new($"The gradient with respect to input {input} is independent of the inputs of the user-provided function. This is not allowed "
            + "in strict mode.");

    internal static TorchException GradientIndependentOfVector(int entry)
        => new($"The gradient with respect to the input is independent of entry {entry} in the grad_outputs when using the double backward "
            + "trick to compute forward mode gradients. This is not allowed in strict mode.");

    internal static TorchException JacobianIndependent(int input)
        => new($"The jacobian of the user-provided function is independent of input {input}. This is not allowed in strict mode.");

    internal static TorchException JacobianConstant(int input)
        => new($"The jacobian of the user-provided function is independent of input {input}. This is not allowed in strict mode when "
            + "create_graph=True.");

    internal static TorchException JacobianConstantInHessian(int input)
        => new($"While computing the hessian, found that the jacobian of the user-provided function with respect to input {input} is "
            + "independent of the input. This is not allowed in strict mode. You should ensure that your function is twice differentiable "
            + "and that the jacobian depends on the inputs (this would be violated by a linear function for example).");

    internal static TorchException HessianIndependentOfVector(int entry)
        => new($"The hessian of the user-provided function is independent of entry {entry} in the grad_jacobian. This is not allowed in "
            + "strict mode as it prevents from using the double backward trick to replace forward mode AD.");

    internal static TorchException HessianConstant(int input)
        => new($"The hessian of the user-provided function is independent of input {input}. This is not allowed in strict mode when "
            + "create_graph=True.");
}
