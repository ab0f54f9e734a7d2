namespace TwinGrad.Conformance.Python;

/// <summary>The methods of Python's lists, strings and dictionaries, as far as recorded cases use them.</summary>
internal static class PythonSequences
{
    /// <summary>What a loop over the value meets.</summary>
    internal static IEnumerable<object?> Items(object? value) => value switch
    {
        PythonSequence { Items: var items } => items,
        PythonDictionary { Items: var items } => items.Keys.Cast<object?>(),
        _ => throw new PythonUnsupportedException($"a loop over a {PythonType.Name(value)}"),
    };

    /// <summary><c>owner.name(...)</c>.</summary>
    internal static object? Call(object owner, string name, PythonArguments arguments)
    {
        switch (owner, name, arguments.Positional)
        {
            case (PythonList list, "append", [var item]):
                list.Append(item);
                return null;
            case (string separator, "join", [var parts]):
                return string.Join(separator, Items(parts).Select(PythonText.Str));
            case (PythonDictionary { Items: var items }, "keys", []):
                return new PythonTuple([.. items.Keys]);
            case (PythonDictionary { Items: var items }, "values", []):
                return new PythonTuple([.. items.Values]);
            default:
                throw new PythonUnsupportedException($"{name} of a {PythonType.Name(owner)}");
        }
    }

    /// <summary><c>owner[index]</c>.</summary>
    internal static object? Get(object? owner, object? index) => (owner, index) switch
    {
        (PythonSequence { Items: var items }, Scalar { Kind: DTypeCategory.Integer } place) => Item(items, place.ToInt64()),
        (PythonDictionary { Items: var items }, not null) => items.TryGetValue(index, out var value)
            ? value
            : throw new PythonEvaluationException($"there is no key {PythonText.Repr(index)}"),
        _ => throw new PythonUnsupportedException($"{PythonType.Name(owner)}[{PythonType.Name(index)}]"),
    };

    private static object? Item(IReadOnlyList<object?> items, long place)
        => (place < 0 ? place + items.Count : place) is var index && index >= 0 && index < items.Count
            ? items[(int)index]
            : throw new PythonUnsupportedException("an index that a Python list does not have");
}
