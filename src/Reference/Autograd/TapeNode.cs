namespace TwinGrad.Reference;

/// <summary>A vector-Jacobian product: the gradient of an operation's result in, the gradient of one of its inputs out; null where none flows.</summary>
/// <param name="gradient">The gradient of the result.</param>
/// <param name="node">The operation, for the inputs and the result that the rule needs.</param>
internal delegate Tensor? Vjp(Tensor gradient, TapeNode node);

/// <summary>One recorded operation: what it was called, what it was made of, and how gradients flow back through it.</summary>
internal class TapeNode : Node, IHooked<Tensor>
{
    private static long _lastSequence;

    private readonly Vjp?[] _rules;
    private readonly (Shape Shape, DType DType)[] _inputs;
    private Saved[]? _saved;
    private Saved[]? _results;
    private Edge _visible;

    /// <summary>An operation without rules of its own: a subclass knows its gradients.</summary>
    protected TapeNode(string name, Edge[] edges)
        : base(name, edges)
    {
        _rules = [];
        _inputs = [];
        Sequence = Interlocked.Increment(ref _lastSequence);
    }

    private TapeNode(string name, Tensor[] inputs, Vjp?[] rules)
        : this(name, [.. inputs.Take(rules.Length).Select(input => input.Edge)])
    {
        _rules = rules;
        _inputs = [.. inputs.Select(input => (input.Shape, input.DType))];
        _saved = [.. inputs.Select(Saved.Of)];
    }

    private TapeNode(TapeNode node, string name)
        : base(name, node.NextFunctions[0])
    {
        _rules = node._rules[..1];
        _inputs = node._inputs;
        _saved = node._saved;
        _results = node._results;
        Sequence = node.Sequence;
    }

    /// <summary>Counts up with each operation: whoever uses a result comes after who made it.</summary>
    internal long Sequence { get; }

    /// <summary>The way to this operation as others see it: of one with several results this may be one result's part.</summary>
    internal Edge Visible => _visible.Function is null ? new(this) : _visible;

    /// <summary>The tensor that keeps the gradient of this operation's result, if one does.</summary>
    internal Tensor? RetainedBy { get; set; }

    /// <inheritdoc/>
    public HookList<Tensor>? Hooks { get; set; }

    /// <summary>The first input, as it was.</summary>
    internal Tensor X => Input(0);

    /// <summary>The second input, as it was.</summary>
    internal Tensor Y => Input(1);

    /// <summary>The third input, as it was.</summary>
    internal Tensor Z => Input(2);

    /// <summary>The shape of an input: known without the input, which may be gone or overwritten.</summary>
    internal Shape InputShape(int input) => _inputs[input].Shape;

    /// <summary>The result, as it was.</summary>
    internal Tensor Result => ResultAt(0);

    /// <summary>One of the results of an operation that gives several, as it was.</summary>
    internal Tensor ResultAt(int place)
    {
        var saved = (_results ?? throw Error.BackwardTwice())[place];
        return saved.Read(Name, saved.Output);
    }

    /// <summary>Records an operation where recording is on and an input requires grad; the result is returned either way.</summary>
    /// <param name="name">PyTorch's name of the node.</param>
    /// <param name="result">What the operation computed.</param>
    /// <param name="inputs">Its tensor arguments, in order, and behind them what else the rules read.</param>
    /// <param name="rules">One rule an argument; null where nothing flows.</param>
    internal static Tensor Record(string name, Tensor result, Tensor[] inputs, params Vjp?[] rules)
    {
        result = result.OwnedBeside(inputs);
        if (Tracing.IsActive)
            AnomalyDetection.CheckResult(name, result);
        if (!Tensor.IsRecording || !result.DType.IsFloatingPoint || !Array.Exists(inputs, input => input.RequiresGrad))
            return result;
        var node = new TapeNode(name, inputs, rules);
        result.SetGradFn(node);
        node.SaveResult(result);
        return result;
    }

    /// <summary>Records an operation of one input and several results.</summary>
    /// <remarks>The gradient of the input is the sum of what comes of each.</remarks>
    /// <param name="name">PyTorch's name of the nodes.</param>
    /// <param name="results">What the operation computed.</param>
    /// <param name="inputs">The input, and behind it what else the rules read.</param>
    /// <param name="rules">One rule a result; null where nothing flows.</param>
    internal static void RecordAll(string name, Tensor[] results, Tensor[] inputs, params Vjp?[] rules)
    {
        if (Tracing.IsActive)
            Array.ForEach(results, result => AnomalyDetection.CheckResult(name, result));
        if (!Tensor.IsRecording || !inputs[0].RequiresGrad)
            return;
        var nodes = rules.Select(rule => rule is null ? null : new TapeNode(name, inputs, [rule])).ToArray();
        for (var i = 0; i < nodes.Length; i++)
            if (nodes[i] is { } node)
                results[i].SetGradFn(node);
        ResultsNode.Join(results);
        foreach (var node in nodes)
            node?._results = [.. results.Select(Saved.Of)];
    }

    /// <summary>From now on it is seen as one of several results of an operation.</summary>
    internal void IsResultOf(Node operation, int place) => _visible = new(operation, place);

    /// <summary>The same operation under another name, as one of its first input alone.</summary>
    internal TapeNode Renamed(string name) => new(this, name);

    /// <summary>The result lies in another tensor's memory from now on: after an operation in place.</summary>
    internal void SaveResult(Tensor result) => _results = [Saved.Of(result)];

    /// <summary>The gradient of an input, in the input's shape and dtype: what was broadcast is summed, here for every rule.</summary>
    internal virtual Tensor? InputGradient(int input, Tensor gradient)
    {
        if (_rules[input] is not { } rule || NextFunctions[input].Function is null)
            return null;
        var (shape, dtype) = _inputs[input];
        return rule(gradient, this)?.SumTo(shape).To(dtype);
    }

    /// <summary>No gradient arrived, and none is passed on: for who has something to say to that.</summary>
    internal virtual void PassNothing()
    {
    }

    /// <summary>Lets go of what was saved; a rule that needs it afterwards says so.</summary>
    internal virtual void Release()
    {
        _saved = null;
        _results = null;
    }

    /// <summary>Where the gradients of some tensors go.</summary>
    private protected static Edge[] EdgesOf(ReadOnlySpan<Tensor> inputs)
    {
        var edges = new Edge[inputs.Length];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = inputs[i].Edge;
        return edges;
    }

    private Tensor Input(int input)
    {
        var saved = (_saved ?? throw Error.BackwardTwice())[input];
        return saved.Read(saved.Tensor.GradFn?.Name, saved.Tensor.OutputNumber);
    }

    /// <summary>A tensor, the shape it had, the version its memory had and which result of an operation it was when it was saved.</summary>
    private protected readonly record struct Saved(Tensor Tensor, Shape Shape, int Version, int Output)
    {
        internal static Saved Of(Tensor tensor) => new(tensor, tensor.Shape, tensor.IsInference ? 0 : tensor.Version, tensor.OutputNumber);

        internal Tensor Read(string? producer, int output) => Tensor.IsInference
            ? throw Error.InferenceTensorSaved()
            : Tensor.Version == Version
                ? Tensor
                : throw Error.ModifiedInPlace(Tensor.DType, Shape, producer, output, Tensor.Version, Version);
    }
}
