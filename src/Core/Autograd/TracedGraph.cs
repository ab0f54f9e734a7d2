namespace TwinGrad;

/// <summary>The operations behind some tensors, as far as they were traced: what can be asked of a graph that an engine keeps to itself.</summary>
/// <remarks>
/// A node can be asked for the gradient that flows through it only while its result is what it made. Where the result was overwritten in
/// place, flows are asked of the nodes that used it. A node without edges that is no leaf stands for a graph recorded out of sight: whatever
/// is not met elsewhere may lie behind it.
/// </remarks>
internal sealed class TracedGraph<T>
    where T : class, ITensor<T>
{
    private readonly Dictionary<Node, List<(Node Consumer, int Input)>> _consumers = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Node, List<T>> _tensors = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<T, Node> _makers = new(ReferenceEqualityComparer.Instance);

    /// <param name="roots">Where passes start.</param>
    /// <param name="ends">Tensors that passes are asked for, with their nodes, whether they were traced or not.</param>
    internal TracedGraph(IEnumerable<Node?> roots, params IEnumerable<(Node Node, T Tensor)> ends)
    {
        var ahead = new Stack<Node>();
        foreach (var root in roots)
            if (root is not null && _consumers.TryAdd(root, []))
                ahead.Push(root);
        while (ahead.TryPop(out var node))
            for (var input = 0; input < node.NextFunctions.Count; input++)
            {
                if (node.NextFunctions[input].Function is not { } next)
                    continue;
                if (_consumers.TryAdd(next, []))
                    ahead.Push(next);
                _consumers[next].Add((node, input));
            }
        foreach (var (node, _) in ends)
            _consumers.TryAdd(node, [.. _consumers.Keys.Where(IsOpaque).Select(opaque => (opaque, 0))]);
        foreach (var node in _consumers.Keys)
            foreach (var result in Results(node))
                Know(node, result);
        Nodes = [.. Backwards(_tensors.Keys)];
        foreach (var (node, tensor) in ends)
            if (!_tensors.ContainsKey(node))
                Know(node, tensor);
        foreach (var consumers in _consumers.Values)
            consumers.Sort((a, b) => Order(a.Consumer).CompareTo(Order(b.Consumer)));
    }

    /// <summary>The nodes whose results can be differentiated by, in the order in which a backward pass comes to them; the leaves last.</summary>
    internal IReadOnlyList<Node> Nodes { get; }

    /// <summary>All nodes, also those that were not traced.</summary>
    internal IEnumerable<Node> All => _consumers.Keys;

    /// <summary>Whether gradients add up at a node instead of flowing on.</summary>
    internal static bool IsLeaf(Node node) => node is LeafNode<T>;

    /// <summary>A node's results that are still what it made; of a leaf's node the leaf.</summary>
    internal static IEnumerable<T> Results(Node node) => node is LeafNode<T> { Leaf: var leaf } ? [leaf] : node.Origin?.Results<T>() ?? [];

    /// <summary>Nodes in the order in which a backward pass comes to them; the leaves last.</summary>
    internal static IEnumerable<Node> Backwards(IEnumerable<Node> nodes) => nodes.Distinct().OrderBy(IsLeaf).ThenByDescending(Order);

    /// <summary>The tensors of a node whose gradients can be asked for: its results when the graph was looked at, or an end of the pass.</summary>
    internal IReadOnlyList<T> Tensors(Node node) => _tensors.TryGetValue(node, out var tensors) ? tensors : [];

    /// <summary>The operations that used a node's result, and as which argument; the first recorded first.</summary>
    internal IReadOnlyList<(Node Consumer, int Input)> Consumers(Node node) => _consumers[node];

    /// <summary>The nodes from which gradients flow on to one of the targets, themselves included.</summary>
    internal HashSet<Node> LeadingTo(IEnumerable<Node?> targets)
    {
        var leading = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        var ahead = new Stack<Node>(targets.OfType<Node>().Where(_consumers.ContainsKey));
        while (ahead.TryPop(out var node))
            if (leading.Add(node))
                foreach (var (consumer, _) in _consumers[node])
                    ahead.Push(consumer);
        return leading;
    }

    /// <summary>Whether anything is left that an operation can be asked by.</summary>
    internal bool CanAsk(Node consumer) => Surviving(consumer).Count > 0;

    /// <summary>What an operation passes on to a tensor that is one of its inputs; null for nothing.</summary>
    /// <param name="consumer">The operation. Where its result is gone the flow is that of the operations that used it.</param>
    /// <param name="tensor">The input.</param>
    /// <param name="arrived">The gradient that arrived at an operation's result.</param>
    /// <param name="isInput">Which of the others are inputs, and none of what the operation is composed of; null for all.</param>
    internal T? Flow(Node consumer, T tensor, Func<T, T?> arrived, Func<T, bool>? isInput = null)
    {
        var leading = LeadingTo([_makers.GetValueOrDefault(tensor), .. _consumers.Keys.Where(IsOpaque)]);
        return Surviving(consumer).Select(node => FlowThrough(node, tensor, arrived, other => leading.Contains(_makers[other]) && isInput?.Invoke(other) != false))
            .Aggregate((T?)null, Plus);
    }

    /// <summary>The flow through an operation whose result is there.</summary>
    /// <remarks>
    /// An engine gives what flows along all ways. Those through the other inputs are taken off again; the flow to each of these is found the
    /// same way, the last recorded first. Where such a way is no number nothing can be taken off, and the flow counts as 0 there.
    /// </remarks>
    private T? FlowThrough(Node consumer, T tensor, Func<T, T?> arrived, Func<T, bool> isInput)
    {
        T[] results = [.. Results(consumer)];
        T?[] gradients = Array.ConvertAll(results, result => arrived(result));
        List<T> others = [];
        List<T?> flows = [];
        foreach (var other in OtherInputs(consumer, tensor).Where(isInput))
        {
            flows.Add(Apart(results, gradients, others, flows, other));
            others.Add(other);
        }
        return Apart(results, gradients, others, flows, tensor);
    }

    private static T? Apart(T[] results, T?[] gradients, List<T> others, List<T?> flows, T tensor)
    {
        var sum = Pulled(results, gradients, tensor);
        var by = sum is null ? null : Pulled([.. others], [.. flows], tensor);
        return sum is null || by is null ? sum : T.Where(T.Isfinite(by), sum - by, T.Full([], 0, sum.DType, sum.Device, requiresGrad: false));
    }

    /// <summary>The other inputs of an operation that were computed after a tensor, and so perhaps of it; the last recorded first.</summary>
    private IEnumerable<T> OtherInputs(Node consumer, T tensor)
    {
        var made = _makers.GetValueOrDefault(tensor);
        return consumer.NextFunctions.Select(edge => edge.Function).OfType<Node>().Distinct()
            .Where(node => !IsLeaf(node) && (made is null || IsLeaf(made) || Order(node) > Order(made))).OrderByDescending(Order)
            .SelectMany(Results).Where(_makers.ContainsKey);
    }

    /// <summary>The operation, if its result is there; else the nearest ones behind it whose results are.</summary>
    private List<Node> Surviving(Node consumer)
    {
        List<Node> surviving = [];
        var met = new HashSet<Node>(ReferenceEqualityComparer.Instance) { consumer };
        var ahead = new Stack<Node>(met);
        while (ahead.TryPop(out var node))
        {
            if (Results(node).Any())
            {
                surviving.Add(node);
                continue;
            }
            foreach (var (next, _) in _consumers[node])
                if (met.Add(next))
                    ahead.Push(next);
        }
        return surviving;
    }

    private void Know(Node node, T tensor)
    {
        if (!_tensors.TryGetValue(node, out var tensors))
            _tensors.Add(node, tensors = []);
        tensors.Add(tensor);
        _makers[tensor] = node;
    }

    private static bool IsOpaque(Node node) => node.NextFunctions.Count == 0 && !IsLeaf(node);

    /// <summary>The gradient of one tensor, given those of others that were computed of it; null where none was.</summary>
    private static T? Pulled(T[] tensors, T?[] gradients, T by)
    {
        var roots = Enumerable.Range(0, tensors.Length).Where(i => gradients[i] is not null).ToArray();
        return roots.Length == 0
            ? null
            : T.Gradients([.. roots.Select(i => tensors[i])], [.. roots.Select(i => gradients[i]!)], [by], retainGraph: true, createGraph: false)[0];
    }

    private static T? Plus(T? sum, T? flow) => sum is null ? flow : flow is null ? sum : sum + flow;

    private static long Order(Node node) => node.Origin?.Sequence ?? long.MaxValue;
}
