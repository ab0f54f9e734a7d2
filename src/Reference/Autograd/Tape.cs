namespace TwinGrad.Reference;

/// <summary>One backward pass: reverse-mode differentiation over the recorded operations.</summary>
/// <remarks>
/// Operations are visited from the newest to the oldest. Who used a result was recorded after it was made, so when an operation's turn comes
/// every gradient of its result has arrived, and their sum goes through its rules once.
/// </remarks>
internal sealed partial class Tape(bool retainGraph, bool createGraph)
{
    // Whether the pass adds to all leaves, is not itself recorded and nobody watches it.
    private bool _isOrdinary;
    // Null if nobody watches.
    private PassWatch? _watch;
    // What arrived at the nodes that were asked for; null where all leaves are added to.
    private Dictionary<Node, Tensor?>? _captured;
    private readonly Arrivals _arrivals = Arrivals.Take();

    /// <summary>Adds up the gradient of every leaf, or of the given inputs alone.</summary>
    internal void Accumulate(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs)
    {
        Run(roots, gradients, inputs.IsEmpty ? null : Leading(roots, Edges(inputs)));
    }

    /// <summary>The gradient that arrives at each input; null where none does.</summary>
    internal Tensor?[] Differentiate(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs)
    {
        var targets = Edges(inputs);
        _captured = new(ReferenceEqualityComparer.Instance);
        foreach (var target in targets)
            _captured[target] = null;
        Run(roots, gradients, Leading(roots, targets));
        return [.. targets.Select(target => _captured[target])];
    }

    /// <summary>Runs the pass over all nodes, or over those that lead to where it should end.</summary>
    private void Run(ReadOnlySpan<Tensor> roots, ReadOnlySpan<Tensor> gradients, HashSet<Node>? leading)
    {
        var before = Tensor.GradEnabled;
        Tensor.GradEnabled = createGraph;
        using var unwatched = Tracing.Suspend(out var sought);
        try
        {
            _watch = sought is { } anomalies ? new(anomalies) : null;
            for (var i = 0; i < roots.Length; i++)
            {
                var (node, start) = (roots[i].GradEdge!, Start(roots[i], gradients, i));
                _watch?.Begin(node, start.Gradient!);
                _arrivals.Add(node, start);
            }
            _isOrdinary = leading is null && !createGraph && _watch is null;
            VisitAll(leading);
            _arrivals.GiveBack();
        }
        catch (TorchAnomalyException)
        {
            _watch?.TakeBack();
            throw;
        }
        finally
        {
            Tensor.GradEnabled = before;
        }
    }

    private void VisitAll(HashSet<Node>? leading)
    {
        while (_arrivals.TryTake(out var node, out var arrival))
        {
            if (node is FunctionNode function)
            {
                PassOn(function, leading);
                continue;
            }
            if (_isOrdinary && arrival.Number is var (number, dtype) && TryVisit(node, number, dtype))
                continue;
            if (arrival.Gradient is not { } sum)
            {
                PassNothing(node, leading);
                continue;
            }
            _watch?.Arrived(node, sum);
            var hooks = node is TapeNode operation ? operation.Hooks : ((LeafNode<Tensor>)node).Hooks;
            var seen = hooks?.Run(sum) ?? sum;
            // As libtorch: where the pass goes on, what is asked for here is from before the hooks.
            Visit(node, leading is not null && seen != sum && LeadsOn(node, leading) ? sum : seen, arrival.IsOwn && hooks is null);
            if (node is TapeNode passing)
                PassOn(passing, seen, leading, _isOrdinary && arrival.IsOwn && hooks is null);
        }
    }

    /// <summary>Here the pass does what it is for.</summary>
    private void Visit(Node node, Tensor sum, bool isOwn)
    {
        if (_captured is not null)
        {
            if (_captured.ContainsKey(node))
                _captured[node] = sum;
        }
        else if (node is LeafNode<Tensor> leaf)
        {
            if (_watch is null)
                leaf.Leaf.Accumulate(sum, createGraph, isOwn);
            else
                _watch.Accumulate(leaf, sum, createGraph);
        }
    }

    /// <summary>The gradient of a result goes through the rules of its operation.</summary>
    /// <param name="node">The operation.</param>
    /// <param name="sum">The gradient.</param>
    /// <param name="leading">Where it may go on to; null where it may everywhere.</param>
    /// <param name="isOwn">Whether nobody but the pass holds the gradient: what no rule hands on may then be written over.</param>
    private void PassOn(TapeNode node, Tensor sum, HashSet<Node>? leading, bool isOwn)
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
        var (passed, goesOn) = (leading is null, false);
        for (var input = 0; input < node.Edges; input++)
        {
            if (Next(node.EdgeTo(input)) is not { } next || leading?.Contains(next) == false)
                continue;
            passed = true;
            var before = Storage.LastBirth;
            var flow = _watch is null ? node.InputGradient(input, sum) : _watch.InputGradient(node, input, sum);
            var isSame = flow is not null && flow.Shares(sum);
            goesOn |= isSame;
            var isNew = flow is not null && !createGraph && _watch is null && flow.IsMadeSince(before);
            _arrivals.Add(next, new(flow, isNew || (isSame && isOwn && flow!.IsAllOfItsMemory && IsOnlyWay(node, input))));
        }
        if (passed && !retainGraph)
            node.Release();
        if (isOwn && !goesOn && node is RuleNode)
            sum.LetMemoryServeAgain();
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
                _arrivals.Add(next, default);
        if (!retainGraph)
            operation.Release();
    }

    /// <summary>The gradient that the pass starts with at a root, in its dtype; ones where none is given.</summary>
    private static Arrival Start(Tensor root, ReadOnlySpan<Tensor> gradients, int place)
        => !gradients.IsEmpty ? new(gradients[place].To(root.DType))
            : root.Shape.Count == 0 ? new(1.0, root.DType)
            : new(Tensor.Full(root.Shape, 1, root.DType, Device.Cpu, requiresGrad: false));

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
        foreach (var node in reached.OrderByDescending(Arrivals.Turn))
            if (LeadsOn(node, leading))
                leading.Add(node);
        return leading;
    }

    /// <summary>Whether gradients of an operation's other inputs go nowhere.</summary>
    private static bool IsOnlyWay(TapeNode node, int input)
    {
        for (var other = 0; other < node.Edges; other++)
            if (other != input && node.EdgeTo(other).Function is not null)
                return false;
        return true;
    }

    private static bool LeadsOn(Node node, HashSet<Node> leading)
        => node.NextFunctions.Any(edge => Next(edge) is { } next && leading.Contains(next));

    /// <summary>Where a gradient goes on to: of an operation with several results to the part of the one that it is the gradient of.</summary>
    private static Node? Next(Edge edge) => edge.Function is not NumberNode && edge.Function is IResultsNode several ? several.ResultNode(edge.InputNumber) : edge.Function;
}
