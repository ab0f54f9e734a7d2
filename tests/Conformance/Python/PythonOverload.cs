using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TwinGrad.Conformance.Python;

/// <summary>One C# method or constructor that Python code can call.</summary>
internal sealed class PythonOverload
{
    // What PyTorch takes tensors one by one for, as *tensors, whatever the library does.
    private static readonly string[] Starred = ["BlockDiag", "BroadcastTensors", "CartesianProd", "Einsum", "Meshgrid"];

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
                if (!TryPass(arguments.Keywords[keyword], parameter, out bound[i]))
                    return null;
            }
            else if (Unbracketed(parameter, arguments.Positional.Skip(taken)) is { Count: > 0 } items
                && PythonConversion.TryConvert(new PythonTuple(items), parameter.ParameterType, out bound[i]))
            {
                taken += items.Count;
            }
            else if (taken < arguments.Positional.Count)
            {
                if (!TryPass(arguments.Positional[taken++], parameter, out bound[i]))
                    return null;
            }
            else if (!TryLeaveOut(parameter, out bound[i]))
                return null;
        }
        return taken == arguments.Positional.Count && named == arguments.Keywords.Count ? bound : null;
    }

    /// <summary>The value as the parameter's; Python's None, where the type has no null, is as good as no argument.</summary>
    private static bool TryPass(object? value, ParameterInfo parameter, out object? passed)
    {
        if (PythonConversion.TryConvert(value, parameter.ParameterType, out passed) || (value is null && TryLeaveOut(parameter, out passed)))
            return true;
        // None where a list is expected is a list of nothing: dim=None.
        passed = value is null && parameter.ParameterType.IsByRefLike ? NoItems(parameter) : null;
        return passed is not null;
    }

    private static Array NoItems(ParameterInfo parameter) => Array.CreateInstance(PythonConversion.ItemType(parameter.ParameterType)!, 0);

    /// <summary>What the parameter is without an argument, if it can do without.</summary>
    private static bool TryLeaveOut(ParameterInfo parameter, out object? passed)
    {
        passed = parameter.HasDefaultValue ? parameter.DefaultValue
            : Collects(parameter) ? NoItems(parameter)
            : null;
        return parameter.HasDefaultValue || Collects(parameter);
    }

    /// <summary>The arguments from here on that a list takes without brackets: <c>zeros(2, 3)</c>, <c>block_diag(x, y)</c>.</summary>
    private List<object?> Unbracketed(ParameterInfo parameter, IEnumerable<object?> arguments)
        => PythonConversion.ItemType(parameter.ParameterType) is { } item && (Collects(parameter) || parameter.Name == "shape" || TakesStar)
            ? [.. arguments.TakeWhile(argument => argument is not (null or PythonSequence) && PythonConversion.TryConvert(argument, item, out _))]
            : [];

    private bool TakesStar => Starred.Contains(_method.Name);

    private static bool Collects(ParameterInfo parameter)
        => parameter.IsDefined(typeof(ParamCollectionAttribute)) || parameter.IsDefined(typeof(ParamArrayAttribute));

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
