using System.Runtime.InteropServices;

namespace TwinGrad.Tests;

/// <summary>A program outside the repository, with none of its settings, on the built assemblies and the plain packages.</summary>
[TestClass]
public sealed class ConsumerTests
{
    private const string Program = """
        using TwinGrad;

        Console.WriteLine(Tensor.Full([2, 2], 1.5, DType.Float32, Device.Cpu, requiresGrad: false));
        Console.WriteLine(TorchSharp.torch.ones(2).ToString(TorchSharp.TensorStringStyle.Numpy));
        """;

    [TestMethod]
    [TestCategory("Long")]
    public void AProgramOfSomeoneElseBuildsAndRuns()
    {
        LongTest.RunOnlyIfAsked("builds a program and copies libtorch");
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            Assert.Inconclusive("the program references the package for linux-x64");

        var folder = Directory.CreateTempSubdirectory("TwinGrad-consumer-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Program.cs"), Program);
            File.WriteAllText(Path.Combine(folder, "Consumer.csproj"), Project());

            var (exitCode, output) = DotNet.Run(folder, "build", "-m:1", "-v:quiet", "-o", "out");
            Assert.AreEqual(0, exitCode, output);

            (exitCode, output) = DotNet.Start(Path.Combine(folder, "out", "Consumer"), folder, []);
            Assert.AreEqual(0, exitCode, output);
            Assert.AreEqual("tensor([[1.5000, 1.5000],\n        [1.5000, 1.5000]])\n[1, 1]", output.Trim());
            Assert.IsFalse(Directory.Exists(Path.Combine(folder, "out", "cpu")), "TorchSharp has made its own copy of libtorch");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Project()
        => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Path.Combine(AppContext.BaseDirectory, "TwinGrad.dll")}" />
            <Reference Include="{Path.Combine(AppContext.BaseDirectory, "TwinGrad.Core.dll")}" />
            <PackageReference Include="TorchSharp" Version="0.107.0" />
            <PackageReference Include="libtorch-cpu-linux-x64" Version="2.10.0" />
          </ItemGroup>
        </Project>
        """;
}
