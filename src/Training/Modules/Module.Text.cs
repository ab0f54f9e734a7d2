namespace TwinGrad;

public abstract partial class Module<T>
{
    /// <summary>What stands between the parentheses of the module's text, before the modules inside: PyTorch's <c>extra_repr()</c>.</summary>
    protected virtual string ExtraRepr => "";

    /// <summary>PyTorch's name of the class, without the mark of a generic type.</summary>
    private protected string Name => GetType().Name.Split('`')[0];

    /// <summary>PyTorch's text of the module, the modules inside a line each: <c>Linear(in_features=2, out_features=3, bias=True)</c>.</summary>
    public override string ToString()
    {
        string[] extra = ExtraRepr is { Length: > 0 } text ? text.Split('\n') : [];
        if (_modules.Count == 0 && extra.Length < 2)
            return $"{Name}({string.Concat(extra)})";
        // A line inside is as far in as it is deep.
        var lines = extra.Concat(_modules.Select(child => $"({child.Key}): {child.Value.ToString().Replace("\n", "\n  ", StringComparison.Ordinal)}"));
        return $"{Name}(\n  {string.Join("\n  ", lines)}\n)";
    }
}
