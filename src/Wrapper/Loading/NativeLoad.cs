using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace TwinGrad;

/// <summary>Loads the native libraries, one after the other, and remembers what it loaded.</summary>
internal sealed class NativeLoad
{
    private readonly List<string> files = [];

    internal IReadOnlyList<string> Files => files;

    internal string? MendReason { get; private set; }

    /// <summary>Loads libtorch's libraries from a folder, in the order in which they need each other.</summary>
    internal void LibTorch(string folder)
    {
        foreach (var name in NativeNames.LibTorch)
        {
            var file = Path.Combine(folder, name);
            if (File.Exists(file))
                Required(file);
        }
    }

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

    private static LibTorchLoadException Failed(string file, Exception failure, string? more = null)
        => new($"{file} can't be loaded. {Cause(failure.Message)}{more}", failure);

    /// <summary>What the system's loader said, and what to do about it.</summary>
    internal static string Cause(string loaderText)
    {
        var said = loaderText.Split('\n').LastOrDefault(line => line.Contains(": ", StringComparison.Ordinal))?.Trim() ?? loaderText;
        var cure = SymbolVersionMend.Missing(loaderText) is { } missing
            ? $"This system's {missing.Library} lacks {missing.Version}: use a newer distribution, or put a newer {missing.Library} on the"
                + " program's library path (LD_LIBRARY_PATH)."
            : said.Contains("undefined symbol", StringComparison.Ordinal)
                ? $"Two versions that don't belong together: this build is for libtorch {BuildChoice.LibTorchVersion} and TorchSharp"
                    + $" {BuildChoice.TorchSharpVersion}."
            : said.Contains("cannot open shared object file", StringComparison.Ordinal)
                ? "Install the library that is named there, or put it on the program's library path (LD_LIBRARY_PATH)."
            : "The file may be damaged or made for another platform, or a library that it needs is missing.";
        return $"{cure} The system said: {said}";
    }
}
