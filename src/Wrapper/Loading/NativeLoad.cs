using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace TwinGrad;

/// <summary>Loads the native libraries, one after the other, and remembers what it loaded.</summary>
internal sealed class NativeLoad
{
    // So many missing symbols are named.
    private const int Named = 12;

    private static readonly string NotTogether =
        $"Two versions that don't belong together: this build is for libtorch {BuildChoice.LibTorchVersion} and TorchSharp {BuildChoice.TorchSharpVersion}.";

    private readonly List<string> files = [];
    private readonly List<nint> libTorch = [];

    internal IReadOnlyList<string> Files => files;

    internal string? MendReason { get; private set; }

    /// <summary>What TorchSharp's native half needs and libtorch lacks, as far as it was looked for.</summary>
    internal IReadOnlyList<string> MissingSymbols { get; private set; } = [];

    /// <summary>Loads libtorch's libraries from a folder, in the order in which they need each other.</summary>
    internal void LibTorch(string folder)
    {
        foreach (var name in NativeNames.LibTorch)
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file))
                libTorch.Add(Required(file));
        }
    }

    /// <summary>Looks for every symbol that TorchSharp's native half needs in the libtorch that is loaded.</summary>
    /// <param name="folder">Where TorchSharp's native half is.</param>
    /// <param name="onlyLook">Whether to go on although some are missing.</param>
    /// <exception cref="LibTorchLoadException">Some are missing: they would be looked up at their first call, which then ends the process.</exception>
    internal void RequireSymbols(string folder, bool onlyLook)
    {
        var file = Path.Combine(folder, NativeNames.LibTorchSharp);
        if (!OperatingSystem.IsLinux())
            return;
        MissingSymbols = SymbolsMissing(file, name => libTorch.Exists(library => NativeLibrary.TryGetExport(library, name, out _)));
        if (MissingSymbols.Count > 0 && !onlyLook)
            throw new LibTorchLoadException($"{file} does not fit this libtorch.{Told(MissingSymbols)} {NotTogether}");
    }

    /// <summary>The symbols that a library needs and that cannot be found.</summary>
    internal static IReadOnlyList<string> SymbolsMissing(string file, Func<string, bool> found)
    {
        try
        {
            return [.. ElfSymbolVersions.Read(File.ReadAllBytes(file)).RequiredSymbols().Where(name => name != SymbolVersionMend.Harmless && !found(name))];
        }
        catch (InvalidDataException)
        {
            // No library as this one reads them: the system says what is wrong with it when it is loaded.
            return [];
        }
    }

    private static string Told(IReadOnlyList<string> missing) => missing.Count == 0 ? ""
        : $" {missing.Count} of the symbols that it needs are missing: {string.Join(", ", missing.Take(Named))}{(missing.Count > Named ? ", ..." : "")}.";

    /// <summary>Loads TorchSharp's native half, mended where the system's libstdc++ is too old for the original.</summary>
    internal nint LibTorchSharp(string folder)
    {
        var file = Path.Combine(folder, NativeNames.LibTorchSharp);
        var handle = Try(file, out var failure);
        return handle != 0 ? handle
            : OperatingSystem.IsLinux() && SymbolVersionMend.Missing(failure!.Message) is { } missing
                && missing.Library.StartsWith("libstdc++", StringComparison.Ordinal) ? Mended(file, missing.Version, failure)
            : throw Failed(file, failure!);
    }

    [SupportedOSPlatform("linux")]
    private nint Mended(string file, string version, Exception failure)
    {
        var original = File.ReadAllBytes(file);
        var mended = SymbolVersionMend.Mend(original, version, out var reason)
            ?? throw Failed(file, failure, $" It could not be mended: {reason}.");
        MendReason = reason;
        var hash = Convert.ToHexStringLower(SHA256.HashData(original))[..16];
        try
        {
            var data = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return Required(PrivateFiles.Keep(data, ["TwinGrad", "native", hash], NativeNames.LibTorchSharp, mended));
        }
        // No home, a full or read-only disk, a folder that others can write to: the library is kept for this process alone.
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return FromTemporaryFolder(mended);
        }
    }

    /// <summary>A fresh folder that only this user can enter; the file may go once it is loaded.</summary>
    private nint FromTemporaryFolder(byte[] library)
    {
        var folder = Directory.CreateTempSubdirectory("TwinGrad-").FullName;
        try
        {
            var file = Path.Combine(folder, NativeNames.LibTorchSharp);
            File.WriteAllBytes(file, library);
            return Required(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private nint Required(string file)
    {
        var handle = Try(file, out var failure);
        return handle != 0 ? handle : throw Failed(file, failure!);
    }

    private nint Try(string file, out Exception? failure)
    {
        try
        {
            var handle = NativeLibrary.Load(file);
            files.Add(file);
            failure = null;
            return handle;
        }
        catch (Exception thrown) when (thrown is DllNotFoundException or BadImageFormatException)
        {
            failure = thrown;
            return 0;
        }
    }

    private LibTorchLoadException Failed(string file, Exception failure, string? more = null)
        => new($"{file} can't be loaded.{Told(MissingSymbols)} {Cause(failure.Message)}{more}", failure);

    /// <summary>What the system's loader said, and what to do about it.</summary>
    internal static string Cause(string loaderText)
    {
        var said = loaderText.Split('\n').LastOrDefault(line => line.Contains(": ", StringComparison.Ordinal))?.Trim() ?? loaderText;
        var cure = SymbolVersionMend.Missing(loaderText) is { } missing
            ? $"This system's {missing.Library} lacks {missing.Version}: use a newer distribution, or put a newer {missing.Library} on the"
                + " program's library path (LD_LIBRARY_PATH)."
            : said.Contains("undefined symbol", StringComparison.Ordinal)
                ? NotTogether
            : said.Contains("cannot open shared object file", StringComparison.Ordinal)
                ? "Install the library that is named there, or put it on the program's library path (LD_LIBRARY_PATH)."
            : "The file may be damaged or made for another platform, or a library that it needs is missing.";
        return $"{cure} The system said: {said}";
    }
}
