using System.Linq.Expressions;
using System.Reflection;

namespace TwinGrad.Conformance.Python;

/// <summary>The modes that end with a block: <c>torch.no_grad()</c> and what else the library makes a scope for.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonScopes<T>
    where T : class, ITensor<T>
{
    private static readonly Dictionary<string, PythonScope> Known = typeof(TensorFactory<T>)
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.ReturnType.IsByRefLike && method.GetParameters().Length == 0)
        .ToDictionary(method => PythonName.Key(method.Name), Compile);

    /// <summary>The scope that a function of <c>torch</c> starts, or null where it starts none.</summary>
    internal static PythonScope? Find(string name, PythonArguments arguments) => (name, arguments) switch
    {
        ("set_grad_enabled", { Positional: [Scalar enabled] }) => body => Run(enabled.ToBoolean(), body),
        (_, { Positional: [], Keywords.Count: 0 }) => Known.GetValueOrDefault(PythonName.Key(name)),
        _ => null,
    };

    private static void Run(bool gradEnabled, Action body)
    {
        using (new GradMode<T>(gradEnabled))
            body();
    }

    /// <summary>A scope is a ref struct, which only compiled code can hold.</summary>
    private static PythonScope Compile(MethodInfo start)
    {
        var body = Expression.Parameter(typeof(Action));
        var scope = Expression.Variable(start.ReturnType);
        var dispose = start.ReturnType.GetMethod(nameof(IDisposable.Dispose))!;
        var run = Expression.TryFinally(Expression.Invoke(body), Expression.Call(scope, dispose));
        return Expression.Lambda<PythonScope>(
            Expression.Block([scope], Expression.Assign(scope, Expression.Call(start)), run), body).Compile();
    }
}
