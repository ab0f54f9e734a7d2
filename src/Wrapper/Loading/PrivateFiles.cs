using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace TwinGrad;

/// <summary>Files that nobody but this user can have written: what is kept here is loaded as code.</summary>
[SupportedOSPlatform("linux")]
internal static partial class PrivateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>
    /// Puts a file of this content into a folder (a chain of folders under a base), unless it is there already, and returns its path.
    /// </summary>
    /// <exception cref="IOException">The place can't be written, or another user has a hand in it.</exception>
    internal static string Keep(string baseFolder, string[] folders, string name, byte[] content)
    {
        var folder = baseFolder;
        Directory.CreateDirectory(folder);
        foreach (var next in folders)
        {
            folder = Path.Combine(folder, next);
            Directory.CreateDirectory(folder, OwnerOnly);
            RequireOwn(folder);
        }

        var path = Path.Combine(folder, name);
        if (!IsOwn(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            Write(path, content);
        return path;
    }

    /// <summary>Writes beside and renames: another process sees the old file or the whole new one, whichever of them comes first.</summary>
    private static void Write(string path, byte[] content)
    {
        var beside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnerOnly };
        try
        {
            using (var stream = new FileStream(beside, options))
                stream.Write(content);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static void RequireOwn(string path)
    {
        if (!IsOwn(path))
            throw new IOException($"{path} belongs to another user, or another user can write to it");
    }

    private static bool IsOwn(string path)
        => Status(path) is { } status && status.Owner == CurrentUser() && ((UnixFileMode)status.Mode & OthersWrite) == 0;

    /// <summary>Who owns a file, and its mode; null where there is none. A link is not followed: it counts as itself.</summary>
    private static (uint Owner, int Mode)? Status(string path)
    {
        const int CurrentFolder = -100, NoFollow = 0x100, BasicFields = 0x7ff, Size = 256;
        var buffer = new byte[Size];
        return FileStatus(CurrentFolder, path, NoFollow, BasicFields, buffer) == 0
            ? (BitConverter.ToUInt32(buffer, 20), BitConverter.ToUInt16(buffer, 28) & 0xfff)
            : null;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int FileStatus(int folder, string path, int flags, uint fields, byte[] result);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint CurrentUser();
}
