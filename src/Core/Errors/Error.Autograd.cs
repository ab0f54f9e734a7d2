namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException NoGradFn(int element = 0)
        => new($"element {element} of tensors does not require grad and does not have a grad_fn");

    internal static TorchException GradientOfNonScalar()
        => new("grad can be implicitly created only for scalar outputs");

    internal static TorchArgumentException GradientShape(Shape gradient, Shape output)
        => new($"Mismatch in shape: grad_output[0] has a shape of {Sizes(gradient)} and output[0] has a shape of {Sizes(output)}.");

    internal static TorchException BackwardTwice()
        => new("Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
            + "Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). "
            + "Specify retain_graph=True if you need to backward through the graph a second time "
            + "or if you need to access saved tensors after calling backward.");

    internal static TorchException ModifiedInPlace(DType dtype, Shape shape, string? producer, int version, int expected)
        => new("one of the variables needed for gradient computation has been modified by an inplace operation: "
            + $"[torch.{LegacyType(dtype)} {shape}]{(producer is null ? "" : $", which is output 0 of {producer},")}"
            + $" is at version {version}; expected version {expected} instead. Hint: enable anomaly detection to find the operation "
            + "that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).");

    internal static TorchException LeafInPlace()
        => new("a leaf Variable that requires grad is being used in an in-place operation.");

    internal static TorchException LeafViewInPlace()
        => new("a view of a leaf Variable that requires grad is being used in an in-place operation.");

    internal static TorchException ViewMadeWithoutGrad()
        => new("A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given that this use case is "
            + "ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either both "
            + "inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).");

    internal static TorchNotImplementedException InPlaceOnDetachedView()
        => new("the reference engine does not record an operation in place on a view of a tensor that was detached from a view: clone it first");

    internal static TorchArgumentException RequiresFloatingPoint(bool atCreation)
        => new(atCreation
            ? "Only Tensors of floating point and complex dtype can require gradients"
            : "only Tensors of floating point dtype can require gradients");

    internal static TorchException RequiresGradOfNonLeaf()
        => new("you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph "
            + "that doesn't require differentiation use var_no_grad = var.detach().");

    internal static TorchException RetainGradWithoutGrad()
        => new("can't retain_grad on Tensor that has requires_grad=False");

    internal static TorchArgumentException GradOfOtherShape(Shape gradient, Shape tensor)
        => new($"attempting to assign a gradient of size '{gradient}' to a tensor of size '{tensor}'. "
            + "Please ensure that the gradient and the tensor are the same size");

    internal static TorchArgumentException GradOfOtherDType(DType gradient, DType tensor)
        => new($"attempting to assign a gradient with dtype '{CppName(gradient)}' to a tensor with dtype '{CppName(tensor)}'. "
            + "Please ensure that the gradient and the tensor have the same dtype");

    internal static TorchArgumentException GradOfItself() => new("can't assign Variable as its own grad");

    internal static TorchException NoDerivative(string name)
        => new($"derivative for {name} is not implemented");

    private static string LegacyType(DType dtype) => dtype.Name switch
    {
        "float64" => "DoubleTensor",
        "float16" => "HalfTensor",
        "bfloat16" => "BFloat16Tensor",
        "int64" => "LongTensor",
        "int32" => "IntTensor",
        "int16" => "ShortTensor",
        "int8" => "CharTensor",
        "uint8" => "ByteTensor",
        "bool" => "BoolTensor",
        _ => "FloatTensor",
    };

    /// <summary>The name that libtorch gives a dtype in its sentences.</summary>
    internal static string CppName(DType dtype) => dtype.Name switch
    {
        "float32" => "float",
        "float64" => "double",
        "float16" => "c10::Half",
        "bfloat16" => "c10::BFloat16",
        "int64" => "long int",
        "int32" => "int",
        "int16" => "short int",
        "int8" => "signed char",
        "uint8" => "unsigned char",
        _ => "bool",
    };
}
