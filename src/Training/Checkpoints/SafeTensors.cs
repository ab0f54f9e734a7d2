namespace TwinGrad;

/// <summary>Files of named tensors in the safetensors format, which Python's <c>safetensors</c> reads and writes too.</summary>
/// <remarks>
/// A file is the length of a header (8 bytes), the header (JSON: names, dtypes, shapes, places) and the elements, little-endian and in row-major
/// order. Elements keep every bit: nan with what it carries, infinities, -0 and subnormal numbers; the reference engine makes signalling nans
/// quiet, as a processor's conversion to double does, and rounds what it holds more exactly than the dtype. Views are saved as copies. What
/// is read is checked wholly before any tensor is made. See <see href="https://huggingface.co/docs/safetensors"/>.
/// </remarks>
public static class SafeTensors
{
    private const string TheStream = "the stream";

    /// <summary>Writes tensors into a file: whole, or not at all. What was there before stays until the new file is on the disk.</summary>
    /// <param name="path">The file. It is written beside under another name, brought to the disk and renamed.</param>
    /// <param name="tensors">The tensors by name, of any device.</param>
    /// <param name="metadata">Texts to keep beside them, under <c>__metadata__</c>.</param>
    /// <exception cref="TorchArgumentException">A tensor or a text is null, or a name can't be written.</exception>
    /// <exception cref="CheckpointException">The file can't be written: the disk is full, the folder is not there, there is no permission.</exception>
    public static void Save<T>(string path, IReadOnlyDictionary<string, T> tensors, IReadOnlyDictionary<string, string>? metadata = null)
        where T : class, ITensor<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var (header, entries) = Header(tensors, metadata);
        AtomicFile.Write(path, stream => Write(stream.Write, header, entries, tensors), FileOperations.OfSystem);
    }

    /// <summary>Writes tensors into a stream, from where it is.</summary>
    /// <param name="stream">Needs to be written only. What it throws comes out as it is.</param>
    /// <param name="tensors">The tensors by name, of any device.</param>
    /// <param name="metadata">Texts to keep beside them, under <c>__metadata__</c>.</param>
    /// <exception cref="TorchArgumentException">A tensor or a text is null, or a name can't be written.</exception>
    public static void Save<T>(Stream stream, IReadOnlyDictionary<string, T> tensors, IReadOnlyDictionary<string, string>? metadata = null)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw Error.StreamCannot("be written");
        var (header, entries) = Header(tensors, metadata);
        Write(stream.Write, header, entries, tensors);
    }

    /// <summary>Reads the tensors of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="device">Where the tensors shall be; null is the CPU.</param>
    /// <exception cref="CheckpointException">
    /// There is no such file, it can't be read, or it is no whole and sound safetensors file; the message says what is wrong with it.
    /// </exception>
    public static SafeTensorsFile<T> Load<T>(string path, Device? device = null)
        where T : class, ITensor<T>
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = AtomicFile.Open(path);
        return Read<T>(file, path, device);
    }

    /// <summary>Reads the tensors of a stream, from where it is to its end.</summary>
    /// <param name="stream">Has to know its length, so that a header that lies about it is found before memory is taken for it.</param>
    /// <param name="device">Where the tensors shall be; null is the CPU.</param>
    /// <exception cref="TorchArgumentException">The stream can't be read or does not know its length.</exception>
    /// <exception cref="CheckpointException">What the stream holds is no whole and sound safetensors file.</exception>
    public static SafeTensorsFile<T> Load<T>(Stream stream, Device? device = null)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw Error.StreamCannot("be read");
        if (!stream.CanSeek)
            throw Error.StreamCannot("say how long it is");
        return Read<T>(stream, TheStream, device);
    }

    /// <summary>The first bytes of the file, and what follows them in which order.</summary>
    internal static (byte[] Bytes, List<SafeTensorsEntry> Entries) Header<T>(
        IReadOnlyDictionary<string, T> tensors, IReadOnlyDictionary<string, string>? metadata)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var entries = SafeTensorsHeader.Entries(tensors);
        return (SafeTensorsHeader.Write(entries, metadata), entries);
    }

    /// <summary>Hands over the bytes of the file, piece by piece.</summary>
    internal static void Write<T>(
        Action<ReadOnlySpan<byte>> take, byte[] header, List<SafeTensorsEntry> entries, IReadOnlyDictionary<string, T> tensors)
        where T : class, ITensor<T>
    {
        take(header);
        foreach (var entry in entries)
            T.ReadBytes(tensors[entry.Name], take);
    }

    /// <summary>Reads a stream that messages call <paramref name="source"/>.</summary>
    internal static SafeTensorsFile<T> Read<T>(Stream stream, string source, Device? device)
        where T : class, ITensor<T>
    {
        var tensors = new OrderedDictionary<string, T>();
        var reader = new SafeTensorsReader(source);
        try
        {
            foreach (var entry in reader.Read(stream))
                tensors.Add(entry.Name, ReadTensor<T>(stream, source, entry));
        }
        catch (Exception exception)
        {
            foreach (var tensor in tensors.Values)
                T.Free(tensor);
            if (exception is IOException and not CheckpointException)
                throw Error.CannotRead(source, exception);
            throw;
        }
        if (device is not null && device.Type != DeviceType.Cpu)
        {
            foreach (var (name, tensor) in tensors.ToList())
                tensors[name] = T.To(tensor, device);
        }
        return new(tensors, reader.Metadata);
    }

    private static T ReadTensor<T>(Stream stream, string source, SafeTensorsEntry entry)
        where T : class, ITensor<T>
    {
        void Fill(Span<byte> piece)
        {
            stream.ReadExactly(piece);
            // A processor takes no other byte for a truth value, and what it does with one is anybody's guess.
            if (entry.DType == DType.Bool && piece.IndexOfAnyExcept((byte)0, (byte)1) is >= 0 and var at)
                throw Error.TruthValue(source, entry.Name, piece[at]);
        }

        try
        {
            return T.FromBytes(Fill, entry.Shape, entry.DType);
        }
        catch (Exception exception) when (exception is ITorchException and not CheckpointException)
        {
            throw Error.TensorNotHeld(source, entry.Name, exception);
        }
    }
}
