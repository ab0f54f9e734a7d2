using System.Runtime.CompilerServices;

namespace TwinGrad.Tests;

[TestClass]
public sealed class LibTorchLoaderTests
{
    [TestMethod]
    public void TheLibrariesAreLoadedInOrderFromOneFolder()
    {
        var info = LibTorchLoader.Info;
        var names = info.LoadedFiles.Select(Path.GetFileName).ToList();
        Assert.AreEqual(NativeNames.LibTorchSharp, names[^1]);
        Assert.IsLessThan(names.IndexOf(NativeNames.LibTorchCpu), names.IndexOf(NativeNames.File("c10")));
        foreach (var file in info.LoadedFiles.SkipLast(1))
            Assert.AreEqual(info.LibTorchFolder, Path.GetDirectoryName(file));
    }

    [TestMethod]
    public void TheTraceEndsWhereTheLibraryWasFound()
    {
        Assert.Contains(line => line.EndsWith(": found", StringComparison.Ordinal), LibTorchLoader.Info.SearchTrace);
        Assert.EndsWith(": found", LibTorchLoader.Info.SearchTrace[^1]);
    }

    [TestMethod]
    public void AMendedLibraryLiesInTheUsersOwnFolderAndTheReasonIsTold()
    {
        var info = LibTorchLoader.Info;
        if (info.MendReason is null)
            Assert.Inconclusive("this system runs the original library");
        Assert.Contains("GLIBCXX_", info.MendReason);
        Assert.Contains(Path.Combine("TwinGrad", "native"), info.LoadedFiles[^1]);
    }

    [TestMethod]
    public void TorchSharpFindsTheLoadedLibrariesAndCopiesNothing()
    {
        LibTorchLoader.EnsureLoaded();
        var torch = Type.GetType("TorchSharp.torch, TorchSharp", throwOnError: true)!;
        RuntimeHelpers.RunClassConstructor(torch.TypeHandle);
        Assert.IsFalse(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cpu")));
        Assert.IsFalse(Directory.Exists(Path.Combine(AppContext.BaseDirectory, "cuda-12.8")));
    }

    [TestMethod]
    public void AFileThatIsNoLibraryIsNamed()
    {
        using var folder = new TemporaryFolder();
        var file = folder.WriteFile(NativeNames.LibTorchSharp, "not a library");
        var thrown = Assert.ThrowsExactly<LibTorchLoadException>(() => new NativeLoad().LibTorchSharp(folder.Path));
        Assert.StartsWith($"{file} can't be loaded. ", thrown.Message);
        Assert.Contains("The system said: ", thrown.Message);
        Assert.IsNotNull(thrown.InnerException);
    }
}
