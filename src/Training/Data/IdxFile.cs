using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace TwinGrad;

/// <summary>IDX, the format of MNIST and its kin: a header, the lengths of the dimensions, the elements, all with the highest byte first.</summary>
/// <remarks>
/// Bytes 0 and 1 are 0, byte 2 is the type (08 uint8, 09 int8, 0B int16, 0C int32, 0D float32, 0E float64), byte 3 the number of dimensions; a
/// length takes 4 bytes. Memory is taken as data arrives, not as the header announces it.
/// See <see href="https://yann.lecun.org/exdb/mnist/"/>.
/// </remarks>
public static class IdxFile
{
    private const int FirstChunk = 1 << 16;

    /// <summary>Reads a file, packed with gzip or not.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A tensor of the file's shape and type.</returns>
    /// <exception cref="DataFormatException">It is no IDX file, ends early, goes on, or announces more than an array holds.</exception>
    /// <exception cref="IOException">It can't be read.</exception>
    public static T Read<T>(string path)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(path);
        using var file = File.OpenRead(path);
        var packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        using var stream = packed ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        return Read<T>(stream, path);
    }

    /// <summary>Reads a stream that is not packed, from where it is to its end.</summary>
    /// <param name="stream">The data; it is not disposed of. Of packed data, a <see cref="GZipStream"/>.</param>
    /// <param name="name">What errors call it.</param>
    /// <inheritdoc cref="Read{T}(string)"/>
    public static T Read<T>(Stream stream, string name)
        where T : class, ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        try
        {
            var magic = Bytes(stream, name, 4, "4 of a header");
            if (magic is not [0, 0, var type, var dims])
                throw Error.IdxMagic(name, magic);
            var itemSize = ItemSize(type, name);
            var shape = Lengths(Bytes(stream, name, dims * sizeof(uint), $"{dims} lengths of 4 bytes"));
            var size = itemSize * Numel(shape, Array.MaxLength / itemSize, name);
            var elements = Bytes(stream, name, size, string.Create(CultureInfo.InvariantCulture, $"{size} of shape {(Shape)shape}"));
            return stream.ReadByte() < 0 ? Tensor<T>(type, itemSize, elements, shape) : throw Error.IdxTrailing(name, size);
        }
        catch (InvalidDataException exception)
        {
            throw Error.Compressed(name, exception);
        }
    }

    /// <summary>Exactly so many bytes, in memory that at most doubles what has arrived.</summary>
    private static byte[] Bytes(Stream stream, string name, int size, string announced)
    {
        var bytes = new byte[Math.Min(size, FirstChunk)];
        var got = 0;
        while (true)
        {
            got += stream.ReadAtLeast(bytes.AsSpan(got), bytes.Length - got, throwOnEndOfStream: false);
            if (got < bytes.Length)
                throw Error.IdxTruncated(name, got, announced);
            if (got == size)
                return bytes;
            Array.Resize(ref bytes, (int)Math.Min(size, 2L * got));
        }
    }

    private static int ItemSize(byte type, string name) => type switch
    {
        0x08 or 0x09 => 1,
        0x0B => 2,
        0x0C or 0x0D => 4,
        0x0E => 8,
        _ => throw Error.IdxType(name, type),
    };

    private static long[] Lengths(byte[] bytes)
    {
        var lengths = new long[bytes.Length / sizeof(uint)];
        for (var dim = 0; dim < lengths.Length; dim++)
            lengths[dim] = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(dim * sizeof(uint)));
        return lengths;
    }

    /// <summary>The product of the lengths; refused where those that are not 0 have one beyond the limit, which no engine may count.</summary>
    private static int Numel(long[] shape, int limit, string name)
    {
        var numel = 1L;
        foreach (var length in shape.Where(length => length != 0))
            numel = numel * length <= limit ? numel * length : throw Error.IdxTooLarge(name, shape);
        return shape.Contains(0) ? 0 : (int)numel;
    }

    /// <summary>The elements, turned to this machine's byte order where they lie.</summary>
    private static T Tensor<T>(byte type, int itemSize, byte[] elements, long[] shape)
        where T : class, ITensor<T>
    {
        if (BitConverter.IsLittleEndian)
            for (var element = 0; element < elements.Length; element += itemSize)
                elements.AsSpan(element, itemSize).Reverse();
        return type switch
        {
            0x08 => Of<byte>(DType.UInt8),
            0x09 => Of<sbyte>(DType.Int8),
            0x0B => Of<short>(DType.Int16),
            0x0C => Of<int>(DType.Int32),
            0x0D => Of<float>(DType.Float32),
            _ => Of<double>(DType.Float64),
        };

        T Of<TNumber>(DType dtype)
            where TNumber : unmanaged
            => T.FromArray<TNumber>(MemoryMarshal.Cast<byte, TNumber>(elements.AsSpan()), shape, dtype, Device.Cpu, requiresGrad: false);
    }
}
