namespace TwinGrad;

internal static partial class Aten
{
    /// <summary>The gradients of the inputs, 0 for one that is not in the graph, of outputs that have gradients of their own.</summary>
    internal static readonly NativeFunction Grad = new(
        "outputs: List[Tensor], inputs: List[Tensor], gradients: List[Optional[Tensor]], retain_graph: bool, create_graph: bool",
        "torch.autograd.grad(outputs, inputs, gradients, retain_graph, create_graph, True)");

    /// <summary>The same of outputs that are numbers.</summary>
    internal static readonly NativeFunction GradOfNumbers = new(
        "outputs: List[Tensor], inputs: List[Tensor], retain_graph: bool, create_graph: bool",
        "torch.autograd.grad(outputs, inputs, None, retain_graph, create_graph, True)");

    internal static readonly NativeFunction Version = new("x: Tensor", "torch.tensor(x._version())");

    internal static readonly NativeFunction Versions = new("tensors: List[Tensor]", "torch.tensor([x._version() for x in tensors])");

    internal static readonly NativeFunction IsInference = new("x: Tensor", "torch.tensor(x.is_inference())");

    internal static readonly NativeFunction SetData = new("x: Tensor, data: Tensor", "x.set_data(data)");
}
