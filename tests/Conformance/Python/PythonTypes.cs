using System.Reflection;

namespace TwinGrad.Conformance.Python;

/// <summary>
/// The library's types under their Python names: a class is found by its last name (<c>torch.nn.Linear</c> is <c>Linear</c>), a function of
/// a module by both (<c>torch.autograd.grad</c> is <c>Autograd.Grad</c>, <c>torch.cuda.is_available</c> is <c>Torch.Cuda.IsAvailable</c>).
/// </summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonTypes<T>
    where T : class, ITensor<T>
{
    /// <summary>The constructors, by the name of their class.</summary>
    internal static ILookup<string, PythonOverload> Constructors()
        => All().Where(type => !type.IsAbstract && !typeof(Exception).IsAssignableFrom(type))
            .SelectMany(type => type.GetConstructors())
            .ToLookup(constructor => PythonName.Key(BareName(constructor.DeclaringType!)), constructor => new PythonOverload(constructor));

    /// <summary>The functions of static classes, by the names of class and function.</summary>
    internal static ILookup<string, PythonOverload> Functions()
        => All().Where(type => type is { IsAbstract: true, IsSealed: true })
            .SelectMany(Methods)
            .ToLookup(
                method => PythonName.Key($"{BareName(method.DeclaringType!)}.{BareName(method)}"), method => new PythonOverload(method));

    /// <summary>The static methods of a type, those over any tensor class closed over this engine's.</summary>
    internal static IEnumerable<MethodInfo> Methods(Type type)
        => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => !method.IsGenericMethodDefinition || TakesTensor(method.GetGenericArguments()))
            .Select(method => method.IsGenericMethodDefinition ? method.MakeGenericMethod(typeof(T)) : method);

    /// <summary>An extension property is compiled to a method with <c>get_</c> before its name.</summary>
    internal static string BareName(MethodInfo method)
        => method.Name.StartsWith("get_", StringComparison.Ordinal) ? method.Name["get_".Length..] : method.Name;

    private static string BareName(Type type) => type.Name.Split('`')[0];

    private static IEnumerable<Type> All()
        => new[] { typeof(ITensor<>).Assembly, typeof(Optim).Assembly, typeof(T).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsInterface && !type.IsEnum && !typeof(Delegate).IsAssignableFrom(type) && !type.IsByRefLike)
            .Where(type => !type.IsGenericTypeDefinition || TakesTensor(type.GetGenericArguments()))
            .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(T)) : type);

    /// <summary>Whether the one type parameter stands for a tensor class.</summary>
    private static bool TakesTensor(Type[] parameters)
        => parameters is [var parameter] && parameter.GetGenericParameterConstraints().Any(
            constraint => constraint.IsGenericType && constraint.GetGenericTypeDefinition() == typeof(ITensor<>));
}
