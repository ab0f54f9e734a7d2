namespace TwinGrad;

/// <summary>A folder that holds one checkpoint: the last one that was saved whole.</summary>
/// <remarks>
/// <para>
/// A save writes each part into a file of its own, brings them to the disk, and then replaces <c>checkpoint.json</c>, which names the parts with
/// their lengths and hashes. That replacement is the one moment at which the new checkpoint takes the old one's place: a process that is
/// killed before it leaves the old one, and after it the new one. Older parts are deleted afterwards; what a killed save left behind the next
/// one deletes. Files of others are not touched.
/// </para>
/// <para>
/// One save writes into a folder at a time: a second one, of this or another process, is refused by the lock on <c>checkpoint.lock</c>, an
/// empty file that stays. Loading needs no lock; while saves go on it gets one checkpoint or another, never half of each.
/// </para>
/// </remarks>
public static class CheckpointFolder
{
    // A load that is overtaken by so many saves in a row reads from a disk that is slower than what writes to it.
    private const int Attempts = 10;

    /// <summary>Whether the folder holds a checkpoint. It may still be damaged; loading tells.</summary>
    public static bool Exists(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return File.Exists(Path.Combine(folder, CheckpointIndex.FileName));
    }

    /// <summary>Saves a checkpoint into a folder, in place of the one that is there. It is on the disk when this returns.</summary>
    /// <param name="folder">The folder, which is made where there is none.</param>
    /// <param name="checkpoint">The checkpoint. Its tensors must not change meanwhile.</param>
    /// <exception cref="TorchArgumentException">A part's name can't name a file, the progress can't be written as JSON, or a tensor is null.</exception>
    /// <exception cref="CheckpointException">
    /// The folder can't be written, another save into it is running, or its <c>checkpoint.json</c> is something else's. What was there is
    /// unchanged.
    /// </exception>
    public static void Save<T>(string folder, Checkpoint<T> checkpoint)
        where T : class, ITensor<T>
        => Save(folder, checkpoint, FileOperations.OfSystem);

    /// <summary>Loads the checkpoint of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="device">Where the tensors shall be; null is the CPU.</param>
    /// <exception cref="CheckpointException">There is none, or it is damaged: the message says which file and how.</exception>
    public static Checkpoint<T> Load<T>(string folder, Device? device = null)
        where T : class, ITensor<T>
        => Exists(folder) ? CheckpointReader.Load<T>(folder, device, Attempts) : throw Error.NoCheckpoint(folder);

    /// <summary>Loads the checkpoint of a folder, or returns null where there is none yet.</summary>
    /// <param name="folder">The folder, which need not be there.</param>
    /// <param name="device">Where the tensors shall be; null is the CPU.</param>
    /// <exception cref="CheckpointException">There is one, and it is damaged: the message says which file and how.</exception>
    public static Checkpoint<T>? TryLoad<T>(string folder, Device? device = null)
        where T : class, ITensor<T>
        => Exists(folder) ? CheckpointReader.Load<T>(folder, device, Attempts) : null;

    /// <inheritdoc cref="Save{T}(string, Checkpoint{T})"/>
    internal static void Save<T>(string folder, Checkpoint<T> checkpoint, FileOperations files)
        where T : class, ITensor<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(checkpoint);
        new CheckpointWriter(folder, files).Save(checkpoint);
    }
}
