using System.Reflection;

namespace TwinGrad;

/// <summary>Every operator of the contract with what it is to be tried on: what the parity suite, the page of distances and the fuzzer enumerate.</summary>
internal static class Catalogue
{
    private const BindingFlags Entry = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly;

    /// <summary>The entries by name.</summary>
    internal static IReadOnlyDictionary<string, CatalogueEntry> Entries { get; } = typeof(Operators<Tensor>).GetMethods(Entry)
        .Where(method => method.IsDefined(typeof(OpAttribute)))
        .OrderBy(method => method.Name, StringComparer.Ordinal)
        .ToDictionary(method => method.Name, method => CatalogueEntry.Of(
            method, typeof(Operators<Reference.Tensor>).GetMethod(method.Name, Entry)!));
}
