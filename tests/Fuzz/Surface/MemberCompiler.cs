using System.Linq.Expressions;
using System.Reflection;

namespace TwinGrad.Fuzz.Surface;

/// <summary>
/// Makes a delegate over plain objects of a method or constructor. Reflection's own Invoke takes no spans and returns no ref structs;
/// a compiled expression does.
/// </summary>
internal static class MemberCompiler
{
    private static readonly Type[] Spans = [typeof(ReadOnlySpan<>), typeof(Span<>)];

    /// <summary>The member; a method of a ref struct is called on a fresh one, which <paramref name="maker"/> makes.</summary>
    internal static Member Compile(MethodBase method, string name, MethodBase? maker = null)
    {
        var scope = maker ?? (Result(method).IsByRefLike && !IsSpan(Result(method)) ? method : null);
        List<Parameter> parameters = [];
        if (maker is not null)
            parameters.AddRange(Supplied(maker));
        else if (method is MethodInfo { IsStatic: false })
            parameters.Add(new("this", method.DeclaringType!.IsInterface ? typeof(Tensor) : method.DeclaringType, IsReceiver: true));
        parameters.AddRange(Supplied(method));
        var result = Result(method).IsByRefLike ? typeof(void) : Result(method);
        return new(name, parameters, result, scope is not null, new(() => Build(method, maker, scope is not null)));
    }

    internal static Type Result(MethodBase method) => method is MethodInfo { ReturnType: var type } ? type : method.DeclaringType!;

    private static bool IsSpan(Type type) => type.IsGenericType && Spans.Contains(type.GetGenericTypeDefinition());

    private static IEnumerable<Parameter> Supplied(MethodBase method)
        => from parameter in method.GetParameters()
           where !parameter.IsOut
           let type = parameter.ParameterType.IsByRef ? parameter.ParameterType.GetElementType()! : parameter.ParameterType
           select IsSpan(type)
               ? new Parameter(parameter.Name!, type.GetGenericArguments()[0].MakeArrayType(), IsSpan: true)
               : new Parameter(parameter.Name!, type);

    private static Func<object?[], Action, object?> Build(MethodBase method, MethodBase? maker, bool isScope)
    {
        var values = Expression.Parameter(typeof(object?[]), "values");
        var inside = Expression.Parameter(typeof(Action), "inside");
        List<ParameterExpression> variables = [];
        var next = 0;

        Expression Take(Type type)
        {
            var value = Expression.ArrayIndex(values, Expression.Constant(next++));
            if (!IsSpan(type))
                return Expression.Convert(value, type);
            var array = type.GetGenericArguments()[0].MakeArrayType();
            return Expression.Call(type.GetMethod("op_Implicit", [array])!, Expression.Convert(value, array));
        }

        Expression Argument(ParameterInfo parameter)
        {
            if (!parameter.ParameterType.IsByRef)
                return Take(parameter.ParameterType);
            var type = parameter.ParameterType.GetElementType()!;
            var variable = Expression.Variable(type);
            variables.Add(variable);
            return parameter.IsOut ? variable : Expression.Assign(variable, Take(type));
        }

        Expression CallOf(MethodBase called, Expression? receiver) => called is ConstructorInfo constructor
            ? Expression.New(constructor, constructor.GetParameters().Select(Argument))
            : Expression.Call(receiver, (MethodInfo)called, called.GetParameters().Select(Argument));

        Expression body;
        if (isScope)
        {
            var scope = Expression.Variable(Result(maker ?? method));
            variables.Add(scope);
            var start = Expression.Assign(scope, CallOf(maker ?? method, receiver: null));
            Expression last = maker is null ? Expression.Constant(null) : AsObject(CallOf(method, scope));
            var end = scope.Type.GetMethod("Dispose", Type.EmptyTypes);
            var content = Expression.Block(Expression.Invoke(inside), last);
            body = Expression.Block(start, end is null ? content : Expression.TryFinally(content, Expression.Call(scope, end)));
        }
        else
        {
            var receiver = method is MethodInfo { IsStatic: false } ? Take(method.DeclaringType!) : null;
            body = AsObject(CallOf(method, receiver));
        }
        return Expression.Lambda<Func<object?[], Action, object?>>(Expression.Block(variables, body), values, inside).Compile();
    }

    private static Expression AsObject(Expression call)
    {
        if (call.Type == typeof(void))
            return Expression.Block(call, Expression.Constant(null));
        if (IsSpan(call.Type))
            return Expression.Call(call, call.Type.GetMethod("ToArray")!);
        return Expression.Convert(call, typeof(object));
    }
}
