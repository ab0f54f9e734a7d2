namespace TwinGrad;

/// <summary>The operations behind some tensors, as far as they were traced: what can be asked of a graph that an engine keeps to itself.</summary>
/// <remarks>
/// A node can be asked for the gradient that flows through it only while its result is what it made. Where the result was overwritten in
/// place, flows are asked of the nodes that used it.
/// </remarks>
internal sealed class TracedGraph<T>
    where T : class, ITensor<T>
{
    private readonly Dictionary<Node, List<(Node Consumer, int Input)>> _consumers = new(ReferenceEqualityComparer.Instance);

    internal TracedGraph(IEnumerable<Node?> roots)
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
        Nodes = [.. _consumers.Keys.Where(node => Results(node).Any()).OrderBy(IsLeaf).ThenByDescending(Order)];
        foreach (var consumers in _consumers.Values)
            consumers.Sort((a, b) => Order(a.Consumer).CompareTo(Order(b.Consumer)));
    }

    /// <summary>The nodes whose results can be differentiated by, in the order in which a backward pass comes to them; the leaves last.</summary>
    internal IReadOnlyList<Node> Nodes { get; }

    /// <summary>Whether gradients add up at a node instead of flowing on.</summary>
    internal static bool IsLeaf(Node node) => node is LeafNode<T>;

    /// <summary>A node's results that are still what it made; of a leaf's node the leaf.</summary>
    internal static IEnumerable<T> Results(Node node) => node is LeafNode<T> { Leaf: var leaf } ? [leaf] : node.Origin?.Results<T>() ?? [];

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

    /// <summary>What an operation passes on to a tensor that is one of its inputs; null for nothing.</summary>
    /// <param name="consumer">The operation. Where its result is gone the flow is that of the operations that used it.</param>
    /// <param name="tensor">The input.</param>
    /// <param name="arrived">The gradients that arrived at a node's results.</param>
    /// <param name="isInput">Which of the others are inputs, and none of what the operation is composed of; null for all.</param>
    internal T? Flow(Node consumer, T tensor, Func<Node, IReadOnlyList<T?>> arrived, Func<T, bool>? isInput = null)
    {
        T[] results = [.. Results(consumer)];
        if (results.Length == 0)
            return Consumers(consumer).Select(next => next.Consumer).Distinct().Select(next => Flow(next, tensor, arrived, isInput)).Aggregate((T?)null, Plus);
        // An engine gives what flows along all ways. Those through the other inputs are taken off again.
        return OtherInputs(consumer, tensor).Where(other => isInput?.Invoke(other) != false)
            .Select(other => Pulled([other], [Flow(consumer, other, arrived, isInput)], tensor))
            .Aggregate(Pulled(results, arrived(consumer), tensor), (sum, by) => sum is null || by is null ? sum : sum - by);
    }

    /// <summary>The other inputs of an operation that were computed after a tensor, and so perhaps of it.</summary>
    private static IEnumerable<T> OtherInputs(Node consumer, T tensor)
        => consumer.NextFunctions.Select(edge => edge.Function).OfType<Node>().Distinct()
            .Where(node => !IsLeaf(node) && (tensor.GradFn is not { } made || Order(node) > Order(made)))
            .SelectMany(Results).Where(other => other != tensor);

    /// <summary>The gradient of one tensor, given those of others that were computed of it; null where none was.</summary>
    private static T? Pulled(T[] tensors, IReadOnlyList<T?> gradients, T by)
    {
        var roots = Enumerable.Range(0, tensors.Length).Where(i => gradients[i] is not null).ToArray();
        return roots.Length == 0
            ? null
            : T.Gradients([.. roots.Select(i => tensors[i])], [.. roots.Select(i => gradients[i]!)], [by], retainGraph: true, createGraph: false)[0];
    }

    private static T? Plus(T? sum, T? flow) => sum is null ? flow : flow is null ? sum : sum + flow;

    private static long Order(Node node) => node.Origin?.Sequence ?? long.MaxValue;
}
