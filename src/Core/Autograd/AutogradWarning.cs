namespace TwinGrad;

/// <summary>The sentences of autograd's warnings.</summary>
internal static class AutogradWarning
{
    internal const string GradOfNonLeaf =
        "The .grad attribute of a Tensor that is not a leaf Tensor is being accessed. Its .grad attribute won't be populated during "
        + "autograd.backward(). If you indeed want the .grad field to be populated for a non-leaf Tensor, use .retain_grad() on the "
        + "non-leaf Tensor. If you access the non-leaf Tensor by mistake, make sure you access the leaf Tensor instead. "
        + "See github.com/pytorch/pytorch/pull/30531 for more information.";

    internal const string ScalarOfTracked =
        "Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\n"
        + "Consider using tensor.detach() first.";

    internal const string CreateGraphCycle =
        "Using backward() with create_graph=True will create a reference cycle between the parameter and its gradient which can cause "
        + "a memory leak. We recommend using autograd.grad when creating the graph to avoid this. If you have to use this function, "
        + "make sure to reset the .grad fields of your parameters to None after use to break the cycle and avoid the leak.";

    internal const string GradientConsumed =
        "Backward() adds onto a gradient that an optimizer has already stepped by, so the next step goes by both. Gradients add up until "
        + "they are cleared: call optimizer.ZeroGrad() after Step(), or at the latest before the next Backward().";

    internal static string ErrorDetected(string node, CallSite? site)
        => $"Error detected in {node}. {(site is null ? "The forward call that caused the error was not made under DetectAnomaly." : $"The forward call that caused the error: {site}")}";
}
