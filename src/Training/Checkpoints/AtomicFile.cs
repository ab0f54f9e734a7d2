namespace TwinGrad;

/// <summary>Files that are written whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file beside the old one, brings it to the disk, and lets it take the old one's place.</summary>
    /// <exception cref="CheckpointException">The system refuses; the old file is unchanged.</exception>
    internal static void Write(string path, Action<Stream> write, FileOperations files)
    {
        try
        {
            var temporary = $"{Path.GetFullPath(path)}.{Guid.NewGuid():N}.tmp";
            Stage(temporary, write, files);
            Commit(temporary, Path.GetFullPath(path), files);
        }
        catch (Exception exception) when (IsOfSystem(exception))
        {
            throw Error.CannotWrite(path, exception);
        }
    }

    /// <summary>Writes a new file and brings it to the disk; deletes it again where that fails.</summary>
    internal static void Stage(string temporary, Action<Stream> write, FileOperations files)
    {
        try
        {
            using var file = files.Create(temporary);
            write(file);
            files.Flush(file);
        }
        catch
        {
            DeleteIfPossible(temporary, files);
            throw;
        }
    }

    /// <summary>Lets a staged file take the place of another; deletes it where that fails.</summary>
    internal static void Commit(string temporary, string path, FileOperations files)
    {
        try
        {
            files.Rename(temporary, path);
        }
        catch
        {
            DeleteIfPossible(temporary, files);
            throw;
        }
    }

    /// <summary>Opens a file to be read, while others may read, replace or delete it.</summary>
    /// <exception cref="CheckpointException">There is no such file, or it can't be opened.</exception>
    internal static FileStream Open(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        }
        catch (Exception exception) when (IsOfSystem(exception))
        {
            throw Error.CannotRead(path, exception);
        }
    }

    /// <summary>Deletes a file that nobody needs; one that the system will not part with stays for a later time.</summary>
    internal static void DeleteIfPossible(string path, FileOperations files)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Not worth an error: it takes room and does no harm.
        }
    }

    /// <summary>Whether the system refused something, rather than a caller's mistake or a checkpoint's fault.</summary>
    internal static bool IsOfSystem(Exception exception)
        => exception is not ITorchException && exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;
}
