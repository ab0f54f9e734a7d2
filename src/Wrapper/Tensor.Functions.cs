namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    static Tensor[] ITensor<Tensor>.RecordFunction(
        FunctionCall<Tensor> call, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> results, ReadOnlySpan<Tensor> saved)
    {
        var node = new Node(call.NodeName, EdgesOf(inputs));
        var kept = new (Tensor, Node?)[saved.Length];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = (saved[i], inputs.Contains(saved[i]) || !results.Contains(saved[i]) ? saved[i].RecordedNode : node);
        var recorded = FunctionNode.Record(call, node, inputs, results, kept);
        return Traced(node.Name, Array.ConvertAll(recorded, native => OfGraph(native, node)));
    }
}
