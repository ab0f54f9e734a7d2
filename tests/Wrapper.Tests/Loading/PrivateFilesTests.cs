using System.Runtime.Versioning;

namespace TwinGrad.Tests;

[TestClass]
[OSCondition(OperatingSystems.Linux)]
[SupportedOSPlatform("linux")]
public sealed class PrivateFilesTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 100_000).Select(i => (byte)i)];

    [TestMethod]
    public void AFileIsWrittenForItsOwnerOnly()
    {
        using var folder = new TemporaryFolder();
        var path = Keep(folder);

        Assert.AreEqual(folder.Combine("TwinGrad", "native", "library.so"), path);
        CollectionAssert.AreEqual(Content, File.ReadAllBytes(path));
        const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.AreEqual(OwnerOnly, File.GetUnixFileMode(path));
        Assert.AreEqual(OwnerOnly, File.GetUnixFileMode(folder.Combine("TwinGrad")));
    }

    [TestMethod]
    public void AGoodFileIsKept()
    {
        using var folder = new TemporaryFolder();
        var path = Keep(folder);
        var old = new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, old);
        Assert.AreEqual(path, Keep(folder));
        Assert.AreEqual(old, File.GetLastWriteTimeUtc(path));
    }

    [TestMethod]
    public void ATamperedFileIsReplaced()
    {
        using var folder = new TemporaryFolder();
        var path = Keep(folder);
        File.WriteAllText(path, "something else");
        Keep(folder);
        CollectionAssert.AreEqual(Content, File.ReadAllBytes(path));
    }

    [TestMethod]
    public void AFileThatOthersCanWriteIsReplaced()
    {
        using var folder = new TemporaryFolder();
        var path = Keep(folder);
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.OtherWrite);
        Keep(folder);
        Assert.AreEqual((UnixFileMode)0, File.GetUnixFileMode(path) & UnixFileMode.OtherWrite);
    }

    [TestMethod]
    public void ALinkInPlaceOfTheFileIsReplacedAndItsTargetLeftAlone()
    {
        using var folder = new TemporaryFolder();
        var path = Keep(folder);
        var target = folder.WriteFile("target", "precious");
        File.Delete(path);
        File.CreateSymbolicLink(path, target);
        Keep(folder);

        CollectionAssert.AreEqual(Content, File.ReadAllBytes(path));
        Assert.IsNull(new FileInfo(path).LinkTarget);
        Assert.AreEqual("precious", File.ReadAllText(target));
    }

    [TestMethod]
    public void AFolderThatOthersCanWriteIsRefused()
    {
        using var folder = new TemporaryFolder();
        Keep(folder);
        var shared = folder.Combine("TwinGrad", "native");
        File.SetUnixFileMode(shared, File.GetUnixFileMode(shared) | UnixFileMode.GroupWrite);
        var thrown = Assert.ThrowsExactly<IOException>(() => Keep(folder));
        Assert.AreEqual($"{shared} belongs to another user, or another user can write to it", thrown.Message);
    }

    [TestMethod]
    public void ALinkInPlaceOfAFolderIsRefused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.Combine("elsewhere"));
        Directory.CreateSymbolicLink(folder.Combine("TwinGrad"), folder.Combine("elsewhere"));
        Assert.ThrowsExactly<IOException>(() => Keep(folder));
    }

    [TestMethod]
    public void ManyAtOnceLeaveOneWholeFile()
    {
        using var folder = new TemporaryFolder();
        Parallel.For(0, 16, _ => CollectionAssert.AreEqual(Content, File.ReadAllBytes(Keep(folder))));
        Assert.HasCount(1, Directory.GetFiles(folder.Combine("TwinGrad", "native")));
    }

    private static string Keep(TemporaryFolder folder) => PrivateFiles.Keep(folder.Path, ["TwinGrad", "native"], "library.so", Content);
}
