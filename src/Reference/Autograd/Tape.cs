namespace TwinGrad.Reference;

/// <summary>The backward pass: reverse-mode differentiation over the recorded operations.</summary>
/// <remarks>
/// Operations are visited from the newest to the oldest. Who used a result was recorded after it was made, so when an operation's turn comes
/// every gradient of its result has arrived, and their sum goes through its rules once.
/// </remarks>
internal static class Tape
{
    internal static void Backward(Tensor root, Tensor gradient, bool retainGraph, bool createGraph)
    {
        var arrived = new Dictionary<Node, Tensor>(ReferenceEqualityComparer.Instance);
        var turns = new PriorityQueue<Node, long>();
        using var mode = new GradMode<Tensor>(createGraph);

        Arrive(root.GradEdge!, gradient);
        while (turns.TryDequeue(out var node, out _))
        {
            arrived.Remove(node, out var sum);
            if (node is LeafNode leaf)
                leaf.Leaf.Accumulate(sum!, createGraph);
            else
                PassOn((TapeNode)node, sum!);
        }

        void PassOn(TapeNode node, Tensor sum)
        {
            node.RetainedBy?.Accumulate(sum, createGraph);
            for (var input = 0; input < node.NextFunctions.Count; input++)
                if (node.InputGradient(input, sum) is { } flow)
                    Arrive(node.NextFunctions[input].Function!, flow);
            if (!retainGraph)
                node.Release();
        }

        void Arrive(Node node, Tensor flow)
        {
            if (arrived.TryGetValue(node, out var sum))
            {
                arrived[node] = sum + flow;
                return;
            }
            arrived.Add(node, flow);
            turns.Enqueue(node, node is TapeNode operation ? -operation.Sequence : long.MaxValue);
        }
    }
}
