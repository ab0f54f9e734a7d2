using System.Globalization;
using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>What a report's figures depend on, as far as it is no secret of the machine's owner.</summary>
internal static class MachineFacts
{
    internal static IReadOnlyDictionary<string, string> Here => new Dictionary<string, string>
    {
        ["TwinGrad"] = typeof(MachineFacts).Assembly.GetName().Version!.ToString(3),
        ["libtorch"] = Torch.LibTorch.LibTorchVersion,
        ["TorchSharp"] = Torch.LibTorch.TorchSharpVersion,
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["system"] = $"{RuntimeInformation.OSDescription} ({RuntimeInformation.OSArchitecture})",
        ["threads"] = Torch.NumThreads.ToString(CultureInfo.InvariantCulture),
        ["written"] = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
    };
}
