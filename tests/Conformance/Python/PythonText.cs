using System.Globalization;

namespace TwinGrad.Conformance.Python;

/// <summary>Python's texts of values.</summary>
internal static class PythonText
{
    /// <summary><c>str(value)</c>.</summary>
    internal static string Str(object? value) => value as string ?? Repr(value);

    /// <summary><c>repr(value)</c>.</summary>
    internal static string Repr(object? value) => value switch
    {
        null => "None",
        string text => $"'{text}'",
        PythonSize size => $"torch.Size([{Join(size.Items)}])",
        PythonList list => $"[{Join(list.Items)}]",
        PythonTuple { Items: [var only] } => $"({Repr(only)},)",
        PythonTuple tuple => $"({Join(tuple.Items)})",
        DType dtype => $"torch.{dtype.Name}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static string Join(IEnumerable<object?> items) => string.Join(", ", items.Select(Repr));
}
