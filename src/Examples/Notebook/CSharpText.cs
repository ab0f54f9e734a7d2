using System.Text.RegularExpressions;

namespace TwinGrad.Examples;

/// <summary>The code of a lambda as a reader would write it on its own: without the arrow, the outer braces and their indentation.</summary>
internal static partial class CSharpText
{
    internal static string Of(string lambda)
    {
        var text = Arrow().Replace(lambda, "").Trim();
        if (text.StartsWith('['))
            return string.Join('\n', Parts(text).Select(part => $"Console.WriteLine({part});"));
        if (!text.StartsWith('{'))
            return text;
        var lines = text[1..^1].Split('\n').Where(line => line.Trim().Length > 0).ToArray();
        var indentation = lines.Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line[indentation..].TrimEnd()));
    }

    /// <summary>The elements of a list of what is printed: one a line in the source, or all on one.</summary>
    private static IEnumerable<string> Parts(string list)
        => list.Trim('[', ']')
            .Split(list.Contains('\n', StringComparison.Ordinal) ? ",\n" : ", ")
            .Select(part => part.Trim().TrimEnd(','))
            .Where(part => part.Length > 0);

    [GeneratedRegex(@"^\(\) =>\s*")]
    private static partial Regex Arrow();
}
