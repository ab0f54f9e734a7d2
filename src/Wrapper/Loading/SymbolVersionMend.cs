using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>
/// TorchSharp's Linux library is built by a compiler whose iostream header leaves one mark in every library: a reference to
/// <c>_ZSt21ios_base_library_initv</c>, of the version GLIBCXX_3.4.32. It only says "load a libstdc++ that initialises iostreams itself";
/// nothing calls it and no relocation refers to it, yet it makes every older libstdc++ refuse the library. libtorch, which is loaded
/// first, initialises iostreams the older way, so such a system can run the library once that one version is wished for, not required.
/// </summary>
internal static partial class SymbolVersionMend
{
    /// <summary>The mark, which nothing needs.</summary>
    internal const string Harmless = "_ZSt21ios_base_library_initv";

    /// <summary>
    /// The version that the system's loader misses, and in which of its libraries; null where its text is about something else.
    /// </summary>
    internal static (string Version, string Library)? Missing(string loaderText)
        => MissingVersion().Match(loaderText) is { Success: true } match
            ? (match.Groups["version"].Value, Path.GetFileName(match.Groups["library"].Value))
            : null;

    /// <summary>The mended library; or null and the reason why it can't be mended.</summary>
    internal static byte[]? Mend(byte[] original, string version, out string reason)
    {
        ElfSymbolVersions elf;
        IReadOnlyList<string> symbols;
        bool relocated;
        ElfSymbolVersions.Need? need;
        try
        {
            elf = ElfSymbolVersions.Read(original);
            need = elf.Needs.FirstOrDefault(n => n.Version == version);
            if (need is null)
            {
                reason = $"the file itself does not ask for {version}";
                return null;
            }

            (symbols, relocated) = elf.UsersOf(need);
        }
        catch (InvalidDataException damaged)
        {
            reason = damaged.Message;
            return null;
        }

        if (relocated || symbols.Any(s => s != Harmless))
        {
            reason = $"it uses what came with {version}: {string.Join(", ", symbols.Take(5))}{(symbols.Count > 5 ? ", ..." : "")}";
            return null;
        }

        reason = $"{need.Library} lacks {version}, which only an unused mark in the library asks for ({Harmless})";
        return elf.WithWeak(need);
    }

    [GeneratedRegex(@"(?<library>[^\s:]+): version [`'](?<version>[^']+)' not found")]
    private static partial Regex MissingVersion();
}
