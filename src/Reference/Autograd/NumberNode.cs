namespace TwinGrad.Reference;

/// <summary>
/// An operation on 0-dim tensors of one dtype: a <see cref="RuleNode"/> that takes less memory, and where the pass is not itself recorded works
/// out gradients as numbers.
/// </summary>
internal abstract class NumberNode : TapeNode
{
    private readonly Node? _edge;
    private readonly Vjp _rule;
    private readonly int _edgeNumber;
    private readonly int _version;
    private Tensor? _x;
    private int _resultVersion;
    private Tensor? _result;

    private protected NumberNode(string name, Tensor x, Vjp rule, Tensor result)
        : base(name)
    {
        (_edge, _edgeNumber) = x.Edge;
        (_rule, _x, _version) = (rule, x, x.Version);
        SaveResult(result);
    }

    /// <summary>The first input, as it was.</summary>
    internal double NumberX => Input(0).OnlyElement;

    /// <summary>The second input, as it was.</summary>
    internal double NumberY => Input(1).OnlyElement;

    /// <summary>The result, as it was.</summary>
    internal double NumberResult => ResultAt(0).OnlyElement;

    /// <inheritdoc/>
    internal override int Edges => 1;

    /// <inheritdoc cref="TapeNode.Record"/>
    internal static Tensor Record<TFunction>(TFunction function, string name, Tensor result, Tensor x, Vjp rule)
        where TFunction : struct, IUnary
    {
        if (Tracing.IsActive || !IsOf(result, x))
            return TapeNode.Record(name, result, [x], rule);
        if (Tensor.IsRecording && x.RequiresGrad)
            result.SetGradFn(new UnaryNode<TFunction>(function, name, x, rule, result));
        return result;
    }

    /// <inheritdoc cref="TapeNode.Record"/>
    internal static Tensor Record<TFunction>(TFunction function, string name, Tensor result, Tensor x, Tensor y, Vjp ruleOfX, Vjp ruleOfY)
        where TFunction : struct, IBinaryOperation
    {
        if (Tracing.IsActive || !IsOf(result, x) || !IsOf(result, y))
            return TapeNode.Record(name, result, [x, y], ruleOfX, ruleOfY);
        if (Tensor.IsRecording && (x.RequiresGrad || y.RequiresGrad))
            result.SetGradFn(new BinaryNode<TFunction>(function, name, x, y, ruleOfX, ruleOfY, result));
        return result;
    }

    /// <inheritdoc/>
    internal override Edge EdgeTo(int input) => new(_edge, _edgeNumber);

    /// <inheritdoc/>
    internal override Shape InputShape(int input) => [];

    /// <inheritdoc/>
    internal override Tensor ResultAt(int place) => Unchanged(_result, _resultVersion, isResult: true);

    /// <inheritdoc/>
    internal override void SaveResult(Tensor result) => (_result, _resultVersion) = (result, result.Version);

    /// <inheritdoc/>
    internal override TapeNode Renamed(string name) => new RuleNode(name, this, _rule, [.. Enumerable.Range(0, Edges).Select(Input)], Result);

    /// <inheritdoc/>
    internal override Tensor? InputGradient(int input, Tensor gradient)
    {
        if (EdgeTo(input).Function is null)
            return null;
        if (Tensor.GradEnabled)
            return RuleOf(input)(gradient, this)?.SumTo([]).To(gradient.DType);
        var number = gradient.OnlyElement;
        var flow = NumberGradient(input, number);
        return flow.Equals(number) ? gradient : new(flow, gradient.DType);
    }

    /// <inheritdoc/>
    internal override void Release() => _x = _result = null;

    /// <inheritdoc/>
    internal override Edge[] MakeEdges() => [EdgeTo(0)];

    private protected override Tensor Input(int input) => Unchanged(_x, _version, isResult: false);

    private protected virtual Vjp RuleOf(int input) => _rule;

    /// <summary>What the rule makes of a gradient.</summary>
    internal abstract double NumberGradient(int input, double gradient);

    /// <summary>A saved tensor, if it is still there and was not written since.</summary>
    private protected Tensor Unchanged(Tensor? tensor, int version, bool isResult)
    {
        if (tensor is null)
            throw Error.BackwardTwice();
        if (tensor.Version == version)
            return tensor;
        var saved = new Saved(tensor, [], version, tensor.OutputNumber);
        return isResult ? saved.Read(Name, 0) : saved.Read();
    }

    /// <summary>Whether an input is a number of the result's dtype that may take part in a graph.</summary>
    private static bool IsOf(Tensor result, Tensor input) => input.DType == result.DType && !input.IsInference;

    private sealed class UnaryNode<TFunction>(TFunction function, string name, Tensor x, Vjp rule, Tensor result)
        : NumberNode(name, x, rule, result)
        where TFunction : struct, IUnary
    {
        internal override double NumberGradient(int input, double gradient) => function.Gradient(gradient, this);
    }

    private sealed class BinaryNode<TFunction> : NumberNode
        where TFunction : struct, IBinaryOperation
    {
        private readonly TFunction _function;
        private readonly Node? _edgeOfY;
        private readonly Vjp _ruleOfY;
        private readonly int _edgeNumberOfY;
        private readonly int _versionOfY;
        private Tensor? _y;

        internal BinaryNode(TFunction function, string name, Tensor x, Tensor y, Vjp ruleOfX, Vjp ruleOfY, Tensor result)
            : base(name, x, ruleOfX, result)
        {
            (_edgeOfY, _edgeNumberOfY) = y.Edge;
            (_function, _ruleOfY, _y, _versionOfY) = (function, ruleOfY, y, y.Version);
        }

        internal override int Edges => 2;

        internal override Edge EdgeTo(int input) => input == 0 ? base.EdgeTo(0) : new(_edgeOfY, _edgeNumberOfY);

        internal override void Release()
        {
            base.Release();
            _y = null;
        }

        internal override Edge[] MakeEdges() => [EdgeTo(0), EdgeTo(1)];

        private protected override Tensor Input(int input) => input == 0 ? base.Input(0) : Unchanged(_y, _versionOfY, isResult: false);

        private protected override Vjp RuleOf(int input) => input == 0 ? base.RuleOf(0) : _ruleOfY;

        internal override double NumberGradient(int input, double gradient)
            => input == 0 ? _function.GradientOfX(gradient, this) : _function.GradientOfY(gradient, this);
    }
}
