namespace TwinGrad.Conformance.Python;

// What an expression can come to, beside these: a tensor, a Scalar for Python's numbers and bools, a string, a DType, null for None.

/// <summary>A list or tuple.</summary>
/// <param name="Items">What it holds.</param>
public abstract record PythonSequence(IReadOnlyList<object?> Items);

/// <summary>A list.</summary>
public sealed record PythonList(IReadOnlyList<object?> Items) : PythonSequence(Items);

/// <summary>A tuple; what PyTorch returns with <paramref name="Names"/> can be read by name too: <c>x.sort().values</c>.</summary>
public sealed record PythonTuple(IReadOnlyList<object?> Items, IReadOnlyList<string?>? Names = null) : PythonSequence(Items);

/// <summary><c>start:stop:step</c>.</summary>
public sealed record PythonSlice(long? Start, long? Stop, long? Step);

/// <summary><c>...</c>.</summary>
public sealed class PythonEllipsis
{
    private PythonEllipsis()
    {
    }

    /// <summary>The only one.</summary>
    public static PythonEllipsis Instance { get; } = new();
}

/// <summary>A module, or a function or class of it: <c>torch.linalg</c>, <c>torch.linalg.norm</c>. Which shows when it is called.</summary>
public sealed record PythonGlobal(string Path)
{
    /// <summary>The name without the modules whose functions the library offers side by side: <c>linalg.norm</c>, <c>relu</c>.</summary>
    public string Function => Path["torch.".Length..].Replace("nn.functional.", "", StringComparison.Ordinal);
}

/// <summary><c>torch.no_grad()</c> or <c>torch.enable_grad()</c>.</summary>
public sealed record PythonGradMode(bool Enabled);

/// <summary>A function that C# code gives to the Python code.</summary>
public delegate object? PythonFunction(PythonArguments arguments);

/// <summary>What a function is called with.</summary>
/// <param name="Positional">The arguments without names.</param>
/// <param name="Keywords">The arguments with names.</param>
public sealed record PythonArguments(IReadOnlyList<object?> Positional, IReadOnlyDictionary<string, object?> Keywords)
{
    private static readonly Dictionary<string, object?> NoKeywords = [];

    /// <summary>Arguments without names only.</summary>
    public static PythonArguments Of(params IReadOnlyList<object?> positional) => new(positional, NoKeywords);

    /// <summary>The same arguments behind one more: a method's object.</summary>
    public PythonArguments Behind(object? first) => this with { Positional = [first, .. Positional] };

    /// <summary>The types of the arguments: <c>tensor, int, dim=int</c>.</summary>
    public override string ToString() => string.Join(", ",
        [.. Positional.Select(PythonType.Name), .. Keywords.Select(keyword => $"{keyword.Key}={PythonType.Name(keyword.Value)}")]);
}

/// <summary>Python's names of what values are.</summary>
internal static class PythonType
{
    internal static string Name(object? value) => value switch
    {
        null => "None",
        Scalar { Kind: DTypeCategory.Bool } => "bool",
        Scalar { Kind: DTypeCategory.Integer } => "int",
        Scalar => "float",
        string => "str",
        PythonList => "list",
        PythonTuple => "tuple",
        PythonSlice => "slice",
        PythonEllipsis => "ellipsis",
        PythonFunction => "function",
        PythonGlobal global => global.Path,
        DType => "dtype",
        Node => "Node",
        _ => value.GetType().Name.ToLowerInvariant(),
    };
}
