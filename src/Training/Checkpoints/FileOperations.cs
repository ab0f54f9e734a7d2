namespace TwinGrad;

/// <summary>The operations on files of which a save consists; tests fail or end at each of them.</summary>
internal class FileOperations
{
    internal static FileOperations OfSystem { get; } = new();

    /// <summary>A new file, which nobody else may open until it is closed.</summary>
    internal virtual Stream Create(string path) => new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    /// <summary>Waits until what was written to a new file is on the disk.</summary>
    internal virtual void Flush(Stream file) => ((FileStream)file).Flush(flushToDisk: true);

    /// <summary>Gives a file another name, whose file it replaces at once.</summary>
    internal virtual void Rename(string path, string newPath) => File.Move(path, newPath, overwrite: true);

    internal virtual void Delete(string path) => File.Delete(path);
}
