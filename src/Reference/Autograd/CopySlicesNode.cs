namespace TwinGrad.Reference;

/// <summary>An operation in place on a view, seen from the tensor that the view looks at.</summary>
/// <remarks>
/// The part of the gradient under the view goes through the operation, the rest passes it by. PyTorch names the node so too:
/// <see href="https://docs.pytorch.org/docs/stable/notes/autograd.html#in-place-operations-with-autograd"/>.
/// </remarks>
internal sealed class CopySlicesNode(Tensor root, TapeNode operation, Func<Tensor, Tensor> view)
    : TapeNode("CopySlices", [root.Edge, .. operation.NextFunctions.Skip(1)])
{
    internal override Tensor? InputGradient(int input, Tensor gradient)
    {
        if (NextFunctions[input].Function is null)
            return null;
        if (input > 0)
            return operation.InputGradient(input, view(Tensor.Clone(gradient)));
        var flow = Tensor.Clone(gradient);
        var part = view(flow);
        if (operation.InputGradient(0, Tensor.Clone(part)) is { } through)
            part.Copy_(through);
        else
            part.Zero_();
        return flow;
    }

    internal override void Release() => operation.Release();
}
