namespace TwinGrad.Conformance.Python;

// What an expression can come to, beside these: a tensor, a Scalar for Python's numbers and bools, a string, a DType, null for None.

/// <summary>A list or tuple.</summary>
/// <param name="Items">What it holds.</param>
public abstract record PythonSequence(IReadOnlyList<object?> Items);

/// <summary>A list, which can grow.</summary>
public sealed record PythonList : PythonSequence
{
    private readonly List<object?> _items;

    /// <summary>A list of the given items.</summary>
    public PythonList(IEnumerable<object?> items)
        : this([.. items])
    {
    }

    private PythonList(List<object?> items)
        : base(items)
        => _items = items;

    /// <summary><c>list.append(item)</c>.</summary>
    public void Append(object? item) => _items.Add(item);
}

/// <summary>A tuple; what PyTorch returns with <paramref name="Names"/> can be read by name too: <c>x.sort().values</c>.</summary>
public sealed record PythonTuple(IReadOnlyList<object?> Items, IReadOnlyList<string?>? Names = null) : PythonSequence(Items);

/// <summary>A <c>torch.Size</c>.</summary>
public sealed record PythonSize(IReadOnlyList<object?> Items) : PythonSequence(Items);

/// <summary>A dictionary.</summary>
/// <param name="Items">What it holds.</param>
public sealed record PythonDictionary(IReadOnlyDictionary<object, object?> Items);

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
    // The modules whose functions the library offers side by side.
    private static readonly string[] Flat = ["torch.nn.functional.", "torch._C._nn.", "torch._C.", "torch."];

    /// <summary>The name without those modules: <c>linalg.norm</c>, <c>relu</c>; <c>slice</c> of <c>torch.ops.aten.slice.Tensor</c>.</summary>
    public string Function => Path.Split('.') is ["torch", "ops", _, var operation, ..] ? operation
        : Flat.FirstOrDefault(module => Path.StartsWith(module, StringComparison.Ordinal)) is { } module ? Path[module.Length..]
        : Path;

    /// <summary>The name of the method that this is as a function, <c>add</c> of <c>torch.Tensor.add</c>; null where it is none.</summary>
    public string? Method => Path.Split('.') is ["torch", "Tensor", var method] ? method : null;

    /// <summary>The last name: <c>Linear</c> of <c>torch.nn.Linear</c>.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];
}

/// <summary>What can stand behind <c>with</c>: <c>torch.no_grad()</c> and its like.</summary>
/// <param name="body">Does what the block says, between the beginning and the end of the scope.</param>
public delegate void PythonScope(Action body);

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

    /// <summary>The same arguments without the first one: without the object of a method.</summary>
    public PythonArguments WithoutFirst() => this with { Positional = [.. Positional.Skip(1)] };

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
        PythonSize => "Size",
        PythonDictionary => "dict",
        PythonSlice => "slice",
        PythonEllipsis => "ellipsis",
        PythonFunction => "function",
        PythonGlobal global => global.Path,
        DType => "dtype",
        Node => "Node",
        _ => value.GetType().Name.Split('`')[0].ToLowerInvariant(),
    };
}
