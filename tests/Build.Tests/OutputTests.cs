using System.Reflection;

namespace TwinGrad.Tests;

/// <summary>This test project is itself a program that uses the wrapper: its output shows what every such output holds.</summary>
[TestClass]
public sealed class OutputTests
{
    private static readonly string[] NativeEndings =
        [".so", ".dylib", ".so.1", "torch_cpu.dll", "torch.dll", "c10.dll", "LibTorchSharp.dll", "libSkiaSharp.dll"];

    private static readonly string ThisProject = DotNet.ProjectFile("tests/Build.Tests/Build.Tests.csproj");

    [TestMethod]
    public void AnOutputHoldsNoNativeCopies()
    {
        var copies = Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories)
            .Where(file => NativeEndings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));
        Assert.IsEmpty(copies, string.Join(", ", copies));
    }

    [TestMethod]
    public void AnOutputIsSmall()
    {
        var size = new DirectoryInfo(AppContext.BaseDirectory).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Assert.IsLessThan(15_000_000, size);
    }

    [TestMethod]
    public void AProgramIsToldWhereTheLibrariesLie()
    {
        Assert.IsTrue(Directory.Exists(AppContext.GetData("TwinGrad.LibTorchSharp") as string));
        if (Choice() != "external")
            Assert.IsTrue(Directory.Exists(AppContext.GetData("TwinGrad.LibTorch") as string));
    }

    [TestMethod]
    [DataRow("cpu", true)]
    [DataRow("external", false)]
    public void PublishingBringsTheLibraries(string choice, bool bringsLibTorch)
    {
        if (Choice() != "cpu")
            Assert.Inconclusive("the restored packages are those of another LibTorch than cpu, which this test asks about");
        var answer = DotNet.Evaluate(
            ThisProject, "-t:ResolvePackageAssets;ComputeResolvedFilesToPublishList", $"-p:LibTorch={choice}",
            "-getItem:ResolvedFileToPublish");
        var published = answer.GetProperty("Items").GetProperty("ResolvedFileToPublish").EnumerateArray()
            .Select(item => Path.GetFileName(item.GetProperty("RelativePath").GetString()!)).ToList();

        Assert.Contains(name => name.Contains("LibTorchSharp", StringComparison.Ordinal), published);
        Assert.AreEqual(bringsLibTorch, published.Any(name => name.Contains("torch_cpu", StringComparison.Ordinal)));
        Assert.DoesNotContain(name => name.Contains("libSkiaSharp", StringComparison.Ordinal), published);
    }

    /// <summary>The LibTorch that the wrapper beside this test was built with.</summary>
    private static string Choice()
        => Assembly.Load("TwinGrad").GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "TwinGrad.LibTorch").Value!;
}
