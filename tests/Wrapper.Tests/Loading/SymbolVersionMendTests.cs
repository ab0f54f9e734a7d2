namespace TwinGrad.Tests;

[TestClass]
public sealed class SymbolVersionMendTests
{
    private const string LoaderText = "Unable to load shared library '/a/libLibTorchSharp.so' or one of its dependencies.\n"
        + "/lib/x86_64-linux-gnu/libstdc++.so.6: version `GLIBCXX_3.4.32' not found (required by /a/libLibTorchSharp.so)\n";

    private static readonly byte[] Library = LibraryFile.Read();

    [TestMethod]
    public void TheMissingVersionIsReadFromTheLoadersText()
        => Assert.AreEqual(("GLIBCXX_3.4.32", "libstdc++.so.6"), SymbolVersionMend.Missing(LoaderText));

    [TestMethod]
    public void OtherTextsAreNotAboutVersions()
        => Assert.IsNull(SymbolVersionMend.Missing("libgomp.so.1: cannot open shared object file: No such file or directory"));

    [TestMethod]
    public void AVersionThatOnlyTheMarkAsksForIsMended()
    {
        Assert.IsNotNull(SymbolVersionMend.Mend(Library, "GLIBCXX_3.4.32", out var reason));
        Assert.AreEqual(
            "libstdc++.so.6 lacks GLIBCXX_3.4.32, which only an unused mark in the library asks for (_ZSt21ios_base_library_initv)",
            reason);
    }

    [TestMethod]
    public void AVersionInUseIsNotMended()
    {
        Assert.IsNull(SymbolVersionMend.Mend(Library, "GLIBCXX_3.4.21", out var reason));
        Assert.StartsWith("it uses what came with GLIBCXX_3.4.21: _Z", reason);
    }

    [TestMethod]
    public void AMarkThatARelocationRefersToIsNotMended()
    {
        // Where TorchSharp 0.107.0's library has its table of symbol versions and its first relocation.
        const int Indices = 0x3dfae, SymbolOfRelocation = 0x48aa0 + 12;
        var index = ElfSymbolVersions.Read(Library).Needs.Single(need => need.Version == "GLIBCXX_3.4.32").Index;
        var mark = Enumerable.Range(0, 3230).Single(symbol => BitConverter.ToUInt16(Library, Indices + (symbol * 2)) == index);
        var relocated = (byte[])Library.Clone();
        BitConverter.TryWriteBytes(relocated.AsSpan(SymbolOfRelocation), mark);

        Assert.IsNull(SymbolVersionMend.Mend(relocated, "GLIBCXX_3.4.32", out var reason));
        Assert.AreEqual("it uses what came with GLIBCXX_3.4.32: _ZSt21ios_base_library_initv", reason);
    }

    [TestMethod]
    public void AVersionThatTheFileDoesNotAskForIsNotMended()
    {
        Assert.IsNull(SymbolVersionMend.Mend(Library, "GLIBCXX_9.9.99", out var reason));
        Assert.AreEqual("the file itself does not ask for GLIBCXX_9.9.99", reason);
    }

    [TestMethod]
    public void ADamagedFileIsNotMended()
    {
        Assert.IsNull(SymbolVersionMend.Mend(Library[..5000], "GLIBCXX_3.4.32", out var reason));
        Assert.StartsWith("the ELF file is cut short", reason);
    }

    [TestMethod]
    [DataRow(LoaderText, "This system's libstdc++.so.6 lacks GLIBCXX_3.4.32: use a newer distribution")]
    [DataRow("/a/b.so: undefined symbol: _ZN3c10", "Two versions that don't belong together: this build is for libtorch 2.")]
    [DataRow("libgomp.so.1: cannot open shared object file: No such file or directory", "Install the library that is named there")]
    [DataRow("/a/b.so: file too short", "The file may be damaged or made for another platform")]
    public void EveryFailureSaysWhatToDoAndWhatTheSystemSaid(string loaderText, string cure)
    {
        var cause = NativeLoad.Cause(loaderText);
        Assert.StartsWith(cure, cause);
        Assert.EndsWith($" The system said: {loaderText.Trim().Split('\n')[^1]}", cause);
    }
}
