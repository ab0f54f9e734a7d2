namespace TwinGrad.Tests;

/// <summary>A libtorch that lacks what TorchSharp's native library needs is found before a call ends the process.</summary>
[TestClass]
public sealed class MissingSymbolsTests
{
    [TestMethod]
    public void The_library_needs_functions_of_libtorch_and_not_its_own()
    {
        var required = ElfSymbolVersions.Read(LibraryFile.Read()).RequiredSymbols();

        Assert.Contains("_ZN5torch4cuda12is_availableEv", required);
        Assert.Contains("malloc", required);
        Assert.DoesNotContain(name => name.StartsWith("THS", StringComparison.Ordinal), required);
        Assert.DoesNotContain("__gmon_start__", required, "weak: it may be missing");
    }

    [TestMethod]
    public void Nothing_is_missing_where_all_is_found()
        => Assert.IsEmpty(NativeLoad.SymbolsMissing(LibraryFile.Path, _ => true));

    [TestMethod]
    public void What_is_not_found_is_missing()
    {
        string[] absent = ["_ZN5torch4cuda12is_availableEv", "_ZN5torch4cuda12device_countEv"];
        CollectionAssert.AreEquivalent(absent, NativeLoad.SymbolsMissing(LibraryFile.Path, name => !absent.Contains(name)).ToArray());
    }

    [TestMethod]
    public void A_folder_without_libtorch_lacks_all_of_it_and_is_refused()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Inconclusive("symbols are looked for on Linux");
        var load = new NativeLoad();
        var thrown = Assert.ThrowsExactly<LibTorchLoadException>(() => load.RequireSymbols(LibraryFile.Folder, onlyLook: false));
        Assert.StartsWith($"{LibraryFile.Path} does not fit this libtorch. ", thrown.Message);
        Assert.Contains($" {load.MissingSymbols.Count} of the symbols that it needs are missing: ", thrown.Message);
        Assert.IsGreaterThan(1000, load.MissingSymbols.Count);

        load.RequireSymbols(LibraryFile.Folder, onlyLook: true);
        Assert.IsGreaterThan(1000, load.MissingSymbols.Count);
    }

    [TestMethod]
    public void A_file_that_is_no_library_is_left_to_the_system()
    {
        using var folder = new TemporaryFolder();
        Assert.IsEmpty(NativeLoad.SymbolsMissing(folder.WriteFile(NativeNames.LibTorchSharp, "not a library"), _ => false));
    }

    [TestMethod]
    public void This_libtorch_fits() => Assert.IsEmpty(LibTorchLoader.Info.MissingSymbols);
}
