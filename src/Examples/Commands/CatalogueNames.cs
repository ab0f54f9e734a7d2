using System.CommandLine.Parsing;

namespace TwinGrad.Examples;

/// <summary>Entries of the catalogue as a command line names them: by their own name or by their operator's, in any case.</summary>
/// <remarks>Not AcceptOnlyFromAmong: the help would list more than a thousand names, and so would the error.</remarks>
internal static class CatalogueNames
{
    private const int Suggested = 5;

    /// <summary>Refuses a name that none of the entries has, with such as are like it.</summary>
    /// <param name="names">What was written.</param>
    /// <param name="entries">What the command takes.</param>
    /// <param name="otherwise">What to say of an entry of the catalogue that is not among these.</param>
    internal static void Validate(SymbolResult names, IEnumerable<CatalogueEntry> entries, string otherwise = "")
    {
        var (known, all) = (Names(entries), Names(Catalogue.Entries.Values));
        foreach (var name in names.Tokens.Select(token => token.Value).Where(name => !known.Contains(name)))
        {
            var like = known.Where(other => other.Contains(name, StringComparison.OrdinalIgnoreCase)).OrderBy(other => other.Length).Take(Suggested).ToList();
            names.AddError(all.Contains(name)
                ? $"'{name}' {otherwise}"
                : $"the catalogue has no '{name}'{(like.Count == 0 ? "" : $"; it has {string.Join(", ", like)}")}");
        }
    }

    /// <summary>The entries that are named; all where none is.</summary>
    internal static List<CatalogueEntry> Select(IEnumerable<CatalogueEntry> entries, string[] names)
    {
        var asked = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. entries.Where(entry => names.Length == 0 || asked.Contains(entry.Name) || asked.Contains(entry.Operator))];
    }

    private static HashSet<string> Names(IEnumerable<CatalogueEntry> entries)
        => entries.SelectMany(entry => new[] { entry.Operator, entry.Name }).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
