namespace TwinGrad.Conformance.Python;

/// <summary>Runs the Python that recorded cases are written in on an engine.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// It knows Python's syntax, numbers and lists, and looks every operator up in the library: one that is missing ends the evaluation
/// with <see cref="PythonUnsupportedException"/>.
/// </remarks>
public sealed partial class PythonEvaluator<T>
    where T : class, ITensor<T>
{
    private static readonly Dictionary<string, object?> Globals = new()
    {
        ["torch"] = new PythonGlobal("torch"),
        ["nn"] = new PythonGlobal("torch.nn"),
        ["F"] = new PythonGlobal("torch.nn.functional"),
    };

    private readonly Dictionary<string, object?> _variables = [];

    /// <summary>Sees every tensor that a call returns, and every parameter of a module that it returns, before the code goes on.</summary>
    public Action<T>? Returned { get; set; }

    /// <summary>Whether the code has asked the library for anything, beside what it could compute by Python's own means.</summary>
    public bool UsesLibrary { get; private set; }

    /// <summary>A variable of the Python code.</summary>
    public object? this[string name]
    {
        get => _variables.TryGetValue(name, out var value) ? value
            : Globals.TryGetValue(name, out var known) ? known
            : PythonBuiltins<T>.Find(name) ?? throw new PythonEvaluationException($"name '{name}' is not defined");
        set => _variables[name] = value;
    }

    /// <summary>The names of the variables set so far.</summary>
    public IEnumerable<string> VariableNames => _variables.Keys;

    /// <summary>Whether there is a variable of that name.</summary>
    public bool Has(string name) => _variables.ContainsKey(name);

    /// <summary>What the expression comes to: a tensor, a <see cref="Scalar"/>, a <see cref="PythonSequence"/>, null and so on.</summary>
    /// <exception cref="PythonSyntaxException">It is not Python.</exception>
    /// <exception cref="PythonUnsupportedException">It needs what the library or this evaluator lacks.</exception>
    /// <exception cref="PythonEvaluationException">It means nothing.</exception>
    public object? Evaluate(string expression) => Evaluate(PythonParser.ParseExpression(expression));

    /// <summary>Runs the statements, and returns what the last one comes to if it is an expression or a function.</summary>
    /// <exception cref="PythonSyntaxException">They are not Python.</exception>
    /// <exception cref="PythonUnsupportedException">They need what the library or this evaluator lacks.</exception>
    /// <exception cref="PythonEvaluationException">They mean nothing.</exception>
    public object? Execute(string statements)
    {
        var last = Execute(PythonParser.ParseStatements(statements));
        return _returned is null ? last : throw new PythonEvaluationException("'return' outside function");
    }

    private object? Evaluate(PythonExpression expression) => expression switch
    {
        ConstantExpression(var value) => value,
        NameExpression(var name) => this[name],
        TupleExpression(var items) => new PythonTuple(Evaluate(items)),
        ListExpression(var items) => new PythonList(Evaluate(items)),
        DictionaryExpression(var items) => new PythonDictionary(items.ToDictionary(
            item => Evaluate(item.Key) ?? throw new PythonUnsupportedException("None as a key"), item => Evaluate(item.Value))),
        LambdaExpression(var parameters, var body) => Function(parameters, () => Evaluate(body)),
        ComprehensionExpression comprehension => Evaluate(comprehension),
        UnaryExpression(var op, var operand) => PythonOperators<T>.Unary(op, Evaluate(operand)),
        BinaryExpression(var op, var left, var right) => PythonOperators<T>.Binary(op, Evaluate(left), Evaluate(right)),
        ConditionalExpression(var condition, var then, var otherwise) => Evaluate(PythonBuiltins<T>.IsTrue(Evaluate(condition)) ? then : otherwise),
        SliceExpression(var start, var stop, var step) => new PythonSlice(Bound(start), Bound(stop), Bound(step)),
        SubscriptExpression(var target, var index) => PythonIndexing<T>.Get(Evaluate(target), Evaluate(index)),
        AttributeExpression(var target, var name) => Attribute(Evaluate(target), name),
        CallExpression call => Call(call),
        _ => throw new PythonUnsupportedException(expression.GetType().Name),
    };

    private object?[] Evaluate(IReadOnlyList<PythonExpression> expressions)
        => [.. expressions.SelectMany(expression => expression is StarredExpression(var items)
            ? PythonSequences.Items(Evaluate(items))
            : [Evaluate(expression)])];

    /// <summary><c>[item for target in items if condition]</c>; its targets are its own.</summary>
    private PythonList Evaluate(ComprehensionExpression comprehension) => WithOwnVariables(() =>
    {
        var list = new PythonList([]);
        foreach (var item in PythonSequences.Items(Evaluate(comprehension.Items)))
        {
            Assign(comprehension.Target, item);
            if (comprehension.Condition is null || PythonBuiltins<T>.IsTrue(Evaluate(comprehension.Condition)))
                list.Append(Evaluate(comprehension.Item));
        }
        return list;
    });

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
        var arguments = new PythonArguments(Evaluate(call.Arguments), Keywords(call));
        var result = (owner, call.Function) switch
        {
            (T x, AttributeExpression { Name: var name }) => CallMethod(x, name, arguments),
            (PythonGlobal, AttributeExpression { Name: var name }) => Call(Attribute(owner, name), arguments),
            (string or PythonSequence or PythonDictionary, AttributeExpression { Name: var name })
                => PythonSequences.Call(owner, name, arguments),
            (not null, AttributeExpression { Name: var name }) => PythonObject.Call(owner, name, arguments),
            (null, AttributeExpression { Name: var name }) => throw NoAttribute(owner, name),
            (_, var function) => Call(Evaluate(function), arguments),
        };
        foreach (var tensor in result is Module<T> module ? module.Parameters() : result is T returned ? [returned] : [])
            Returned?.Invoke(tensor);
        return result;
    }

    private Dictionary<string, object?> Keywords(CallExpression call)
    {
        var keywords = call.Keywords.ToDictionary(keyword => keyword.Key, keyword => Evaluate(keyword.Value));
        foreach (var mapping in call.Mappings)
        {
            var items = Evaluate(mapping) as PythonDictionary ?? throw new PythonUnsupportedException("** before other than a dictionary");
            foreach (var (name, value) in items.Items)
                keywords.Add((string)name, value);
        }
        return keywords;
    }

    private object? Call(object? function, PythonArguments arguments)
    {
        if (function is PythonFunction known)
            return known(arguments);
        UsesLibrary = true;
        return function switch
        {
            PythonGlobal global => PythonTorch<T>.Call(global, arguments),
            null or Scalar or string or PythonSequence => throw new PythonUnsupportedException($"a call of {PythonType.Name(function)}"),
            _ => PythonObject.Call(function, arguments),
        };
    }

    private object? CallMethod(T x, string name, PythonArguments arguments)
    {
        UsesLibrary = true;
        return name switch
        {
            "tolist" => PythonTorch<T>.ToList(x),
            "backward" => PythonAutograd<T>.Backward(x, arguments),
            _ => PythonLibrary<T>.CallMethod(name, arguments.Behind(x)),
        };
    }

    private static object? Attribute(object? owner, string name) => owner switch
    {
        T x => PythonLibrary<T>.Attribute(x, name),
        Sgd<T> optimizer when name == "param_groups" => PythonParameterGroup<T>.Of(optimizer),
        PythonGlobal { Path: "torch" } when PythonLibrary<T>.DTypeNamed(name) is { } dtype => dtype,
        PythonGlobal global => new PythonGlobal($"{global.Path}.{name}"),
        PythonTuple { Names: { } names } tuple when names.Any(known => Matches(known, name))
            => tuple.Items[names.ToList().FindIndex(known => Matches(known, name))],
        null or Scalar or string or PythonSequence or PythonDictionary => throw NoAttribute(owner, name),
        _ when PythonObject.TryGet(owner, name, out var value) => value,
        _ => throw NoAttribute(owner, name),
    };

    private static PythonMismatchException NoAttribute(object? owner, string name) => new($"{name} of a {PythonType.Name(owner)}");

    private static bool Matches(string? known, string name) => known is not null && PythonName.Key(known) == PythonName.Key(name);
}
