namespace TwinGrad.Reference;

/// <summary>One backward pass: reverse-mode differentiation over the recorded operations.</summary>
/// <remarks>
/// Operations are visited from the newest to the oldest. Who used a result was recorded after it was made, so when an operation's turn comes
/// every gradient of its result has arrived, and their sum goes through its rules once.
/// </remarks>
internal sealed class Tape(bool retainGraph, bool createGraph)
{
    // What is looked for in gradients; null if nobody watches.
    private Anomalies? _sought;
    private readonly Dictionary<Node, Tensor> _arrived = new(ReferenceEqualityComparer.Instance);
    private readonly PriorityQueue<Node, long> _turns = new();

    /// <summary>Adds up the gradient of every leaf, or of the given inputs alone.</summary>
    internal void Accumulate(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs)
    {
        Run(roots, gradients, inputs.IsEmpty ? null : Leading(roots, Edges(inputs)), (node, sum) =>
        {
            if (node is LeafNode<Tensor> { Leaf: var leaf })
                leaf.Accumulate(sum, createGraph);
        });
    }

    /// <summary>The gradient that arrives at each input; null where none does.</summary>
    internal Tensor?[] Differentiate(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs)
    {
        var targets = Edges(inputs);
        var captured = new Dictionary<Node, Tensor>(ReferenceEqualityComparer.Instance);
        Run(roots, gradients, Leading(roots, targets), (node, sum) =>
        {
            if (targets.Contains(node))
                captured.Add(node, sum);
        });
        return [.. targets.Select(target => captured.GetValueOrDefault(target))];
    }

    /// <summary>Runs the pass over all nodes, or over those that lead to where it should end.</summary>
    private void Run(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, HashSet<Node>? leading, Action<Node, Tensor> visit)
    {
        using var mode = new GradMode<Tensor>(createGraph);
        using var unwatched = Tracing.Suspend(out _sought);
        for (var i = 0; i < roots.Length; i++)
            Arrive(roots[i].GradEdge!, gradients[i]);
        while (_turns.TryDequeue(out var node, out _))
        {
            _arrived.Remove(node, out var sum);
            visit(node, sum!);
            if (node is TapeNode operation)
                PassOn(operation, sum!, leading);
        }
    }

    private void PassOn(TapeNode node, Tensor sum, HashSet<Node>? leading)
    {
        node.RetainedBy?.Accumulate(sum, createGraph);
        var passed = leading is null;
        for (var input = 0; input < node.NextFunctions.Count; input++)
        {
            if (node.NextFunctions[input].Function is not { } next || leading?.Contains(next) == false)
                continue;
            passed = true;
            var flow = _sought is { } sought ? WatchedGradient(node, input, sum, sought) : node.InputGradient(input, sum);
            if (flow is not null)
                Arrive(next, flow);
        }
        if (passed && !retainGraph)
            node.Release();
    }

    /// <summary>The gradient of an input, with its operation's name where it fails or is no number.</summary>
    private static Tensor? WatchedGradient(TapeNode node, int input, Tensor sum, Anomalies sought)
    {
        Tensor? flow;
        try
        {
            flow = node.InputGradient(input, sum);
        }
        catch
        {
            AnomalyDetection.Explain(node);
            throw;
        }
        if (flow is not null)
            AnomalyDetection.CheckGradient(node, input, flow, sought);
        return flow;
    }

    private void Arrive(Node node, Tensor flow)
    {
        if (_arrived.TryGetValue(node, out var sum))
        {
            _arrived[node] = sum + flow;
            return;
        }
        _arrived.Add(node, flow);
        _turns.Enqueue(node, Turn(node));
    }

    /// <summary>When a node is visited: operations from the newest to the oldest, then the leaves.</summary>
    private static long Turn(Node node) => node is TapeNode operation ? -operation.Sequence : long.MaxValue;

    private static Node[] Edges(ReadOnlySpan<Tensor> tensors)
    {
        var edges = new Node[tensors.Length];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = tensors[i].GradEdge!;
        return edges;
    }

    /// <summary>The nodes on a way from a root to a target, both included; no other is visited, released or added to.</summary>
    private static HashSet<Node> Leading(ReadOnlySpan<Tensor> roots, Node[] targets)
    {
        var reached = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var ahead = new Stack<Node>(Edges(roots));
        while (ahead.TryPop(out var node))
            if (reached.Add(node))
                foreach (var edge in node.NextFunctions)
                    if (edge.Function is { } next)
                        ahead.Push(next);
        var leading = new HashSet<Node>(targets, ReferenceEqualityComparer.Instance);
        foreach (var node in reached.OrderByDescending(Turn))
            if (node.NextFunctions.Any(edge => edge.Function is { } next && leading.Contains(next)))
                leading.Add(node);
        return leading;
    }
}
