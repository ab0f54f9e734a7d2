namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException NoGradFn(int element = 0)
        => new($"element {element} of tensors does not require grad and does not have a grad_fn");

    internal static TorchException GradientOfNonScalar()
        => new("grad can be implicitly created only for scalar outputs");

    internal static TorchArgumentException GradientShape(int i, Shape gradient, Shape output)
        => new($"Mismatch in shape: grad_output[{i}] has a shape of {Sizes(gradient)} and output[{i}] has a shape of {Sizes(output)}.");

    internal static TorchArgumentException GradientCount(int tensors, int gradients)
        => new($"got {tensors} tensors and {gradients} gradients");

    internal static TorchArgumentException NoBackwardInputs() => new("`inputs` argument to `backward()` cannot be empty.");

    internal static TorchArgumentException NoGradInputs() => new("grad requires non-empty inputs.", "ValueError");

    internal static TorchException InputWithoutGrad() => new("One of the differentiated Tensors does not require grad");

    internal static TorchException UnusedInput()
        => new("One of the differentiated Tensors appears to not have been used in the graph. "
            + "Set allow_unused=True if this is the desired behavior.");

    internal static TorchException VersionOfInferenceTensor() => new("Inference tensors do not track version counter.");

    internal static TorchException InPlaceOnInferenceTensor()
        => new("Inplace update to inference tensor outside InferenceMode is not allowed.You can make a clone to get a normal tensor before "
            + "doing inplace update.See https://github.com/pytorch/rfcs/pull/17 for more details.");

    internal static TorchException InferenceTensorSaved()
        => new("Inference tensors cannot be saved for backward. Please do not use Tensors created in inference mode in computation tracked "
            + "by autograd. To work around this, you can make a clone to get a normal tensor and use it in autograd, or use "
            + "`torch.no_grad()` instead of `torch.inference_mode()`.");

    internal static TorchException RequiresGradOfInferenceTensor()
        => new("Setting requires_grad=True on inference tensor outside InferenceMode is not allowed.");

    internal static TorchException BackwardTwice()
        => new("Trying to backward through the graph a second time (or directly access saved tensors after they have already been freed). "
            + "Saved intermediate values of the graph are freed when you call .backward() or autograd.grad(). "
            + "Specify retain_graph=True if you need to backward through the graph a second time "
            + "or if you need to access saved tensors after calling backward.");

    internal static TorchException ModifiedInPlace(DType dtype, Shape shape, string? producer, int output, int version, int expected)
        => new("one of the variables needed for gradient computation has been modified by an inplace operation: "
            + $"[torch.{LegacyType(dtype)} {shape}]{(producer is null ? "" : $", which is output {output} of {NativeName(producer)},")}"
            + $" is at version {version}; expected version {expected} instead. Hint: enable anomaly detection to find the operation "
            + "that failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).");

    /// <summary>libtorch gives a node that is no operator's the name of its class.</summary>
    private static string NativeName(string node) => node is "CopySlices" or "CopyBackwards" ? "torch::autograd::" + node : node;

    internal static TorchException LeafInPlace()
        => new("a leaf Variable that requires grad is being used in an in-place operation.");

    internal static TorchException LeafViewInPlace()
        => new("a view of a leaf Variable that requires grad is being used in an in-place operation.");

    internal static TorchException ViewMadeWithoutGrad()
        => new("A view was created in no_grad mode and is being modified inplace with grad mode enabled. Given that this use case is "
            + "ambiguous and error-prone, it is forbidden. You can clarify your code by moving both the view and the inplace either both "
            + "inside the no_grad block (if you don't want the inplace to be tracked) or both outside (if you want the inplace to be tracked).");

    internal static TorchException OneOfManyViews(string? node, int output, bool itself)
        => new(WrittenView(node, output, itself)
            + " This view is the output of a function that returns multiple views. Such functions do not allow the output views to be "
            + "modified inplace. You should replace the inplace operation by an out-of-place one.");

    internal static TorchException ViewOfFunction(string? node, bool itself)
        => new(WrittenView(node, output: 0, itself)
            + " This view was created inside a custom Function (or because an input was returned as-is) and the autograd logic to handle "
            + "view+inplace would override the custom backward associated with the custom Function, leading to incorrect gradients. This "
            + "behavior is forbidden. You can fix this by cloning the output of the custom Function.");

    private static string WrittenView(string? node, int output, bool itself)
        => (node is null ? "A view was created in no_grad mode and " : $"Output {output} of {node} is a view and ")
            + (itself ? "is being modified inplace" : "its base or another view of its base has been modified inplace")
            + (node is null ? " with grad mode enabled." : ".");

    internal static TorchNotImplementedException InPlaceOnDetachedView()
        => new("the reference engine does not record an operation in place on a view of a tensor that was detached from a view: clone it first");

    /// <summary>PyTorch names the tensors that may differently at creation, for the property and for the method.</summary>
    internal static TorchArgumentException RequiresFloatingPoint(string who) => new($"{who} can require gradients");

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

    internal static TorchAnomalyException AnomalousGradient(Node node, int input, string kind, long element)
        => new(
            $"Function '{node.Name}' returned {kind} values in its {input}th output. The first is element {element} of the gradient. {Recorded(node)}",
            node.Name, node.CallSite);

    internal static TorchAnomalyException AnomalousSum(Node node, string kind, long element)
        => new(
            $"Gradients add up to {kind} values at '{node.Name}'. The first is element {element} of the sum."
            + (node.Name == "AccumulateGrad" ? "" : " " + Recorded(node)),
            node.Name, node.CallSite);

    internal static TorchAnomalyException AnomalousResult(string node, string kind, long element, CallSite site)
        => new($"The forward of '{node}' returned {kind} values. The first is element {element}. The call: {site}", node, site);

    private static string Recorded(Node node)
        => node.CallSite is { } site ? $"The forward call that recorded it: {site}" : "The forward call that recorded it was not made under DetectAnomaly.";
}
