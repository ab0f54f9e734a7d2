using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace TwinGrad;

/// <summary>Lays tensors out in a safetensors file as the format's own writer does, byte for byte.</summary>
internal static class SafeTensorsHeader
{
    private const int Alignment = 8;

    /// <summary>The tensors in the order of the file: by dtype, the widest first, then by name.</summary>
    /// <exception cref="TorchArgumentException">A tensor is null, or a name can't be written.</exception>
    internal static List<SafeTensorsEntry> Entries<T>(IReadOnlyDictionary<string, T> tensors)
        where T : class, ITensor<T>
    {
        var ordered = tensors
            .Select(tensor => (tensor.Key, Tensor: tensor.Value ?? throw Error.NoTensorUnderName(tensor.Key), Bytes: NameBytes(tensor.Key)))
            .OrderBy(tensor => SafeTensorsEntry.PlaceOf(tensor.Tensor.DType))
            .ThenBy(tensor => tensor.Bytes, Comparer<byte[]>.Create((one, other) => one.AsSpan().SequenceCompareTo(other)));
        var entries = new List<SafeTensorsEntry>();
        var start = 0L;
        foreach (var (name, tensor, _) in ordered)
        {
            var end = start + tensor.Shape.Numel * tensor.DType.ItemSize;
            entries.Add(new(name, tensor.DType, [.. tensor.Shape], start, end));
            start = end;
        }
        return entries;
    }

    /// <summary>The header's length and text, padded so that the tensors begin at a multiple of 8.</summary>
    /// <exception cref="TorchArgumentException">A text can't be written, or the header is longer than the format allows.</exception>
    internal static byte[] Write(IReadOnlyList<SafeTensorsEntry> entries, IReadOnlyDictionary<string, string>? metadata)
    {
        var text = new StringBuilder("{");
        if (metadata is not null)
        {
            text.Append('"').Append(SafeTensorsEntry.MetadataKey).Append("\":{");
            // The format leaves their order open; sorted, the same content is the same file.
            text.AppendJoin(',', metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(
                pair => $"{Quoted(pair.Key)}:{Quoted(pair.Value ?? throw Error.NoMetadataText(pair.Key))}"));
            text.Append('}');
        }
        foreach (var entry in entries)
        {
            if (text.Length > 1)
                text.Append(',');
            text.Append(CultureInfo.InvariantCulture, $"{Quoted(entry.Name)}:{{\"dtype\":\"{SafeTensorsEntry.NameOf(entry.DType)}\",\"shape\":[");
            text.AppendJoin(',', entry.Shape);
            text.Append(CultureInfo.InvariantCulture, $"],\"data_offsets\":[{entry.Start},{entry.End}]}}");
        }
        text.Append('}');
        var length = (SafeTensorsEntry.Utf8.GetByteCount(text.ToString()) + Alignment - 1) / Alignment * Alignment;
        if (length > SafeTensorsEntry.LongestHeader)
            throw Error.HeaderOfTooManyNames(length, SafeTensorsEntry.LongestHeader);
        var bytes = new byte[sizeof(ulong) + length];
        bytes.AsSpan().Fill((byte)' ');
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)length);
        SafeTensorsEntry.Utf8.GetBytes(text.ToString(), bytes.AsSpan(sizeof(ulong)));
        return bytes;
    }

    private static byte[] NameBytes(string name)
        => name == SafeTensorsEntry.MetadataKey ? throw Error.ReservedTensorName(name) : Bytes("tensor name", name);

    private static byte[] Bytes(string what, string text)
    {
        try
        {
            return SafeTensorsEntry.Utf8.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            throw Error.NotInUnicode(what, text);
        }
    }

    /// <summary>A JSON string that escapes what it must and nothing else.</summary>
    private static string Quoted(string text)
    {
        Bytes("text", text);
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }
        return quoted.Append('"').ToString();
    }
}
