using System.Globalization;

namespace TwinGrad.Examples;

/// <summary>How Python prints what a cell ends with.</summary>
internal static class PythonText
{
    /// <summary>A number as Python writes it, a tensor by its repr; nothing for None.</summary>
    internal static string? Of(object? value) => value switch
    {
        null => null,
        double number => PythonFloat.Repr(number),
        int number => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
