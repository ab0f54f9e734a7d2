using System.Buffers.Binary;
using System.Text;

namespace TwinGrad.Tests;

/// <summary>Safetensors files made by hand.</summary>
internal static class SafeTensorsBytes
{
    /// <summary>The length of a header, the header, and so many zeros.</summary>
    internal static byte[] File(string header, int data = 0) => File(Encoding.UTF8.GetBytes(header), data);

    /// <inheritdoc cref="File(string, int)"/>
    internal static byte[] File(byte[] header, int data = 0)
    {
        var file = new byte[8 + header.Length + data];
        BinaryPrimitives.WriteInt64LittleEndian(file, header.Length);
        header.CopyTo(file.AsSpan(8));
        return file;
    }
}
