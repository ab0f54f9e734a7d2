namespace TwinGrad.Conformance.Python;

/// <summary>Runs the Python that recorded cases are written in on an engine.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// It knows Python's syntax, numbers and lists, and looks every operator up in the library: one that is missing ends the evaluation
/// with <see cref="PythonUnsupportedException"/>.
/// </remarks>
public sealed class PythonEvaluator<T>
    where T : class, ITensor<T>
{
    private static readonly Dictionary<string, object?> Globals = new()
    {
        ["torch"] = new PythonGlobal("torch"),
        ["nn"] = new PythonGlobal("torch.nn"),
        ["F"] = new PythonGlobal("torch.nn.functional"),
        ["abs"] = (PythonFunction)(arguments => PythonLibrary<T>.CallFunction("abs", arguments)),
    };

    // Names that Python itself knows: good Python that is not read here.
    private static readonly string[] UnreadBuiltins =
    [
        "bool", "complex", "dict", "enumerate", "float", "getattr", "hasattr", "int", "isinstance", "len", "list", "math", "max", "min",
        "print", "range", "repr", "round", "setattr", "slice", "sorted", "str", "sum", "tuple", "type", "zip",
    ];

    private readonly Dictionary<string, object?> _variables = [];

    /// <summary>Sees every tensor that a call returns, before the code goes on.</summary>
    public Action<T>? Returned { get; set; }

    /// <summary>A variable of the Python code.</summary>
    public object? this[string name]
    {
        get => _variables.TryGetValue(name, out var value) ? value
            : Globals.TryGetValue(name, out var known) ? known
            : UnreadBuiltins.Contains(name) ? throw new PythonUnsupportedException(name)
            : throw new PythonEvaluationException($"name '{name}' is not defined");
        set => _variables[name] = value;
    }

    /// <summary>The names of the variables set so far.</summary>
    public IEnumerable<string> VariableNames => _variables.Keys;

    /// <summary>What the expression comes to: a tensor, a <see cref="Scalar"/>, a <see cref="PythonSequence"/>, null and so on.</summary>
    /// <exception cref="PythonSyntaxException">It is not Python.</exception>
    /// <exception cref="PythonUnsupportedException">It needs what the library or this evaluator lacks.</exception>
    /// <exception cref="PythonEvaluationException">It means nothing.</exception>
    public object? Evaluate(string expression) => Evaluate(PythonParser.ParseExpression(expression));

    /// <summary>Runs the statements.</summary>
    /// <exception cref="PythonSyntaxException">They are not Python.</exception>
    /// <exception cref="PythonUnsupportedException">They need what the library or this evaluator lacks.</exception>
    /// <exception cref="PythonEvaluationException">They mean nothing.</exception>
    public void Execute(string statements) => Execute(PythonParser.ParseStatements(statements));

    private void Execute(IReadOnlyList<PythonStatement> statements)
    {
        foreach (var statement in statements)
            Execute(statement);
    }

    private void Execute(PythonStatement statement)
    {
        switch (statement)
        {
            case ExpressionStatement(var expression):
                Evaluate(expression);
                break;
            case AssignStatement(var target, var value):
                Assign(target, Evaluate(value));
                break;
            case AugmentedAssignStatement(var target, var op, var value):
                Assign(target, PythonOperators<T>.InPlace(op, Evaluate(target), Evaluate(value)));
                break;
            case WithStatement(var context, var body):
                var mode = Evaluate(context) as PythonGradMode
                    ?? throw new PythonUnsupportedException("with, but for no_grad and enable_grad");
                using (new GradMode<T>(mode.Enabled))
                    Execute(body);
                break;
        }
    }

    private void Assign(PythonExpression target, object? value)
    {
        switch (target)
        {
            case NameExpression(var name):
                this[name] = value;
                break;
            case TupleExpression(var targets) when value is PythonSequence { Items: var items } && items.Count == targets.Count:
                for (var i = 0; i < items.Count; i++)
                    Assign(targets[i], items[i]);
                break;
            case SubscriptExpression(var indexed, var index) when Evaluate(indexed) is T x:
                PythonIndexing<T>.Set(x, Evaluate(index), value);
                break;
            case AttributeExpression(var owner, var name) when Evaluate(owner) is T x:
                PythonLibrary<T>.SetAttribute(x, name, value);
                break;
            default:
                throw new PythonUnsupportedException($"assignment to {target.GetType().Name}");
        }
    }

    private object? Evaluate(PythonExpression expression) => expression switch
    {
        ConstantExpression(var value) => value,
        NameExpression(var name) => this[name],
        TupleExpression(var items) => new PythonTuple(Evaluate(items)),
        ListExpression(var items) => new PythonList(Evaluate(items)),
        UnaryExpression(var op, var operand) => PythonOperators<T>.Unary(op, Evaluate(operand)),
        BinaryExpression(var op, var left, var right) => PythonOperators<T>.Binary(op, Evaluate(left), Evaluate(right)),
        ConditionalExpression(var condition, var then, var otherwise) => Evaluate(IsTrue(Evaluate(condition)) ? then : otherwise),
        SliceExpression(var start, var stop, var step) => new PythonSlice(Bound(start), Bound(stop), Bound(step)),
        SubscriptExpression(var target, var index) => PythonIndexing<T>.Get(Evaluate(target), Evaluate(index)),
        AttributeExpression(var target, var name) => Attribute(Evaluate(target), name),
        CallExpression call => Call(call),
        _ => throw new PythonUnsupportedException(expression.GetType().Name),
    };

    private object?[] Evaluate(IReadOnlyList<PythonExpression> expressions) => [.. expressions.Select(Evaluate)];

    private long? Bound(PythonExpression? bound) => bound is null ? null : Evaluate(bound) switch
    {
        null => null,
        Scalar { Kind: DTypeCategory.Integer } place => place.ToInt64(),
        var other => throw new PythonUnsupportedException($"a slice that ends at a {PythonType.Name(other)}"),
    };

    private object? Call(CallExpression call)
    {
        // A method is looked up by what it is called on, so its object is evaluated before, and once.
        var owner = call.Function is AttributeExpression { Target: var target } ? Evaluate(target) : null;
        var arguments = new PythonArguments(
            Evaluate(call.Arguments), call.Keywords.ToDictionary(keyword => keyword.Key, keyword => Evaluate(keyword.Value)));
        var result = (owner, call.Function) switch
        {
            (T x, AttributeExpression { Name: var name }) => PythonLibrary<T>.CallMethod(name, arguments.Behind(x)),
            (not null, AttributeExpression { Name: var name }) => Call(Attribute(owner, name), arguments),
            (_, var function) => Call(Evaluate(function), arguments),
        };
        if (result is T tensor)
            Returned?.Invoke(tensor);
        return result;
    }

    private static object? Call(object? function, PythonArguments arguments) => function switch
    {
        PythonFunction known => known(arguments),
        PythonGlobal global => PythonTorch<T>.Call(global, arguments),
        _ => throw new PythonUnsupportedException($"a call of {PythonType.Name(function)}"),
    };

    private static object? Attribute(object? owner, string name) => owner switch
    {
        T x => PythonLibrary<T>.Attribute(x, name),
        PythonGlobal { Path: "torch" } when PythonLibrary<T>.DTypeNamed(name) is { } dtype => dtype,
        PythonGlobal global => new PythonGlobal($"{global.Path}.{name}"),
        PythonTuple { Names: { } names } tuple when names.Any(known => Matches(known, name))
            => tuple.Items[names.ToList().FindIndex(known => Matches(known, name))],
        _ => throw new PythonUnsupportedException($"{name} of a {PythonType.Name(owner)}"),
    };

    private static bool Matches(string? known, string name) => known is not null && PythonName.Key(known) == PythonName.Key(name);

    private static bool IsTrue(object? value) => value switch
    {
        null => false,
        Scalar number => number.ToBoolean(),
        T tensor => tensor.ToScalar().ToBoolean(),
        _ => throw new PythonUnsupportedException($"the truth of a {PythonType.Name(value)}"),
    };
}
