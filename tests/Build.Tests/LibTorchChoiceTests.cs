using System.Text.Json;

namespace TwinGrad.Tests;

[TestClass]
public sealed class LibTorchChoiceTests
{
    private static readonly string Wrapper = DotNet.ProjectFile("src/Wrapper/Wrapper.csproj");

    [TestMethod]
    [DataRow("cpu", "linux-x64", "libtorch-cpu-linux-x64 2.10.0", "0.107.0")]
    [DataRow("cpu", "win-x64", "libtorch-cpu-win-x64 2.10.0", "0.107.0")]
    [DataRow("cpu", "win-arm64", "libtorch-cpu-win-arm64 2.10.0", "0.107.0")]
    [DataRow("cpu", "osx-arm64", "libtorch-cpu-osx-arm64 2.10.0", "0.107.0")]
    [DataRow("cuda-12.8", "linux-x64", "libtorch-cuda-12.8-linux-x64 2.10.0", "0.107.0")]
    [DataRow("cuda-12.8", "win-x64", "libtorch-cuda-12.8-win-x64 2.10.0", "0.107.0")]
    [DataRow("cuda-12.1", "win-x64", "libtorch-cuda-12.1-win-x64 2.5.1", "0.105.1")]
    [DataRow("external", "linux-x64", "", "0.107.0")]
    [DataRow("external", "osx-x64", "", "0.107.0")]
    public void EachChoiceHasItsPackages(string choice, string platform, string libTorch, string torchSharp)
    {
        var answer = DotNet.Evaluate(
            Wrapper, $"-p:LibTorch={choice}", $"-p:RuntimeIdentifier={platform}",
            "-getItem:PackageReference", "-getItem:PackageVersion", "-getProperty:LibTorchProblem");

        Assert.AreEqual("", answer.GetProperty("Properties").GetProperty("LibTorchProblem").GetString());
        Assert.AreEqual(libTorch, string.Join(", ", References(answer, "libtorch")));
        Assert.AreEqual($"TorchSharp {torchSharp}", string.Join(", ", References(answer, "TorchSharp")));
    }

    [TestMethod]
    public void TheDefaultIsTheCpuOfThisMachine()
    {
        var answer = DotNet.Evaluate(
            Wrapper, "-getItem:PackageReference", "-getItem:PackageVersion", "-getProperty:NETCoreSdkPortableRuntimeIdentifier");
        var machine = answer.GetProperty("Properties").GetProperty("NETCoreSdkPortableRuntimeIdentifier").GetString();
        Assert.AreEqual($"libtorch-cpu-{machine} 2.10.0", string.Join(", ", References(answer, "libtorch")));
    }

    [TestMethod]
    [DataRow("rocm", "linux-x64", "There is no libtorch named 'rocm'. Choose LibTorch=cpu, cuda-12.8, cuda-12.1 or external.")]
    [DataRow("cuda-12.1", "linux-x64", "LibTorch=cuda-12.1 has no package for linux-x64, only for win-x64.")]
    [DataRow("cuda-12.8", "osx-arm64", "LibTorch=cuda-12.8 has no package for osx-arm64, only for linux-x64, win-x64.")]
    [DataRow("cuda-12.8", "win-arm64", "LibTorch=cuda-12.8 has no package for win-arm64, only for linux-x64, win-x64.")]
    [DataRow("cpu", "linux-arm64", "LibTorch=cpu has no package for linux-arm64, only for linux-x64, win-x64, win-arm64, osx-arm64.")]
    [DataRow("cpu", "osx-x64", "LibTorch=cpu has no package for osx-x64, only for linux-x64, win-x64, win-arm64, osx-arm64.")]
    public void AnImpossibleChoiceStopsTheRestore(string choice, string platform, string sentence)
    {
        var (exitCode, output) = DotNet.Run(
            DotNet.Repository, "msbuild", Wrapper, "-t:Restore", $"-p:LibTorch={choice}", $"-p:RuntimeIdentifier={platform}");
        Assert.AreNotEqual(0, exitCode, output);
        Assert.Contains($"error TWINGRAD001: {sentence}", output);
    }

    [TestMethod]
    public void AnImpossibleChoiceStopsTheBuild()
    {
        var (exitCode, output) = DotNet.Run(
            DotNet.Repository, "msbuild", Wrapper, "-t:Build", "-p:LibTorch=rocm", "-p:BuildProjectReferences=false");
        Assert.AreNotEqual(0, exitCode, output);
        Assert.Contains("error TWINGRAD001: There is no libtorch named 'rocm'.", output);
    }

    private static IEnumerable<string> References(JsonElement answer, string prefix)
    {
        var items = answer.GetProperty("Items");
        var versions = items.GetProperty("PackageVersion").EnumerateArray()
            .ToDictionary(Identity, item => item.GetProperty("Version").GetString());
        return items.GetProperty("PackageReference").EnumerateArray().Select(Identity)
            .Where(id => id.StartsWith(prefix, StringComparison.Ordinal)).Select(id => $"{id} {versions[id]}");
    }

    private static string Identity(JsonElement item) => item.GetProperty("Identity").GetString()!;
}
