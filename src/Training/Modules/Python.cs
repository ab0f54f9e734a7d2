using System.Globalization;

namespace TwinGrad;

/// <summary>Python's text of what stands in the text of a module.</summary>
internal static class Python
{
    internal static string Text(bool value) => value ? "True" : "False";

    internal static string Text(double? value) => value is { } number ? PythonFloat.Repr(number) : "None";

    internal static string Text(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "None";

    /// <summary>A number for all dimensions as it is, several as a tuple.</summary>
    internal static string Text<TNumber>(PerDim<TNumber> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        return numbers.Count == 1 ? Item(numbers[0]) : Tuple(numbers);
    }

    /// <summary>Numbers as a tuple, which with one has a comma.</summary>
    internal static string Tuple<TNumber>(IReadOnlyList<TNumber> numbers)
        => numbers.Count == 1 ? $"({Item(numbers[0])},)" : $"({string.Join(", ", numbers.Select(Item))})";

    private static string Item<TNumber>(TNumber number) => number?.ToString() ?? "None";
}
