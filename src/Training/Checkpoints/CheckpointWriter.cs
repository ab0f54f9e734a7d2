using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>Saves a checkpoint into a folder.</summary>
/// <param name="folder">The folder, as the caller named it.</param>
/// <param name="files">The operations that a save consists of.</param>
internal sealed partial class CheckpointWriter(string folder, FileOperations files)
{
    private const string LockName = "checkpoint.lock";

    // What a second lock on a file is called by Linux, macOS and Windows.
    private static readonly int[] SharingViolations = [11, 35, 32];

    internal void Save<T>(Checkpoint<T> checkpoint)
        where T : class, ITensor<T>
    {
        // What could be refused is refused before anything is written.
        ArgumentNullException.ThrowIfNull(checkpoint.Progress, nameof(checkpoint));
        ArgumentNullException.ThrowIfNull(checkpoint.Tensors, nameof(checkpoint));
        var progress = CheckpointProgress.Writable(checkpoint.Progress);
        var parts = checkpoint.Tensors.Select(part => Stored(part.Key, part.Value)).ToList();
        _ = CheckpointIndex.Write(progress, []);
        try
        {
            Directory.CreateDirectory(folder);
            using var held = Lock();
            Save(progress, parts);
        }
        catch (Exception exception) when (AtomicFile.IsOfSystem(exception))
        {
            throw Error.CannotWrite(folder, exception);
        }
    }

    private void Save<T>(JsonObject progress, List<StoredPart<T>> parts)
        where T : class, ITensor<T>
    {
        var index = Path.Combine(folder, CheckpointIndex.FileName);
        var before = File.Exists(index) ? Names(CheckpointIndex.Read(index, CheckpointIndex.ReadBytes(index)).Parts) : [];
        DeleteLeftovers(before);
        var written = new List<CheckpointPart>();
        var temporary = Temporary();
        try
        {
            foreach (var part in parts)
                written.Add(Write(part));
            AtomicFile.Stage(temporary, file => file.Write(CheckpointIndex.Write(progress, written)), files);
        }
        catch
        {
            Delete(Names(written).Except(before));
            throw;
        }
        // From here on the new parts stay, whatever happens: a system may say that it failed to rename a file, and have done it.
        AtomicFile.Commit(temporary, index, files);
        Delete(before.Except(Names(written)));
    }

    /// <summary>Nobody else saves into the folder as long as this file is open; the system closes it where a process is killed.</summary>
    private FileStream Lock()
    {
        try
        {
            return new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException) && SharingViolations.Contains(exception.HResult & 0xFFFF))
        {
            throw Error.FolderInUse(folder, exception);
        }
    }

    private CheckpointPart Write<T>(StoredPart<T> part)
        where T : class, ITensor<T>
    {
        var temporary = Temporary();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = 0L;
        void Append(Stream file, ReadOnlySpan<byte> piece)
        {
            hash.AppendData(piece);
            length += piece.Length;
            file.Write(piece);
        }

        AtomicFile.Stage(
            temporary, file => SafeTensors.Write(piece => Append(file, piece), part.Header, part.Entries, part.Tensors), files);
        var written = new CheckpointPart(part.Name, length, Convert.ToHexStringLower(hash.GetHashAndReset()), part.DTypes);
        AtomicFile.Commit(temporary, Path.Combine(folder, written.FileName), files);
        return written;
    }

    /// <summary>Deletes what killed saves left: files under a temporary name, and parts that no checkpoint names and that have the hash of their name.</summary>
    private void DeleteLeftovers(HashSet<string> named)
    {
        foreach (var file in Directory.EnumerateFiles(folder).ToList())
        {
            var name = Path.GetFileName(file);
            if (TemporaryPattern().IsMatch(name) || !named.Contains(name) && CheckpointPart.HashInName(name) is { } hash && HasHash(file, hash))
                AtomicFile.DeleteIfPossible(file, files);
        }
    }

    private static bool HasHash(string path, string start)
    {
        using var file = AtomicFile.Open(path);
        return CheckpointReader.Hash(file).StartsWith(start, StringComparison.Ordinal);
    }

    private void Delete(IEnumerable<string> names)
    {
        foreach (var name in names)
            AtomicFile.DeleteIfPossible(Path.Combine(folder, name), files);
    }

    private string Temporary() => Path.Combine(folder, $"checkpoint-{Guid.NewGuid():N}.tmp");

    private static HashSet<string> Names(IEnumerable<CheckpointPart> parts) => [.. parts.Select(part => part.FileName)];

    private static StoredPart<T> Stored<T>(string name, IReadOnlyDictionary<string, T>? tensors)
        where T : class, ITensor<T>
    {
        if (!CheckpointPart.IsName(name))
            throw Error.PartName(name);
        ArgumentNullException.ThrowIfNull(tensors, name);
        var stored = new Dictionary<string, T>();
        var dtypes = new Dictionary<string, DType>();
        using var mode = new GradMode<T>(enabled: false);
        foreach (var (key, tensor) in tensors)
        {
            var widened = T.KeepsDoubles && tensor is not null && tensor.DType.IsFloatingPoint && tensor.DType != DType.Float64;
            if (widened)
                dtypes.Add(key, tensor!.DType);
            stored.Add(key, widened ? T.To(tensor!, DType.Float64) : tensor!);
        }
        var (header, entries) = SafeTensors.Header(stored, metadata: null);
        return new(name, header, entries, stored, dtypes);
    }

    [GeneratedRegex("^checkpoint-[0-9a-f]{32}\\.tmp\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TemporaryPattern();

    private sealed record StoredPart<T>(
        string Name, byte[] Header, List<SafeTensorsEntry> Entries, IReadOnlyDictionary<string, T> Tensors, IReadOnlyDictionary<string, DType> DTypes)
        where T : class, ITensor<T>;
}
