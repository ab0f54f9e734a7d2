using System.Buffers.Binary;
using System.IO.Compression;

namespace TwinGrad.Tests;

/// <summary>IDX files as tests need them, also those that lie.</summary>
internal static class IdxBytes
{
    /// <summary>A header, whatever the elements that follow are.</summary>
    internal static byte[] Of(byte type, uint[] lengths, byte[] elements)
    {
        var bytes = new byte[4 + 4 * lengths.Length + elements.Length];
        bytes[2] = type;
        bytes[3] = (byte)lengths.Length;
        for (var dim = 0; dim < lengths.Length; dim++)
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(4 + 4 * dim), lengths[dim]);
        elements.CopyTo(bytes, 4 + 4 * lengths.Length);
        return bytes;
    }

    internal static byte[] Packed(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
            stream.Write(bytes);
        return packed.ToArray();
    }
}
