using System.Runtime.InteropServices;

namespace TwinGrad.Bench;

/// <summary>The machine, as far as it matters for a figure.</summary>
internal static class Machine
{
    internal static string Description
        => $"{Cpu()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}, "
            + $"{RuntimeInformation.FrameworkDescription}, libtorch {Torch.LibTorch.LibTorchVersion}, "
            + $"TorchSharp {Torch.LibTorch.TorchSharpVersion}";

    private static string Cpu()
    {
        const string Table = "/proc/cpuinfo";
        var line = File.Exists(Table)
            ? File.ReadLines(Table).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            : null;
        return line is not null
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER") ?? "unknown CPU";
    }
}
