namespace TwinGrad.Reference;

/// <summary>One backward pass: reverse-mode differentiation over the recorded operations.</summary>
/// <remarks>
/// Operations are visited from the newest to the oldest. Who used a result was recorded after it was made, so when an operation's turn comes
/// every gradient of its result has arrived, and their sum goes through its rules once.
/// </remarks>
internal sealed class Tape(bool retainGraph, bool createGraph)
{
    // Null if nobody watches.
    private PassWatch? _watch;
    // The sum at each node whose turn is to come; null where it was passed nothing so far.
    private readonly Dictionary<Node, Tensor?> _arrived = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<FunctionNode, Tensor?[]> _joined = new(ReferenceEqualityComparer.Instance);
    private readonly PriorityQueue<Node, long> _turns = new();

    /// <summary>Adds up the gradient of every leaf, or of the given inputs alone.</summary>
    internal void Accumulate(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs)
    {
        Run(roots, gradients, inputs.IsEmpty ? null : Leading(roots, Edges(inputs)), (node, sum) =>
        {
            if (node is not LeafNode<Tensor> leaf)
                return;
            if (_watch is null)
                leaf.Leaf.Accumulate(sum, createGraph);
            else
                _watch.Accumulate(leaf, sum, createGraph);
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
        using var unwatched = Tracing.Suspend(out var sought);
        _watch = sought is { } anomalies ? new(anomalies) : null;
        for (var i = 0; i < roots.Length; i++)
        {
            _watch?.Begin(roots[i].GradEdge!, gradients[i]);
            Arrive(roots[i].GradEdge!, gradients[i]);
        }
        try
        {
            VisitAll(leading, visit);
        }
        catch (TorchAnomalyException)
        {
            _watch?.TakeBack();
            throw;
        }
    }

    private void VisitAll(HashSet<Node>? leading, Action<Node, Tensor> visit)
    {
        while (_turns.TryDequeue(out var node, out _))
        {
            if (node is FunctionNode function)
            {
                PassOn(function, leading);
                continue;
            }
            _arrived.Remove(node, out var sum);
            if (sum is null)
            {
                PassNothing(node, leading);
                continue;
            }
            _watch?.Arrived(node, sum);
            var seen = ((IHooked<Tensor>)node).Hooks?.Run(sum) ?? sum;
            // As libtorch: where the pass goes on, what is asked for here is from before the hooks.
            visit(node, leading is not null && seen != sum && LeadsOn(node, leading) ? sum : seen);
            if (node is TapeNode operation)
                PassOn(operation, seen, leading);
        }
    }

    private void PassOn(TapeNode node, Tensor sum, HashSet<Node>? leading)
    {
        if (node.RetainedBy is { } by)
        {
            _watch?.Remember(by);
            by.Accumulate(sum, createGraph);
        }
        if (node is FunctionResultNode result)
        {
            Join(result, sum, leading);
            return;
        }
        var passed = leading is null;
        for (var input = 0; input < node.NextFunctions.Count; input++)
        {
            if (Next(node.NextFunctions[input]) is not { } next || leading?.Contains(next) == false)
                continue;
            passed = true;
            Arrive(next, _watch is null ? node.InputGradient(input, sum) : _watch.InputGradient(node, input, sum));
        }
        if (passed && !retainGraph)
            node.Release();
    }

    /// <summary>
    /// A pass goes on where nothing flows, as libtorch's: an operation that cannot be differentiated says so all the same, and a custom function
    /// is called with zeros.
    /// </summary>
    private void PassNothing(Node node, HashSet<Node>? leading)
    {
        if (node is FunctionResultNode result)
        {
            Join(result, null, leading);
            return;
        }
        if (node is not TapeNode operation || (leading is not null && !LeadsOn(node, leading)))
            return;
        operation.PassNothing();
        foreach (var edge in operation.NextFunctions)
            if (Next(edge) is { } next && leading?.Contains(next) != false)
                Arrive(next, null);
        if (!retainGraph)
            operation.Release();
    }

    /// <summary>A custom function waits for the gradients of all its results.</summary>
    private void Join(FunctionResultNode result, Tensor? sum, HashSet<Node>? leading)
    {
        var function = result.Function;
        if (leading is not null && !LeadsOn(function, leading))
            return;
        if (!_joined.TryGetValue(function, out var gradients))
        {
            _joined.Add(function, gradients = new Tensor?[function.Results]);
            _turns.Enqueue(function, Turn(function));
        }
        gradients[result.Place] = sum;
    }

    private void PassOn(FunctionNode function, HashSet<Node>? leading)
    {
        _joined.Remove(function, out var gradients);
        var flows = _watch is null ? function.InputGradients(gradients!) : _watch.InputGradients(function, gradients!);
        for (var input = 0; input < flows.Length; input++)
            if (Next(function.NextFunctions[input]) is { } next && leading?.Contains(next) != false)
                Arrive(next, flows[input]);
        if (!retainGraph)
            function.Release();
    }

    private void Arrive(Node node, Tensor? flow)
    {
        if (_arrived.TryGetValue(node, out var sum))
        {
            if (flow is not null)
                _arrived[node] = sum is null ? flow : sum + flow;
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
                    if (Next(edge) is { } next)
                        ahead.Push(next);
        var leading = new HashSet<Node>(targets, ReferenceEqualityComparer.Instance);
        foreach (var node in reached.OrderByDescending(Turn))
            if (LeadsOn(node, leading))
                leading.Add(node);
        return leading;
    }

    private static bool LeadsOn(Node node, HashSet<Node> leading)
        => node.NextFunctions.Any(edge => Next(edge) is { } next && leading.Contains(next));

    /// <summary>Where a gradient goes on to: of an operation with several results to the part of the one that it is the gradient of.</summary>
    private static Node? Next(Edge edge) => edge.Function is IResultsNode several ? several.ResultNode(edge.InputNumber) : edge.Function;
}
