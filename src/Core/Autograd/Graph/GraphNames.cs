using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>Names that callers give to the tensors of a graph.</summary>
internal static partial class GraphNames
{
    private const int Longest = 60;

    /// <summary>An expression that names a variable or a member, or null for one that computes something.</summary>
    internal static string? VariableOf(string? expression) => expression is not null && Variable().IsMatch(expression) ? expression : null;

    /// <summary>
    /// The name on one line: what is no character that a picture could hold is replaced, and what is too long is cut. Null for a name of
    /// which nothing would be seen.
    /// </summary>
    internal static string? Shown(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.EnumerateRunes().All(IsBlank))
            return null;
        var text = new StringBuilder();
        foreach (var rune in name.EnumerateRunes().Take(Longest))
            text.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? Rune.ReplacementChar : rune);
        return name.EnumerateRunes().Count() > Longest ? text.Append('…').ToString() : text.ToString();
    }

    private static bool IsBlank(Rune rune)
        => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    [GeneratedRegex(@"^[@\w]+(\.\w+)*$")]
    private static partial Regex Variable();
}
