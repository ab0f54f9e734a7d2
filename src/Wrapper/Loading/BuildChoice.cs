using System.Reflection;

namespace TwinGrad;

/// <summary>What this assembly was built for: build/LibTorch.Wrapper.targets writes it down.</summary>
internal static class BuildChoice
{
    internal static readonly string LibTorch = Read("TwinGrad.LibTorch");

    internal static readonly string LibTorchVersion = Read("TwinGrad.LibTorchVersion");

    internal static readonly string TorchSharpVersion = Read("TwinGrad.TorchSharpVersion");

    private static string Read(string key)
        => typeof(BuildChoice).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
