namespace TwinGrad.Reference;

/// <content>Numbers need no tensors on their way through operations on numbers.</content>
internal sealed partial class Tape
{
    /// <summary>Without a tensor for each number that passes: false where somebody wants to see one.</summary>
    private bool TryVisit(Node node, double number, DType dtype)
    {
        if (node is LeafNode<Tensor> { Hooks: null } leaf)
            leaf.Leaf.Accumulate(number, dtype);
        else if (node is NumberNode { HasNoAttachments: true } operation)
            PassOn(operation, number, dtype);
        else
            return false;
        return true;
    }

    private void PassOn(NumberNode node, double number, DType dtype)
    {
        for (var input = 0; input < node.Edges; input++)
            if (Next(node.EdgeTo(input)) is { } next)
                _arrivals.Add(next, new(node.NumberGradient(input, number), dtype));
        if (!retainGraph)
            node.Release();
    }
}
