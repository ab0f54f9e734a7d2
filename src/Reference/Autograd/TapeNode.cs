namespace TwinGrad.Reference;

/// <summary>A vector-Jacobian product: the gradient of an operation's result in, the gradient of one of its inputs out; null where none flows.</summary>
/// <param name="gradient">The gradient of the result.</param>
/// <param name="node">The operation, for the inputs and the result that the rule needs.</param>
internal delegate Tensor? Vjp(Tensor gradient, TapeNode node);

/// <summary>One recorded operation: what it was called, what it was made of, and how gradients flow back through it.</summary>
internal abstract class TapeNode : Node, IHooked<Tensor>
{
    private static long _lastSequence;

    // What few operations have; null where they have none of it.
    private Attachments? _attachments;

    protected TapeNode(string name, Edge[] edges)
        : base(name, edges)
        => Sequence = Interlocked.Increment(ref _lastSequence);

    /// <summary>An operation that says what its edges are when it is asked.</summary>
    protected TapeNode(string name)
        : base(name)
        => Sequence = Interlocked.Increment(ref _lastSequence);

    /// <summary>The same operation under another name, as one of its first input alone.</summary>
    protected TapeNode(string name, TapeNode node)
        : base(name, node.NextFunctions[0])
        => Sequence = node.Sequence;

    /// <summary>Counts up with each operation: whoever uses a result comes after who made it.</summary>
    internal long Sequence { get; }

    /// <summary>The way to this operation as others see it: of one with several results this may be one result's part.</summary>
    internal Edge Visible => _attachments is { Visible: { Function: not null } visible } ? visible : new(this);

    /// <summary>The tensor that keeps the gradient of this operation's result, if one does.</summary>
    internal Tensor? RetainedBy
    {
        get => _attachments?.RetainedBy;
        set => (_attachments ??= new()).RetainedBy = value;
    }

    /// <inheritdoc/>
    public HookList<Tensor>? Hooks
    {
        get => _attachments?.Hooks;
        set => (_attachments ??= new()).Hooks = value;
    }

    /// <summary>Whether no gradient is seen or kept here, and it is seen as itself.</summary>
    internal bool HasNoAttachments => _attachments is null;

    /// <summary>The first input, as it was.</summary>
    internal Tensor X => Input(0);

    /// <summary>The second input, as it was.</summary>
    internal Tensor Y => Input(1);

    /// <summary>The third input, as it was.</summary>
    internal Tensor Z => Input(2);

    /// <summary>The result, as it was.</summary>
    internal Tensor Result => ResultAt(0);

    /// <summary>How many edges there are.</summary>
    internal virtual int Edges => NextFunctions.Count;

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
        var node = new RuleNode(name, inputs, rules);
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
        var nodes = rules.Select(rule => rule is null ? null : new RuleNode(name, inputs, [rule])).ToArray();
        for (var i = 0; i < nodes.Length; i++)
            if (nodes[i] is { } node)
                results[i].SetGradFn(node);
        ResultsNode.Join(results);
        foreach (var node in nodes)
            node?.SaveResults(results);
    }

    /// <summary>From now on it is seen as one of several results of an operation.</summary>
    internal void IsResultOf(Node operation, int place) => (_attachments ??= new()).Visible = new(operation, place);

    /// <summary>Where the gradient of an input flows on to.</summary>
    internal virtual Edge EdgeTo(int input) => NextFunctions[input];

    /// <summary>The shape of an input: known without the input, which may be gone or overwritten.</summary>
    internal virtual Shape InputShape(int input) => throw Error.BackwardTwice();

    /// <summary>One of the results of an operation that gives several, as it was.</summary>
    internal virtual Tensor ResultAt(int place) => throw Error.BackwardTwice();

    /// <summary>The same operation under another name, as one of its first input alone.</summary>
    internal virtual TapeNode Renamed(string name) => this;

    /// <summary>The result lies in another tensor's memory from now on: after an operation in place.</summary>
    internal virtual void SaveResult(Tensor result)
    {
    }

    /// <summary>The gradient of an input, in the input's shape and dtype; null where none flows.</summary>
    internal virtual Tensor? InputGradient(int input, Tensor gradient) => null;

    /// <summary>No gradient arrived, and none is passed on: for who has something to say to that.</summary>
    internal virtual void PassNothing()
    {
    }

    /// <summary>Lets go of what was saved; a rule that needs it afterwards says so.</summary>
    internal virtual void Release()
    {
    }

    /// <summary>An input, as it was.</summary>
    private protected virtual Tensor Input(int input) => throw Error.BackwardTwice();

    /// <summary>Where the gradients of some tensors go.</summary>
    private protected static Edge[] EdgesOf(ReadOnlySpan<Tensor> inputs)
    {
        var edges = new Edge[inputs.Length];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = inputs[i].Edge;
        return edges;
    }

    private sealed class Attachments
    {
        internal Edge Visible { get; set; }

        internal Tensor? RetainedBy { get; set; }

        internal HookList<Tensor>? Hooks { get; set; }
    }
}
