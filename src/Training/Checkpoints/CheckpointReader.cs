using System.Security.Cryptography;

namespace TwinGrad;

/// <summary>Loads the checkpoint of a folder, and nothing that a save did not write.</summary>
internal static class CheckpointReader
{
    internal static Checkpoint<T> Load<T>(string folder, Device? device, int attempts)
        where T : class, ITensor<T>
    {
        var path = Path.Combine(folder, CheckpointIndex.FileName);
        var bytes = CheckpointIndex.ReadBytes(path);
        while (true)
        {
            var index = CheckpointIndex.Read(path, bytes);
            try
            {
                return new(index.Progress, index.Parts.ToDictionary(part => part.Name, IReadOnlyDictionary<string, T> (part) => ReadPart<T>(folder, part, device)));
            }
            catch (CheckpointException exception) when (exception.InnerException is FileNotFoundException && --attempts > 0)
            {
                // A save that came between deletes the parts of the checkpoint before it.
                var now = CheckpointIndex.ReadBytes(path);
                if (now.AsSpan().SequenceEqual(bytes))
                    throw;
                bytes = now;
            }
        }
    }

    private static OrderedDictionary<string, T> ReadPart<T>(string folder, CheckpointPart part, Device? device)
        where T : class, ITensor<T>
    {
        using var file = Open(folder, part);
        if (file.Length != part.Bytes)
            throw Error.PartLength(folder, part.Name, part.FileName, file.Length, part.Bytes);
        if (Hash(file) is var hash && hash != part.Sha256)
            throw Error.PartHash(folder, part.Name, part.FileName, hash, part.Sha256);
        file.Position = 0;
        var tensors = new OrderedDictionary<string, T>(SafeTensors.Read<T>(file, file.Name, device).Tensors);
        using var mode = new GradMode<T>(enabled: false);
        foreach (var (name, dtype) in part.DTypes)
        {
            if (tensors.TryGetValue(name, out var tensor))
                tensors[name] = T.To(tensor, dtype);
        }
        return tensors;
    }

    /// <summary>The hash of a file's content, in small hexadecimal digits.</summary>
    internal static string Hash(FileStream file)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(file));
        }
        catch (IOException exception)
        {
            throw Error.CannotRead(file.Name, exception);
        }
    }

    private static FileStream Open(string folder, CheckpointPart part)
    {
        try
        {
            return AtomicFile.Open(Path.Combine(folder, part.FileName));
        }
        catch (CheckpointException exception) when (exception.InnerException is FileNotFoundException missing)
        {
            throw Error.PartMissing(folder, part.Name, part.FileName, missing);
        }
    }
}
