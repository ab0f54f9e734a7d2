using System.Reflection;

namespace TwinGrad.Conformance.Python;

/// <summary>The library's operators under their Python names. They are found by reflection, so what is added there is found here.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonLibrary<T>
    where T : class, ITensor<T>
{
    // What PyTorch calls otherwise than this library does.
    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["t"] = "transpose",
        ["type"] = "to",
        ["ndim"] = "dim",
        ["autograd.grad"] = "grad",
        ["linalg.vector_norm"] = "norm",
        ["arctan2"] = "atan2",
    };

    private static readonly Dictionary<string, DType> Casts = new()
    {
        ["bool"] = DType.Bool,
        ["bfloat16"] = DType.BFloat16,
        ["byte"] = DType.UInt8,
        ["char"] = DType.Int8,
        ["double"] = DType.Float64,
        ["float"] = DType.Float32,
        ["half"] = DType.Float16,
        ["int"] = DType.Int32,
        ["long"] = DType.Int64,
        ["short"] = DType.Int16,
    };

    private static readonly ILookup<string, PythonOverload> Fluent = Index(Generic(typeof(TensorOps)));

    private static readonly ILookup<string, PythonOverload> Static = Index(Plain(typeof(T)).Concat(Generic(typeof(Composites))));

    private static readonly ILookup<string, PythonOverload> Factory
        = Index(Plain(typeof(TensorFactory<T>)).Where(method => method.Name != nameof(TensorFactory<>.Tensor)));

    /// <summary><c>x.name(...)</c>, with x before the other arguments.</summary>
    /// <exception cref="PythonUnsupportedException">The library has no such operator, or none for such arguments.</exception>
    internal static object? CallMethod(string name, PythonArguments arguments)
    {
        if (arguments is not { Positional: [T x], Keywords.Count: 0 })
            return Call(name, arguments, [Fluent, Static]);
        if (name == "item")
            return x.ToScalar();
        return Casts.TryGetValue(name, out var dtype) ? T.To(x, dtype) : Call(name, arguments, [Fluent, Static]);
    }

    /// <summary><c>torch.name(...)</c>.</summary>
    /// <remarks>The static forms come first: <c>torch.where</c> starts with the condition, <c>x.where</c> with x.</remarks>
    /// <exception cref="PythonUnsupportedException">The library has no such operator, or none for such arguments.</exception>
    internal static object? CallFunction(string name, PythonArguments arguments) => Call(name, arguments, [Static, Factory, Fluent]);

    /// <summary><c>x.name</c>.</summary>
    /// <exception cref="PythonUnsupportedException">The library has no such property.</exception>
    internal static object? Attribute(T x, string name)
        => Property(name) is { } property
            ? PythonConversion.Result(property.GetValue(x), property.GetMethod!)
            : CallMethod(name, PythonArguments.Of(x));

    /// <summary><c>x.name = value</c>.</summary>
    /// <exception cref="PythonUnsupportedException">The library has no such property that can be set to such a value.</exception>
    internal static void SetAttribute(T x, string name, object? value)
    {
        if (Property(name) is { CanWrite: true } property && PythonConversion.TryConvert(value, property.PropertyType, out var converted))
            property.SetValue(x, converted);
        else
            throw new PythonUnsupportedException($"{name} = {PythonType.Name(value)}");
    }

    /// <summary>The dtype that <c>torch.name</c> is, or null.</summary>
    internal static DType? DTypeNamed(string name)
        => DType.All.FirstOrDefault(dtype => dtype.Name == name) ?? Casts.GetValueOrDefault(name);

    private static object? Call(string name, PythonArguments arguments, ILookup<string, PythonOverload>[] sources)
    {
        var key = PythonName.Key(Aliases.GetValueOrDefault(name, name));
        foreach (var overload in sources.SelectMany(source => source[key]))
            if (overload.TryBind(arguments) is { } bound)
                return overload.Call(bound);
        throw new PythonUnsupportedException(sources.Any(source => source.Contains(key)) ? $"{name}({arguments})" : name);
    }

    private static PropertyInfo? Property(string name)
        => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(
            property => property.GetIndexParameters().Length == 0 && PythonName.Key(property.Name) == PythonName.Key(name));

    private static ILookup<string, PythonOverload> Index(IEnumerable<MethodInfo> methods)
        => methods.ToLookup(method => PythonName.Key(BareName(method)), method => new PythonOverload(method));

    /// <summary>An extension property is compiled to a method with <c>get_</c> before its name.</summary>
    private static string BareName(MethodInfo method)
        => method.Name.StartsWith("get_", StringComparison.Ordinal) ? method.Name["get_".Length..] : method.Name;

    private static IEnumerable<MethodInfo> Plain(Type type)
        => type.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => !method.IsGenericMethodDefinition);

    /// <summary>The methods over any tensor class, closed over this engine's.</summary>
    private static IEnumerable<MethodInfo> Generic(Type type)
        => type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.IsGenericMethodDefinition && method.GetGenericArguments().Length == 1)
            .Select(method => method.MakeGenericMethod(typeof(T)));
}
