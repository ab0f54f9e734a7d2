using System.Reflection;
using System.Runtime.CompilerServices;

namespace TwinGrad.Fuzz.Surface;

/// <summary>Every public member of the wrapper, of what it shares with the reference engine, and of what trains on either, closed over the
/// wrapper's tensor.</summary>
/// <remarks>What is added to the library is found here by itself.</remarks>
internal static class PublicSurface
{
    private const BindingFlags Declared
        = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Types of element for the members that have one to choose; tensors have no <see cref="char"/>s.</summary>
    private static readonly Type[] ElementTypes =
    [
        typeof(float), typeof(double), typeof(long), typeof(int), typeof(byte), typeof(bool), typeof(Half), typeof(char),
    ];

    private static readonly Assembly[] Assemblies = [typeof(ITensor<>).Assembly, typeof(Tensor).Assembly, typeof(Module<>).Assembly];

    /// <summary>What parameters stand for that nothing constrains, by their names: samples and batches as training has them.</summary>
    private static readonly Dictionary<string, Type> Free = new()
    {
        ["TSample"] = typeof((Tensor, Tensor)),
        ["TBatch"] = typeof(Batch<Tensor>),
    };

    /// <summary>What is not called, and why.</summary>
    internal static IReadOnlyDictionary<Type, string> LeftOut { get; } = new Dictionary<Type, string>
    {
        [typeof(TensorText)] = "what an engine hands to the formatter; a tensor's ToString makes it",
        [typeof(TensorFormatter)] = "takes what an engine hands to it; a tensor's ToString calls it",
        [typeof(FunctionCall<>)] = "what an engine is handed by a custom function, which calls it",
        [typeof(FunctionContext<>)] = "what a custom function is handed; callbacks use it",
        [typeof(Datasets)] = "reads a whole data set with each call",
        [typeof(Trainer<>)] = "trains as many epochs as it is told, which may be all that an int counts",
    };

    /// <summary>The members, in a fixed order.</summary>
    internal static IReadOnlyList<Member> Members { get; } =
    [
        .. Types().SelectMany(Declarations).Concat(OfOtherInterfaces()).SelectMany(Closed).SelectMany(Compiled)
            .OrderBy(member => member.Name, StringComparer.Ordinal),
    ];

    private static IEnumerable<Type> Types()
        => from assembly in Assemblies
           from type in assembly.GetExportedTypes()
           where !type.IsInterface && !type.IsEnum && !type.Name.Contains('<') && !LeftOut.ContainsKey(type)
           where !type.IsAssignableTo(typeof(Exception)) && !type.IsAssignableTo(typeof(Delegate))
           from closed in type.IsGenericTypeDefinition ? Closings(type) : [type]
           select closed;

    /// <summary>A generic type over each combination of what fits its parameters.</summary>
    private static IEnumerable<Type> Closings(Type type)
        => type.GetGenericArguments()
            .Aggregate(
                (IEnumerable<Type[]>)[[]],
                (before, parameter) => from arguments in before
                                       from argument in Fitting(parameter).DefaultIfEmpty(typeof(int))
                                       select (Type[])[.. arguments, argument])
            .Select(type.MakeGenericType);

    private static IEnumerable<MethodBase> Declarations(Type type)
        => from member in type.GetMembers(Declared).OfType<MethodBase>()
           where !member.Name.Contains('<') && !IsInit(member)
           where !type.IsAbstract || member is not ConstructorInfo
           select member;

    /// <summary>What a tensor can do as one of .NET's own things, as to be formatted.</summary>
    private static IEnumerable<MethodBase> OfOtherInterfaces()
        => from type in typeof(Tensor).GetInterfaces()
           where type.Namespace != typeof(Tensor).Namespace
           from method in type.GetMethods()
           where !method.IsStatic
           select method;

    private static bool IsInit(MethodBase member)
        => member is MethodInfo method && method.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static IEnumerable<MethodBase> Closed(MethodBase member)
    {
        if (!member.IsGenericMethodDefinition)
            return [member];
        var method = (MethodInfo)member;
        var fitting = member.GetGenericArguments().Select(parameter => Fitting(parameter).FirstOrDefault()).ToArray();
        return fitting.Contains(null)
            ? ElementTypes.Select(element => method.MakeGenericMethod([.. fitting.Select(type => type ?? element)]))
            : [method.MakeGenericMethod(fitting!)];
    }

    /// <summary>What a generic parameter's constraint asks for: the tensor, or what is made from a base class; nothing for an element.</summary>
    private static IEnumerable<Type> Fitting(Type parameter)
    {
        if (Free.TryGetValue(parameter.Name, out var free))
            return [free];
        var constraints = parameter.GetGenericParameterConstraints();
        return constraints.Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ITensor<>))
            ? [typeof(Tensor)]
            : from assembly in Assemblies
              from type in assembly.GetExportedTypes()
              where type is { IsAbstract: false, IsValueType: false } && constraints.Any(type.IsSubclassOf)
              select type;
    }

    private static IEnumerable<Member> Compiled(MethodBase method)
    {
        if (method.DeclaringType is not { IsByRefLike: true } scope || method is not MethodInfo { IsStatic: false })
            return [MemberCompiler.Compile(method, NameOf(method))];
        // Every use of a scope ends it.
        return method.Name == "Dispose"
            ? []
            : Types().SelectMany(Declarations)
                .Where(maker => maker is MethodInfo { IsStatic: true } && MemberCompiler.Result(maker) == scope)
                .Select(maker => MemberCompiler.Compile(method, $"{NameOf(maker)}.{method.Name}", maker));
    }

    private static string NameOf(MethodBase method)
    {
        var ofTypes = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeName.Of))}>" : "";
        var parameters = string.Join(", ", method.GetParameters().Select(parameter => TypeName.Of(parameter.ParameterType)));
        return method is ConstructorInfo
            ? $"new {TypeName.Of(method.DeclaringType!)}({parameters})"
            : $"{TypeName.Of(method.DeclaringType!)}.{method.Name}{ofTypes}({parameters})";
    }
}
