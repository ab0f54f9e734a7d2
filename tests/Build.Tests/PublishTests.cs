using System.Runtime.InteropServices;

namespace TwinGrad.Tests;

/// <summary>A program published in every way that .NET has, and run: docs/platforms.md has the table.</summary>
[TestClass]
public sealed class PublishTests
{
    [TestMethod]
    [TestCategory("Long")]
    [DataRow("self-contained", "--self-contained")]
    [DataRow("single file", "--self-contained -p:PublishSingleFile=true")]
    [DataRow("single file that unpacks native libraries",
        "--self-contained -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true")]
    // Trimming warns of what it cannot follow, in TorchSharp and of where a warning comes from: in a program that is for its author to judge.
    [DataRow("trimmed", "--self-contained -p:PublishTrimmed=true -p:TreatWarningsAsErrors=false")]
    [DataRow("native", "-p:PublishAot=true -p:TreatWarningsAsErrors=false")]
    public void APublishedProgramRuns(string way, string options)
    {
        LongTest.RunOnlyIfAsked("publishes a program with its 500 MB of libtorch");
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            Assert.Inconclusive("publishes for linux-x64");
        var folder = Directory.CreateTempSubdirectory("TwinGrad-publish-").FullName;
        try
        {
            var (exitCode, output) = DotNet.Run(
                DotNet.Repository,
                [
                    "publish", Life.Project, "-c", "Release", "-r", "linux-x64", "-m:1", "-v:quiet",
                    "-o", folder, "--artifacts-path", folder + ".build", .. options.Split(' '),
                ]);
            if (output.Contains("error NU1101", StringComparison.Ordinal) || output.Contains("error NU1102", StringComparison.Ordinal))
                Assert.Inconclusive($"{way}: a package of .NET's own that this needs can't be restored here: {output}");
            Assert.AreEqual(0, exitCode, output);
            Assert.IsTrue(File.Exists(Path.Combine(folder, "libtorch_cpu.so")), "it must not lean on the package folder of this machine");

            foreach (var (scene, expected) in new[] { ("compute", Life.Gradient), ("cross", Life.Crossed), ("exit", "") })
            {
                (exitCode, output) = DotNet.Start(Path.Combine(folder, "TwinGrad.Life"), folder, [scene]);
                Assert.AreEqual(0, exitCode, $"{way}, {scene}: {output}");
                Assert.AreEqual(expected, output.Trim(), $"{way}, {scene}");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
            if (Directory.Exists(folder + ".build"))
                Directory.Delete(folder + ".build", recursive: true);
        }
    }
}
