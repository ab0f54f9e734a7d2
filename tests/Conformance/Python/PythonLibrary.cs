using System.Reflection;

namespace TwinGrad.Conformance.Python;

/// <summary>The library's operators under their Python names. They are found by reflection, so what is added there is found here.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
internal static class PythonLibrary<T>
    where T : class, ITensor<T>
{
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

    // The engine's own Torch has what only it can: settings, as properties that are set by set_...
    private static readonly ILookup<string, PythonOverload> Factory
        = Index(typeof(T).Assembly.GetExportedTypes().Where(type => type.BaseType == typeof(TensorFactory<T>)).Append(typeof(TensorFactory<T>))
            .SelectMany(Plain).Where(method => method.Name != nameof(TensorFactory<>.Tensor)));

    private static readonly ILookup<string, PythonOverload> Modules = PythonTypes<T>.Functions();

    private static readonly ILookup<string, PythonOverload> Classes = PythonTypes<T>.Constructors();

    /// <summary><c>x.name(...)</c>, with x before the other arguments.</summary>
    /// <exception cref="PythonUnsupportedException">The library has no such operator, or none for such arguments.</exception>
    internal static object? CallMethod(string name, PythonArguments arguments)
    {
        if (arguments is { Positional: [T x], Keywords.Count: 0 })
        {
            if (name == "item")
                return PythonNumbers.Held(x.ToScalar(), x.DType);
            if (Casts.TryGetValue(name, out var dtype))
                return T.To(x, dtype);
        }
        if (TryCall(name, arguments, [Fluent, Static], out var result))
            return result;
        // Some of PyTorch's methods without arguments are properties here: is_inference().
        return arguments is { Positional: [{ } owner], Keywords.Count: 0 } && PythonObject.TryGet(owner, name, out var value)
            ? value
            : PythonObject.Call(arguments.Positional[0]!, name, arguments.WithoutFirst());
    }

    /// <summary><c>torch.name(...)</c>.</summary>
    /// <remarks>The static forms come first: <c>torch.where</c> starts with the condition, <c>x.where</c> with x.</remarks>
    /// <exception cref="PythonUnsupportedException">The library has no such operator, or none for such arguments.</exception>
    internal static object? CallFunction(string name, PythonArguments arguments)
        => Call(name, arguments, [Static, Factory, Fluent, Modules]);

    /// <summary><c>torch.nn.Name(...)</c>: a new object of the library's class of that name, if it has one.</summary>
    internal static bool TryCreate(string name, PythonArguments arguments, out object? created)
        => PythonOverload.TryCall(Classes[PythonName.Key(name)], null, arguments, out created);

    /// <summary><c>x.name</c>.</summary>
    /// <exception cref="PythonUnsupportedException">The library has no such property.</exception>
    internal static object? Attribute(T x, string name)
        => PythonObject.TryGet(x, name, out var value) || TryCall(name, PythonArguments.Of(x), [Fluent, Static], out value)
            ? value
            : throw new PythonMismatchException(name);

    /// <summary>The dtype that <c>torch.name</c> is, or null.</summary>
    internal static DType? DTypeNamed(string name)
        => DType.All.FirstOrDefault(dtype => dtype.Name == name) ?? Casts.GetValueOrDefault(name);

    private static object? Call(string name, PythonArguments arguments, ILookup<string, PythonOverload>[] sources)
        => TryCall(name, arguments, sources, out var result)
            ? result
            : throw new PythonUnsupportedException(name);

    /// <summary>False where there is no such operator; where there is one, but for other arguments, that is what is told.</summary>
    private static bool TryCall(string name, PythonArguments arguments, ILookup<string, PythonOverload>[] sources, out object? result)
    {
        var overloads = PythonAliases.Names(name)
            .Select(known => sources.SelectMany(source => source[PythonName.Key(known)]).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? [];
        if (PythonOverload.TryCall(overloads, null, arguments, out result))
            return true;
        return overloads.Count == 0 ? false : throw new PythonMismatchException($"{name}({arguments})");
    }

    private static ILookup<string, PythonOverload> Index(IEnumerable<MethodInfo> methods)
        => methods.ToLookup(method => PythonName.Key(PythonTypes<T>.BareName(method)), method => new PythonOverload(method));

    private static IEnumerable<MethodInfo> Plain(Type type) => PythonTypes<T>.Methods(type).Where(method => !method.IsGenericMethod);

    /// <summary>The methods over any tensor class, closed over this engine's.</summary>
    private static IEnumerable<MethodInfo> Generic(Type type) => PythonTypes<T>.Methods(type).Where(method => method.IsGenericMethod);
}
