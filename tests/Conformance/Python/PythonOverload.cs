using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TwinGrad.Conformance.Python;

/// <summary>One C# method that Python code can call.</summary>
internal sealed class PythonOverload
{
    private readonly MethodInfo _method;
    private readonly ParameterInfo[] _parameters;
    private readonly Lazy<Func<object?[], object?>> _call;

    internal PythonOverload(MethodInfo method)
    {
        _method = method;
        _parameters = method.GetParameters();
        _call = new(Compile);
    }

    internal object? Call(object?[] arguments) => PythonConversion.Result(_call.Value(arguments), _method);

    /// <summary>The method's arguments if it can take Python's, each by its place or its name, else null.</summary>
    internal object?[]? TryBind(PythonArguments arguments)
    {
        var bound = new object?[_parameters.Length];
        var (taken, named) = (0, 0);
        for (var i = 0; i < _parameters.Length; i++)
        {
            var parameter = _parameters[i];
            var keyword = arguments.Keywords.Keys.FirstOrDefault(name => PythonName.IsParameter(name, parameter.Name!));
            if (keyword is not null)
            {
                named++;
                if (!PythonConversion.TryConvert(arguments.Keywords[keyword], parameter.ParameterType, out bound[i]))
                    return null;
            }
            else if (IntegersAt(taken, arguments.Positional) is { Count: > 0 } lengths && TakesAll(parameter, lengths.Count)
                && PythonConversion.TryConvert(new PythonTuple(lengths), parameter.ParameterType, out bound[i]))
            {
                taken += lengths.Count;
            }
            else if (taken < arguments.Positional.Count)
            {
                if (!PythonConversion.TryConvert(arguments.Positional[taken++], parameter.ParameterType, out bound[i]))
                    return null;
            }
            else if (parameter.HasDefaultValue)
                bound[i] = parameter.DefaultValue;
            else if (parameter.IsDefined(typeof(ParamCollectionAttribute)))
                bound[i] = Array.CreateInstance(PythonConversion.ItemType(parameter.ParameterType)!, 0);
            else
                return null;
        }
        return taken == arguments.Positional.Count && named == arguments.Keywords.Count ? bound : null;
    }

    /// <summary>The integers from an argument on: <c>zeros(2, 3)</c> lists lengths without brackets.</summary>
    private static List<object?> IntegersAt(int first, IReadOnlyList<object?> positional)
        => [.. positional.Skip(first).TakeWhile(argument => argument is Scalar { Kind: DTypeCategory.Integer })];

    private static bool TakesAll(ParameterInfo parameter, int count)
        => PythonConversion.ItemType(parameter.ParameterType) is not null
            && (parameter.IsDefined(typeof(ParamCollectionAttribute)) || parameter.Name == "shape" || count == 1);

    /// <summary>Invoke can't pass a span, as it boxes what it passes; compiled code can.</summary>
    private Func<object?[], object?> Compile()
    {
        var arguments = Expression.Parameter(typeof(object?[]));
        var call = Expression.Call(_method, _parameters.Select(
            (parameter, i) => Argument(parameter.ParameterType, Expression.ArrayIndex(arguments, Expression.Constant(i)))));
        Expression result = _method.ReturnType == typeof(void)
            ? Expression.Block(call, Expression.Constant(null))
            : Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object?[], object?>>(result, arguments).Compile();
    }

    private static System.Linq.Expressions.UnaryExpression Argument(Type type, Expression value)
        => type.IsByRefLike
            ? Expression.Convert(Expression.Convert(value, PythonConversion.ItemType(type)!.MakeArrayType()), type)
            : Expression.Convert(value, type);
}
