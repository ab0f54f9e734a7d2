using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TwinGrad.Conformance.Python;

/// <summary>One C# method or constructor that Python code can call.</summary>
internal sealed class PythonOverload
{
    private readonly MethodBase _method;
    private readonly ParameterInfo[] _parameters;
    private readonly Lazy<Func<object?, object?[], object?>> _call;

    internal PythonOverload(MethodBase method)
    {
        _method = method;
        _parameters = method.GetParameters();
        _call = new(Compile);
    }

    /// <summary>The first overload that can take the arguments is called; there may be none.</summary>
    internal static bool TryCall(
        IEnumerable<PythonOverload> overloads, object? instance, PythonArguments arguments, out object? result)
    {
        foreach (var overload in overloads)
        {
            if (overload.TryBind(arguments) is { } bound)
            {
                result = PythonConversion.Result(overload._call.Value(instance, bound), (overload._method as MethodInfo)?.ReturnParameter);
                return true;
            }
        }
        result = null;
        return false;
    }

    /// <summary>The method's arguments if it can take Python's, each by its place or its name, else null.</summary>
    private object?[]? TryBind(PythonArguments arguments)
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
    private Func<object?, object?[], object?> Compile()
    {
        var instance = Expression.Parameter(typeof(object));
        var arguments = Expression.Parameter(typeof(object?[]));
        var passed = _parameters.Select(
            (parameter, i) => Argument(parameter.ParameterType, Expression.ArrayIndex(arguments, Expression.Constant(i))));
        Expression call = _method switch
        {
            ConstructorInfo constructor => Expression.New(constructor, passed),
            MethodInfo { IsStatic: true } method => Expression.Call(method, passed),
            var method => Expression.Call(Expression.Convert(instance, method.DeclaringType!), (MethodInfo)method, passed),
        };
        var result = call.Type == typeof(void) ? Expression.Block(call, Expression.Constant(null))
            : call.Type.IsByRefLike ? Scope(call)
            : (Expression)Expression.Convert(call, typeof(object));
        return Expression.Lambda<Func<object?, object?[], object?>>(result, instance, arguments).Compile();
    }

    /// <summary>A mode that ends with a block is a ref struct, which only compiled code can hold: it starts when the block is run.</summary>
    private static Expression<PythonScope> Scope(Expression start)
    {
        var body = Expression.Parameter(typeof(Action));
        var scope = Expression.Variable(start.Type);
        var end = Expression.Call(scope, start.Type.GetMethod(nameof(IDisposable.Dispose))!);
        return Expression.Lambda<PythonScope>(
            Expression.Block([scope], Expression.Assign(scope, start), Expression.TryFinally(Expression.Invoke(body), end)), body);
    }

    private static System.Linq.Expressions.UnaryExpression Argument(Type type, Expression value)
        => type.IsByRefLike
            ? Expression.Convert(Expression.Convert(value, PythonConversion.ItemType(type)!.MakeArrayType()), type)
            : Expression.Convert(value, type);
}
