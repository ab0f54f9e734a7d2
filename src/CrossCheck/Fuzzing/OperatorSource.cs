using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>The text of the catalogue's functions, which lies in the assembly.</summary>
internal static partial class OperatorSource
{
    /// <summary>The members of <see cref="Operators{T}"/> and <see cref="Divergences{T}"/> by name: entries, what they call, and constants.</summary>
    private static readonly ILookup<string, SourceMember> Members = Read().ToLookup(member => member.Name);

    /// <summary>An entry's text; null for one that is not in the catalogue.</summary>
    internal static SourceMember? Of(string entry) => Members[entry].FirstOrDefault();

    /// <summary>The members that a text calls, and those that these call, each once.</summary>
    internal static IReadOnlyList<SourceMember> CalledBy(string text)
    {
        var called = new List<SourceMember>();
        Visit(text);
        return called;

        void Visit(string caller)
        {
            foreach (Match name in Name().Matches(caller))
            {
                foreach (var member in Members[name.Value].Where(member => !called.Contains(member)))
                {
                    called.Add(member);
                    Visit(member.Text);
                }
            }
        }
    }

    private static IEnumerable<SourceMember> Read()
    {
        var assembly = typeof(OperatorSource).Assembly;
        foreach (var file in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".cs", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(file)!);
            foreach (var member in MembersOf(reader.ReadToEnd().Split('\n')))
                yield return member;
        }
    }

    private static IEnumerable<SourceMember> MembersOf(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (Head().Match(lines[i]) is not { Success: true } head)
                continue;
            // A member ends where its braces are closed again, with a semicolon unless it has a body in braces.
            var (first, depth, braces) = (i, 0, false);
            while (true)
            {
                depth += lines[i].Count(c => c == '{') - lines[i].Count(c => c == '}');
                braces |= lines[i] == "    {";
                if (depth == 0 && (lines[i].EndsWith(';') || (braces && lines[i] == "    }")))
                    break;
                i++;
            }
            yield return new(head.Groups["name"].Value, string.Join('\n', lines[first..(i + 1)]));
        }
    }

    [GeneratedRegex(@"^    (private|internal) (static|const) .*?\b(?<name>\w+)(<\w+>)?( = |\()")]
    private static partial Regex Head();

    // Whole words that are not members of something else.
    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*")]
    private static partial Regex Name();
}

/// <summary>A member of <see cref="Operators{T}"/> in C#.</summary>
internal sealed partial record SourceMember(string Name, string Text)
{
    /// <summary>The text without what only the catalogue reads.</summary>
    internal string Plain => Attributes().Replace(Text, "");

    /// <summary>What an expression-bodied function gives for arguments of the given names; null for one with a body in braces.</summary>
    internal string? Inlined(IReadOnlyList<string> arguments)
    {
        if (Expression().Match(Plain) is not { Success: true } match)
            return null;
        string[] names = [.. match.Groups["parameters"].Value.Split(',').Select(parameter => parameter.Trim().Split(' ')[^1])];
        // In one pass, as an argument may be called what another parameter is. A name before a colon is that of a parameter of the callee.
        return Word().Replace(match.Groups["expression"].Value, word => Array.IndexOf(names, word.Value) is >= 0 and var place ? arguments[place] : word.Value);
    }

    [GeneratedRegex(@"\[(Shape|Domain)\([^\]]*\] ")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^    private static T \w+\((?<parameters>[^()]*)\)\s*=> (?<expression>.*);$", RegexOptions.Singleline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"(?<![\w.""])[A-Za-z_]\w*(?![\w:])")]
    private static partial Regex Word();
}
