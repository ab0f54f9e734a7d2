namespace TwinGrad;

/// <summary>The entries that random programs are made of, and why the others are left out.</summary>
internal sealed class FuzzCatalogue
{
    private const string Narrow = "rounds to a type of fewer digits, where the engines differ by design; the parity suite compares it";

    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["To_Float"] = Narrow,
        ["To_Half"] = Narrow,
        ["Where_OfNumbers"] = Narrow,
    };

    internal FuzzCatalogue(IEnumerable<CatalogueEntry> entries)
    {
        var skipped = new List<SkippedEntry>();
        var usable = new List<CatalogueEntry>();
        var refused = new List<CatalogueEntry>();
        foreach (var entry in entries)
        {
            if (ReasonToSkip(entry) is { } reason)
                skipped.Add(new(entry, reason));
            else
                (entry.Op.Fails ? refused : usable).Add(entry);
        }
        (Usable, Refused, Skipped) = (usable, refused, skipped);
    }

    /// <summary>The whole catalogue.</summary>
    internal static FuzzCatalogue All { get; } = new(Catalogue.Entries.Values);

    /// <summary>The entries that compute something.</summary>
    internal IReadOnlyList<CatalogueEntry> Usable { get; }

    /// <summary>The entries that both engines refuse: the last step of a program.</summary>
    internal IReadOnlyList<CatalogueEntry> Refused { get; }

    internal IReadOnlyList<SkippedEntry> Skipped { get; }

    private static string? ReasonToSkip(CatalogueEntry entry)
        => LeftOut.GetValueOrDefault(entry.Name) ?? KnownDivergences.Excluding(entry);
}

/// <summary>An entry that programs do without.</summary>
internal sealed record SkippedEntry(CatalogueEntry Entry, string Reason);
