namespace TwinGrad.Conformance.Python;

public sealed partial class PythonEvaluator<T>
{
    // What the function that runs has returned; statements behind it are passed over until the function has ended.
    private ReturnedValue? _returned;

    private object? Execute(IReadOnlyList<PythonStatement> statements)
    {
        object? last = null;
        foreach (var statement in statements.TakeWhile(_ => _returned is null))
            last = Execute(statement);
        return last;
    }

    private object? Execute(PythonStatement statement)
    {
        switch (statement)
        {
            case ExpressionStatement(var expression):
                var value = Evaluate(expression);
                return value is PythonScope ? throw new PythonUnsupportedException("a mode without with") : value;
            case AssignStatement(var target, var assigned):
                Assign(target, Evaluate(assigned));
                break;
            case AugmentedAssignStatement(var target, var op, var operand):
                Assign(target, PythonOperators<T>.InPlace(op, Evaluate(target), Evaluate(operand)));
                break;
            case DeleteStatement(var name):
                _variables.Remove(name);
                break;
            case ImportStatement(var module):
                this[module] = new PythonGlobal(module);
                break;
            case DefStatement(var name, var parameters, var body):
                return this[name] = Function(parameters, () => Run(body));
            case ReturnStatement(var expression):
                _returned = new(Evaluate(expression));
                break;
            case IfStatement(var condition, var then, var otherwise):
                Execute(PythonBuiltins<T>.IsTrue(Evaluate(condition)) ? then : otherwise);
                break;
            case WithStatement(var contexts, var body):
                With(contexts, body);
                break;
            case ForStatement(var target, var items, var body):
                foreach (var item in PythonSequences.Items(Evaluate(items)).TakeWhile(_ => _returned is null))
                {
                    Assign(target, item);
                    Execute(body);
                }
                break;
        }
        return null;
    }

    /// <summary>The first context is the outermost.</summary>
    private void With(IEnumerable<PythonExpression> contexts, IReadOnlyList<PythonStatement> body)
    {
        if (!contexts.Any())
        {
            Execute(body);
            return;
        }
        var scope = Evaluate(contexts.First()) as PythonScope ?? throw new PythonUnsupportedException("with, but for the library's modes");
        scope(() => With(contexts.Skip(1), body));
    }

    /// <summary>What a function's body returns: None where it ends without saying so.</summary>
    private object? Run(IReadOnlyList<PythonStatement> body)
    {
        Execute(body);
        var value = _returned?.Value;
        _returned = null;
        return value;
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
            case SubscriptExpression(var indexed, var index):
                PythonIndexing<T>.Set(Evaluate(indexed), Evaluate(index), value);
                break;
            case AttributeExpression(var owner, var name):
                PythonObject.Set(Evaluate(owner) ?? throw NoAttribute(null, name), name, value);
                break;
            default:
                throw new PythonUnsupportedException($"assignment to {target.GetType().Name}");
        }
    }

    private sealed record ReturnedValue(object? Value);
}
