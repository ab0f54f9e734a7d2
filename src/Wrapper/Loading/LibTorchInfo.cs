namespace TwinGrad;

/// <summary>Which libtorch a program runs on, and how it was found.</summary>
public sealed record LibTorchInfo
{
    /// <summary>The libtorch that the build chose: cpu, cuda-12.8, cuda-12.1 or external.</summary>
    public required string Choice { get; init; }

    /// <summary>The version of TorchSharp that this build of TwinGrad was made for.</summary>
    public required string TorchSharpVersion { get; init; }

    /// <summary>The version of libtorch that this build of TwinGrad was made for.</summary>
    public required string LibTorchVersion { get; init; }

    /// <summary>The version that the loaded libtorch states about itself, where it states one.</summary>
    public string? StatedLibTorchVersion { get; init; }

    /// <summary>The folder that libtorch was loaded from.</summary>
    public required string LibTorchFolder { get; init; }

    /// <summary>The native libraries, in the order in which they were loaded, each with its full path.</summary>
    public required IReadOnlyList<string> LoadedFiles { get; init; }

    /// <summary>Why a mended copy of TorchSharp's native library runs in place of the original; null where the original runs.</summary>
    public string? MendReason { get; init; }

    /// <summary>
    /// Functions that TorchSharp's native library needs and this libtorch lacks; calling one ends the process. There are none unless
    /// TWINGRAD_LIBTORCH_ANY_VERSION=1 has a libtorch of another version loaded.
    /// </summary>
    public IReadOnlyList<string> MissingSymbols { get; init; } = [];

    /// <summary>Where libtorch and TorchSharp's native library were searched for, a line a place.</summary>
    public required IReadOnlyList<string> SearchTrace { get; init; }
}
