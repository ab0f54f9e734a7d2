namespace TwinGrad.Tests;

/// <summary>The end of the process, as a save sees it: nothing that comes after is done, no cleaning up either.</summary>
internal sealed class CrashException : Exception;

/// <summary>After so many operations the process ends, or one operation fails. A piece that is being written is written in half.</summary>
internal sealed class CrashingFiles : FileOperations
{
    internal int OperationsLeft { get; set; }

    internal bool FailsOnce { get; init; }

    internal bool HasFailedToRename { get; private set; }

    internal override Stream Create(string path)
    {
        Step();
        return new CrashingStream(this, (FileStream)base.Create(path));
    }

    internal override void Flush(Stream file)
    {
        Step();
        base.Flush(((CrashingStream)file).Inner);
    }

    internal override void Rename(string path, string newPath)
    {
        HasFailedToRename = true;
        Step();
        HasFailedToRename = false;
        base.Rename(path, newPath);
    }

    internal override void Delete(string path)
    {
        Step();
        base.Delete(path);
    }

    private void Step()
    {
        if (OperationsLeft-- > 0 || FailsOnce && OperationsLeft < -1)
            return;
        throw FailsOnce ? new IOException("No space left on device.") : new CrashException();
    }

    private sealed class CrashingStream(CrashingFiles files, FileStream inner) : MemoryStream
    {
        internal FileStream Inner { get; } = inner;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Inner.Write(buffer[..(buffer.Length / 2)]);
            files.Step();
            Inner.Write(buffer[(buffer.Length / 2)..]);
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        protected override void Dispose(bool disposing)
        {
            Inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>Something is done before each operation that renames a file.</summary>
internal sealed class MeanwhileFiles : FileOperations
{
    internal required Action Do { get; init; }

    internal int Count { get; private set; }

    internal override void Rename(string path, string newPath)
    {
        Do();
        Count++;
        base.Rename(path, newPath);
    }
}
