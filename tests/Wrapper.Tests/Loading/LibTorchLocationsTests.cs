namespace TwinGrad.Tests;

[TestClass]
public sealed class LibTorchLocationsTests
{
    [TestMethod]
    public void ANamedFolderThatDoesNotExistIsReported()
    {
        var missing = Path.Combine(Path.GetTempPath(), "no-such-folder");
        var thrown = Assert.ThrowsExactly<LibTorchLoadException>(() => Locations(named: missing).LibTorchFolder());
        Assert.StartsWith($"TWINGRAD_LIBTORCH names the folder {missing}, which does not exist. Name the folder that", thrown.Message);
    }

    [TestMethod]
    public void ANamedFolderWithoutLibTorchIsReported()
    {
        using var folder = new TemporaryFolder();
        var thrown = Assert.ThrowsExactly<LibTorchLoadException>(() => Locations(named: folder.Path).LibTorchFolder());
        Assert.StartsWith($"TWINGRAD_LIBTORCH names the folder {folder.Path}, which holds no {NativeNames.LibTorchCpu}.", thrown.Message);
    }

    [TestMethod]
    public void ANamedFolderGoesBeforeWhatTheBuildTold()
    {
        using var named = new TemporaryFolder();
        named.WriteFile(NativeNames.LibTorchCpu, "");
        Assert.AreEqual(named.Path, Locations(named: named.Path, built: (string)AppContext.GetData("TwinGrad.LibTorch")!).LibTorchFolder());
    }

    [TestMethod]
    public void TheProgramsOwnLibTorchGoesBeforeWhatTheBuildTold()
    {
        using TemporaryFolder own = new(), built = new();
        own.WriteFile(NativeNames.LibTorchCpu, "");
        built.WriteFile(NativeNames.LibTorchCpu, "");
        Assert.AreEqual(own.Path, Locations(built: built.Path, searched: own.Path).LibTorchFolder());
    }

    [TestMethod]
    public void ThePackageFolderIsTheLastResort()
    {
        using var packages = new TemporaryFolder();
        var native = Path.Combine(
            $"libtorch-{BuildChoice.LibTorch}-{NativeNames.Platform}", BuildChoice.LibTorchVersion,
            "runtimes", NativeNames.Platform, "native");
        packages.WriteFile(Path.Combine(native, NativeNames.LibTorchCpu), "");
        Assert.AreEqual(packages.Combine(native), Locations(packages: packages.Path).LibTorchFolder());
    }

    [TestMethod]
    public void WhereNoneIsFoundTheMessageSaysWhereAndWhatToDo()
    {
        using TemporaryFolder packages = new(), built = new();
        var locations = Locations(packages: packages.Path, built: built.Path);
        var thrown = Assert.ThrowsExactly<LibTorchLoadException>(() => locations.LibTorchFolder());
        Assert.StartsWith($"{NativeNames.LibTorchCpu} was not found; ", thrown.Message);
        Assert.Contains("TWINGRAD_LIBTORCH", thrown.Message);
        Assert.Contains($"{built.Path} (told by the build): not there", thrown.Message);
        Assert.Contains(packages.Path, thrown.Message);
    }

    [TestMethod]
    public void ASecondLibTorchInTheProgramIsRefused()
    {
        using TemporaryFolder named = new(), own = new();
        named.WriteFile(NativeNames.LibTorchCpu, "");
        own.WriteFile(NativeNames.LibTorchCpu, "");
        var locations = Locations(named: named.Path, searched: own.Path);
        var thrown = Assert.ThrowsExactly<LibTorchLoadException>(() => locations.RequireOnlyLibTorch(named.Path));
        Assert.AreEqual(
            $"TWINGRAD_LIBTORCH names a libtorch in {named.Path}, but the program has one of its own in {own.Path}, and two in one process"
            + " end it. Unset TWINGRAD_LIBTORCH, or remove the libtorch package from the program.",
            thrown.Message);
    }

    [TestMethod]
    [DataRow("version.py", "__version__ = '2.6.0+cu124'\n")]
    [DataRow("build-version", "2.6.0+cpu\n")]
    public void AnotherVersionOfLibTorchIsRefused(string file, string content)
    {
        using var install = new TemporaryFolder();
        install.WriteFile(file, content);
        install.WriteFile(Path.Combine("lib", NativeNames.LibTorchCpu), "");
        var stated = StatedVersion.Of(install.Combine("lib"));
        Assert.AreEqual("2.6.0", stated);
        var thrown = Assert.ThrowsExactly<LibTorchLoadException>(() => StatedVersion.RequireFit(install.Combine("lib"), stated, anyWillDo: false));
        Assert.StartsWith($"The libtorch in {install.Combine("lib")} is version 2.6.0; this build of TwinGrad is for 2.", thrown.Message);

        StatedVersion.RequireFit(install.Combine("lib"), stated, anyWillDo: true);
    }

    [TestMethod]
    public void ALibTorchThatStatesNoVersionIsTaken()
    {
        using var install = new TemporaryFolder();
        Assert.IsNull(StatedVersion.Of(install.Combine("lib")));
        StatedVersion.RequireFit(install.Path, null, anyWillDo: false);
    }

    private static LibTorchLocations Locations(
        string? named = null, string? built = null, string? searched = null, string packages = "/nowhere")
        => new(
            name => name == LibTorchLocations.Variable ? named : packages,
            name => name == "NATIVE_DLL_SEARCH_DIRECTORIES" ? searched : built);
}
