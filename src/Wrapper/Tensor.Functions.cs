namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    static Tensor[] ITensor<Tensor>.RecordFunction(
        FunctionCall<Tensor> call, ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> results, ReadOnlySpan<Tensor> saved)
    {
        var node = new Node(call.NodeName, EdgesOf(inputs)) { Outputs = results.Length };
        var kept = new (Tensor, Edge)[saved.Length];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = (saved[i], results.IndexOf(saved[i]) is >= 0 and var place && !inputs.Contains(saved[i])
                ? new(node, place)
                : new(saved[i].RecordedNode, saved[i]._output));
        var recorded = FunctionNode.Record(call, node, inputs, results, kept);
        return Traced(node.Name, [.. recorded.Select((native, place) => OfGraph(native, new(node, place)))]);
    }
}
