namespace TwinGrad;

public sealed partial class Tensor
{
    private Node? _gradFn;
    private Node? _accumulator;

    // A leaf that requires grad is one until it is told not to; so operations need not ask libtorch each time.
    private bool _isKnownLeaf;

    private Tensor? _root;
    private Writes? _writes;
    private int _writesSeen;

    // Which of its operation's results it is.
    private int _output;

    // Whether a function gave it among several views. A view of such a view is bound by the same rule.
    private bool _isOneOfMany;

    int ITensor<Tensor>.OutputNumber => _output;

    /// <summary>The node that libtorch recorded, under PyTorch's name. libtorch keeps the graph; this is what can be seen of it.</summary>
    /// <remarks>A view of memory that was written in place since it was taken has its operation rebuilt, as PyTorch does.</remarks>
    private Node? RecordedNode
    {
        get
        {
            if (_root is null || _writesSeen == SharedWrites.Count)
                return _gradFn;
            if (_isOneOfMany && RequiresGrad)
                throw Error.OneOfManyViews(_gradFn?.Name, _output, itself: false);
            _writesSeen = SharedWrites.Count;
            return _gradFn = RequiresGrad ? new("AsStridedBackward0", EdgeOf(_root)) : null;
        }
    }

    /// <summary>The count of writes to the memory that this tensor looks at, from now on shared with others that look at it.</summary>
    private Writes SharedWrites => LazyInitializer.EnsureInitialized(ref _writes, static () => new());

    /// <summary>Where the gradient of this tensor goes, or null where it needs none.</summary>
    private Node? GradEdge
        => RecordedNode ?? (_isKnownLeaf || RequiresGrad ? _accumulator ?? BecomeALeaf() : null);

    private Node BecomeALeaf()
    {
        _isKnownLeaf = true;
        var node = new LeafNode<Tensor>(this);
        return Interlocked.CompareExchange(ref _accumulator, node, null) ?? node;
    }

    /// <summary>Runs without registering what is made with the thread's scope.</summary>
    internal static Tensor Unscoped(Func<Tensor> make)
    {
        var current = TensorScope.Frame.Current;
        TensorScope.Frame.Current = null;
        try
        {
            return make();
        }
        finally
        {
            TensorScope.Frame.Current = current;
        }
    }

    /// <summary>A native result that no operation is recorded for.</summary>
    internal static Tensor Wrap(nint result) => new(NativeError.Check(result));

    /// <summary>Whether an operation made it. What requires grad although nothing is recorded is a view taken while recording was off.</summary>
    private static bool IsTracked(nint result) => NativeMethods.THSTensor_requires_grad(result) && GradEnabled;

    /// <summary>What was composed of several native operations, under the name of the one operation that it is in PyTorch.</summary>
    /// <remarks>libtorch keeps the parts and differentiates them; what can be seen of the graph is the whole.</remarks>
    private static Tensor Named(string name, Tensor composed, params ReadOnlySpan<Tensor?> inputs)
    {
        if (composed._gradFn is null)
            return composed;
        composed.SetGradFn(new(name, EdgesOf(inputs)));
        return composed.Traced(name);
    }

    /// <summary>Two such results of one operation.</summary>
    private static (Tensor First, Tensor Second) Named(string name, (Tensor First, Tensor Second) composed, params ReadOnlySpan<Tensor?> inputs)
    {
        Tensor[] results = [composed.First, composed.Second];
        Node? node = null;
        foreach (var result in results)
        {
            if (result._gradFn is null)
                continue;
            node ??= new(name, EdgesOf(inputs)) { Outputs = 0 };
            result.SetGradFn(node, node.Outputs++);
        }
        return Pair(Traced(name, results));
    }

    static Tensor ITensor<Tensor>.Renamed(Tensor result, string name)
    {
        if (result._gradFn is { } node)
            result.SetGradFn(new(name, node.NextFunctions[0]));
        return result.Traced(name);
    }

    /// <summary>A number as the 0-dim tensor that stands for it beside x.</summary>
    private static Tensor NumberBeside(Tensor x, Scalar value)
        => Constant.Beside(x, value)
            ?? Unscoped(() => Full([], value, Promotion.Of(x.DType, value), x.Device, requiresGrad: false));

    /// <summary>A number as the 0-dim tensor of x's own dtype.</summary>
    private static Tensor NumberLike(Tensor x, Scalar value)
        => (x.DType.IsFloatingPoint ? Constant.Beside(x, value) : null)
            ?? Unscoped(() => Full([], value, x.DType, x.Device, requiresGrad: false));

    /// <summary>The native result of an operation on tensors; null stands for a number among its arguments.</summary>
    private static Tensor Record(string name, nint result, Tensor x)
    {
        var tracked = IsTracked(NativeError.Check(result));
        var tensor = new Tensor(result);
        if (tracked)
            tensor._gradFn = new RecordedNode(name, EdgeOf(x));
        return tensor.Traced(name);
    }

    /// <inheritdoc cref="Record(string, nint, Tensor)"/>
    private static Tensor Record(string name, nint result, Tensor x, Tensor? y)
    {
        var tracked = IsTracked(NativeError.Check(result));
        var tensor = new Tensor(result);
        if (tracked)
            tensor._gradFn = new RecordedNode(name, EdgeOf(x), EdgeOf(y));
        return tensor.Traced(name);
    }

    /// <inheritdoc cref="Record(string, nint, Tensor)"/>
    private static Tensor Record(string name, nint result, ReadOnlySpan<Tensor?> inputs)
    {
        var tracked = IsTracked(NativeError.Check(result));
        var tensor = new Tensor(result);
        if (tracked)
            tensor._gradFn = new(name, EdgesOf(inputs));
        return tensor.Traced(name);
    }

    /// <inheritdoc cref="Record(string, nint, Tensor)"/>
    private static Tensor Record(string name, nint result, Tensor x, Tensor? y, Tensor? z)
    {
        var tracked = IsTracked(NativeError.Check(result));
        var tensor = new Tensor(result);
        if (tracked)
            tensor._gradFn = new(name, EdgeOf(x), EdgeOf(y), EdgeOf(z));
        return tensor.Traced(name);
    }

    /// <summary>The native results of one operation. Those that have no derivative, as indices, stay outside the graph.</summary>
    private static Tensor[] RecordAll(string name, nint[] results, params ReadOnlySpan<Tensor?> inputs)
    {
        var tensors = new Tensor[results.Length];
        Node? node = null;
        for (var i = 0; i < tensors.Length; i++)
        {
            var tracked = IsTracked(NativeError.Check(results[i]));
            tensors[i] = new(results[i]);
            if (!tracked)
                continue;
            // libtorch numbers those that have a derivative.
            node ??= new(name, EdgesOf(inputs)) { Outputs = 0 };
            tensors[i].SetGradFn(node, node.Outputs++);
        }
        return Traced(name, tensors);
    }

    /// <summary>The results of an operation that gives two.</summary>
    private static (Tensor First, Tensor Second) Pair(Tensor[] results) => (results[0], results[1]);

    private static Edge[] EdgesOf(ReadOnlySpan<Tensor?> inputs)
    {
        var edges = new Edge[inputs.Length];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = EdgeOf(inputs[i]);
        return edges;
    }

    /// <summary>The way of a gradient on to what made an input; nowhere for null, a number among the arguments.</summary>
    private static Edge EdgeOf(Tensor? input) => input is null ? default : new(input.GradEdge, input._output);

    private void SetGradFn(Node node, int output = 0) => (_gradFn, _output) = (node, output);

    /// <summary>A native result that shares its memory with x.</summary>
    private static Tensor RecordView(string name, nint result, Tensor x)
    {
        var view = Record(name, result, x).LooksAt(x);
        view._isOneOfMany = x._isOneOfMany;
        return view;
    }

    /// <summary>Native results that share their memory with x. One operation made them all.</summary>
    private static Tensor[] RecordViews(string name, nint[] results, Tensor x)
    {
        var views = new Tensor[results.Length];
        Node? node = null;
        for (var i = 0; i < views.Length; i++)
        {
            if (IsTracked(results[i]))
                node ??= new(name, EdgeOf(x)) { Outputs = views.Length };
            views[i] = new Tensor(results[i]) { _gradFn = node, _output = i, _isOneOfMany = true }.LooksAt(x);
        }
        return Traced(name, views);
    }

    private Tensor LooksAt(Tensor x)
    {
        _root = x._root ?? x;
        _writes = x.SharedWrites;
        _writesSeen = _writes.Count;
        return this;
    }

    /// <summary>Runs a native operation in place on x and records it; the edges are those from before the call.</summary>
    private static Tensor RecordInPlace(string name, Tensor x, Action operation, params ReadOnlySpan<Tensor?> others)
    {
        if (ConsumedGradients.Unread)
            ConsumedGradients<Tensor>.ReadVersions();
        var records = (Check.Given(x).RequiresGrad || AnyRequiresGrad(others)) && GradEnabled;
        var edges = records ? EdgesOf([x, .. others]) : [];
        var rootEdge = records ? EdgeOf(x._root) : default;
        operation();
        NativeError.Check();
        if (x._writes is { } writes)
            writes.Count++;
        if (records && x.RequiresGrad)
            WrittenInPlace(x._root is null ? name : "CopySlices", x._root ?? x, edges, x._root is null ? edges[0] : rootEdge);
        if (Tracing.IsActive)
            AnomalyDetection.CheckResult(name, x);
        return x;
    }

    private static bool AnyRequiresGrad(ReadOnlySpan<Tensor?> tensors)
    {
        foreach (var tensor in tensors)
            if (tensor?.RequiresGrad == true)
                return true;
        return false;
    }

    private static void WrittenInPlace(string name, Tensor x, Edge[] edges, Edge before)
    {
        edges[0] = before;
        x.SetGradFn(new(name, edges));
        if (x.RetainsGrad)
            x._gradFn!.RetainFor(x);
        if (Tracing.IsActive)
            Noted([x]);
    }

    /// <summary>How often memory was written in place: what tells a view that its operation is no longer the whole story.</summary>
    private sealed class Writes
    {
        internal int Count { get; set; }
    }
}
