namespace TwinGrad;

/// <summary>Walks what was recorded of some tensors, and writes down what is known of each operation and tensor.</summary>
/// <param name="results">The tensors, and their names or null.</param>
/// <param name="names">Names of other tensors, which may be those of results too.</param>
internal sealed class GraphBuilder<T>(ReadOnlySpan<(string? Name, T Tensor)> results, ReadOnlySpan<(string Name, T Tensor)> names)
    where T : class, ITensor<T>
{
    private readonly T[] _results = [.. Given(results)];
    private readonly Dictionary<T, string?> _names = NamesOf(results, names);
    private readonly List<Draft> _drafts = [];
    private readonly List<GraphEdge> _edges = [];
    private readonly HashSet<T> _drawn = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, int> _places = new(ReferenceEqualityComparer.Instance);

    // The boxes of results that have one of their own.
    private readonly Dictionary<Edge, int> _boxes = [];

    /// <summary>The graph as it is now.</summary>
    internal AutogradGraph Build(bool gradients)
    {
        AddRecorded();
        foreach (var tensor in _names.Keys.Where(tensor => tensor.RequiresGrad).Concat(_results))
            if (_drawn.Add(tensor))
                Add(KindOf(tensor), tensor);
        var flows = new GraphGradients<T>(_results, _names.GetValueOrDefault(_results[0]));
        if (gradients)
            flows.Compute(_drafts.Select(draft => draft.Tensor).OfType<T>());
        return new([.. _drafts.Select(draft => Describe(draft, flows))], _edges);
    }

    private static GraphNodeKind KindOf(T tensor)
        => !tensor.RequiresGrad ? GraphNodeKind.Untracked : tensor.IsLeaf ? GraphNodeKind.Leaf : GraphNodeKind.Value;

    private void AddRecorded()
    {
        var named = _results.Concat(_names.Keys).Distinct<T>(ReferenceEqualityComparer.Instance)
            .Where(tensor => tensor.GradFn is not null).ToLookup(tensor => tensor.GradFn!, ReferenceEqualityComparer.Instance);
        foreach (var node in Recorded())
            _places.Add(node, TracedGraph<T>.IsLeaf(node) ? AddLeaf(node) : AddOperation(node, [.. named[node]]));
    }

    private int AddLeaf(Node node)
    {
        var leaf = TracedGraph<T>.Results(node).FirstOrDefault();
        if (leaf is not null)
            _drawn.Add(leaf);
        return Add(GraphNodeKind.Leaf, leaf);
    }

    /// <summary>Adds an operation and those of its results that have names.</summary>
    private int AddOperation(Node node, T[] named)
    {
        var tellsItsResult = named.Length == 0 && node.Outputs == 1;
        var operation = Add(GraphNodeKind.Operation, tellsItsResult ? TracedGraph<T>.Results(node).FirstOrDefault() : null, node);
        for (var input = 0; input < node.NextFunctions.Count; input++)
            if (node.NextFunctions[input] is { Function: { } function } edge)
                _edges.Add(_boxes.TryGetValue(edge, out var box)
                    ? new(box, operation, input)
                    : new(_places[function], operation, input, edge.InputNumber));
        foreach (var results in named.GroupBy(tensor => tensor.OutputNumber))
        {
            foreach (var tensor in results)
            {
                _drawn.Add(tensor);
                _edges.Add(new(operation, Add(GraphNodeKind.Value, tensor), Output: results.Key));
            }
            if (results.Count() == 1)
                _boxes.Add(new(node, results.Key), _drafts.Count - 1);
        }
        return operation;
    }

    private int Add(GraphNodeKind kind, T? tensor, Node? operation = null)
    {
        _drafts.Add(new(kind, tensor, operation));
        return _drafts.Count - 1;
    }

    private GraphNode Describe(Draft draft, GraphGradients<T> flows)
    {
        var (kind, tensor, operation) = draft;
        var name = tensor is null || operation is not null ? null : _names.GetValueOrDefault(tensor);
        return new()
        {
            Kind = kind,
            Name = name,
            Operator = operation is null ? null : GraphNames.Shown(OperatorName.Of(operation.Name)),
            Function = operation is null ? null : GraphNames.Shown(operation.Name),
            CallSite = operation?.CallSite,
            Inputs = operation?.NextFunctions.Count ?? 0,
            Outputs = operation?.Outputs ?? 1,
            IsOpaque = operation is OpaqueNode,
            Type = tensor is null ? null : TensorDigest.Type(tensor),
            Value = tensor is null ? null : TensorDigest.Value(tensor),
            Gradient = tensor is null ? null : flows.TextOf(tensor, name),
            IsResult = operation is null && _results.Contains(tensor, ReferenceEqualityComparer.Instance),
        };
    }

    /// <summary>The recorded operations and leaves, each behind those that it was computed of; a stack of its own serves graphs of any depth.</summary>
    private List<Node> Recorded()
    {
        var order = new List<Node>();
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(Node Node, int Input)>();
        foreach (var result in _results)
        {
            Enter(result.GradFn);
            while (open.TryPop(out var current))
            {
                if (current.Input == current.Node.NextFunctions.Count)
                {
                    order.Add(current.Node);
                    continue;
                }
                open.Push((current.Node, current.Input + 1));
                Enter(current.Node.NextFunctions[current.Input].Function);
            }
        }
        return order;

        void Enter(Node? node)
        {
            if (node is not null && seen.Add(node))
                open.Push((node, 0));
        }
    }

    private static List<T> Given(ReadOnlySpan<(string? Name, T Tensor)> results)
    {
        var tensors = new List<T>();
        foreach (var (_, tensor) in results)
            tensors.Add(Check.Given(tensor));
        return tensors.Count > 0 ? tensors : throw Error.GraphOfNothing();
    }

    /// <summary>The tensors that get a box of their own, and what stands in it: a blank name says no more than that there is to be a box.</summary>
    private static Dictionary<T, string?> NamesOf(ReadOnlySpan<(string? Name, T Tensor)> results, ReadOnlySpan<(string Name, T Tensor)> names)
    {
        var found = new Dictionary<T, string?>(ReferenceEqualityComparer.Instance);
        foreach (var (name, tensor) in names)
            found[Check.Given(tensor)] = GraphNames.Shown(name);
        foreach (var (name, tensor) in results)
            if (name is not null)
                found[tensor] = found.GetValueOrDefault(tensor) ?? GraphNames.Shown(name);
        return found;
    }

    /// <summary>A node of the graph before its text: an operation has the tensor that it made if that is drawn in one box with it.</summary>
    private sealed record Draft(GraphNodeKind Kind, T? Tensor, Node? Operation);
}
