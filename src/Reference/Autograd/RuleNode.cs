namespace TwinGrad.Reference;

/// <summary>An operation with a rule for each input.</summary>
internal sealed class RuleNode : TapeNode
{
    private readonly Vjp?[] _rules;
    private readonly (Shape Shape, DType DType)[] _inputs;
    private Saved[]? _saved;
    private Saved[]? _results;

    internal RuleNode(string name, Tensor[] inputs, Vjp?[] rules)
        : base(name, EdgesOf(inputs.AsSpan(0, Math.Min(inputs.Length, rules.Length))))
    {
        _rules = rules;
        _inputs = Array.ConvertAll(inputs, input => (input.Shape, input.DType));
        _saved = Array.ConvertAll(inputs, Saved.Of);
    }

    /// <summary>An operation of numbers under another name, as one of its first input alone.</summary>
    internal RuleNode(string name, NumberNode node, Vjp rule, Tensor[] inputs, Tensor result)
        : base(name, node)
    {
        _rules = [rule];
        _inputs = Array.ConvertAll(inputs, input => (input.Shape, input.DType));
        _saved = Array.ConvertAll(inputs, Saved.Of);
        SaveResult(result);
    }

    private RuleNode(string name, RuleNode node)
        : base(name, node)
    {
        _rules = node._rules[..1];
        _inputs = node._inputs;
        _saved = node._saved;
        _results = node._results;
    }

    /// <inheritdoc/>
    internal override Shape InputShape(int input) => _inputs[input].Shape;

    /// <inheritdoc/>
    internal override Tensor ResultAt(int place)
    {
        var saved = (_results ?? throw Error.BackwardTwice())[place];
        return saved.Read(Name, saved.Output);
    }

    /// <inheritdoc/>
    internal override TapeNode Renamed(string name) => new RuleNode(name, this);

    /// <inheritdoc/>
    internal override void SaveResult(Tensor result) => _results = [Saved.Of(result)];

    /// <summary>The results of an operation that gives several.</summary>
    internal void SaveResults(Tensor[] results) => _results = Array.ConvertAll(results, Saved.Of);

    /// <summary>The gradient of an input, in the input's shape and dtype: what was broadcast is summed, here for every rule.</summary>
    internal override Tensor? InputGradient(int input, Tensor gradient)
    {
        if (_rules[input] is not { } rule || NextFunctions[input].Function is null)
            return null;
        var (shape, dtype) = _inputs[input];
        return rule(gradient, this)?.SumTo(shape).To(dtype);
    }

    /// <inheritdoc/>
    internal override void Release()
    {
        _saved = null;
        _results = null;
    }

    private protected override Tensor Input(int input) => (_saved ?? throw Error.BackwardTwice())[input].Read();
}
