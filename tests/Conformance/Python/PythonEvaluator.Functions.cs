namespace TwinGrad.Conformance.Python;

public sealed partial class PythonEvaluator<T>
{
    /// <summary>Calls a function: the name of one, a lambda, or a <c>def</c>.</summary>
    /// <inheritdoc cref="Evaluate(string)" path="/exception"/>
    public object? Call(string function, PythonArguments arguments)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Call(Execute(function), arguments);
    }

    /// <summary>A function written in Python: its parameters are variables as long as it runs.</summary>
    private PythonFunction Function(IReadOnlyList<PythonParameter> parameters, Func<object?> body)
        => arguments => WithOwnVariables(() =>
        {
            Bind(parameters, arguments);
            return body();
        });

    private void Bind(IReadOnlyList<PythonParameter> parameters, PythonArguments arguments)
    {
        var positional = new Queue<object?>(arguments.Positional);
        var keywords = new Dictionary<string, object?>(arguments.Keywords);
        foreach (var parameter in parameters)
            _variables[parameter.Name] = Argument(parameter, positional, keywords);
        if (positional.Count > 0 || keywords.Count > 0)
            throw Miscalled(parameters, arguments);

        object? Argument(PythonParameter parameter, Queue<object?> positional, Dictionary<string, object?> keywords)
        {
            switch (parameter)
            {
                case { Stars: 1 }:
                    var rest = new PythonTuple([.. positional]);
                    positional.Clear();
                    return rest;
                case { Stars: 2 }:
                    var options = new PythonDictionary(keywords.ToDictionary(option => (object)option.Key, option => option.Value));
                    keywords.Clear();
                    return options;
                case var _ when positional.TryDequeue(out var next):
                    return next;
                case var _ when keywords.Remove(parameter.Name, out var named):
                    return named;
                default:
                    return Evaluate(parameter.Default ?? throw Miscalled(parameters, arguments));
            }
        }
    }

    private static PythonEvaluationException Miscalled(IReadOnlyList<PythonParameter> parameters, PythonArguments arguments)
        => new($"a function of ({string.Join(", ", parameters.Select(parameter => parameter.Name))}) is called with ({arguments})");

    /// <summary>Evaluates what sees the variables, but whose own are gone afterwards.</summary>
    private TResult WithOwnVariables<TResult>(Func<TResult> evaluate)
    {
        var before = new Dictionary<string, object?>(_variables);
        try
        {
            return evaluate();
        }
        finally
        {
            _variables.Clear();
            foreach (var (name, value) in before)
                _variables[name] = value;
        }
    }
}
