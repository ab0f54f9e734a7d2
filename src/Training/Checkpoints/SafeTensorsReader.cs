using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace TwinGrad;

/// <summary>Reads the header of a safetensors file and believes nothing of it: no memory is taken that the file itself does not have.</summary>
/// <param name="source">What messages call the file.</param>
internal sealed class SafeTensorsReader(string source)
{
    // A tensor's lengths are at depth 3; fields that are not known may be a little deeper.
    private const int Deepest = 8;

    // As many dimensions as libtorch's reductions take.
    private const int MostDimensions = 64;

    private readonly OrderedDictionary<string, SafeTensorsEntry> _entries = [];
    private readonly OrderedDictionary<string, string> _metadata = [];

    internal IReadOnlyDictionary<string, string> Metadata => _metadata;

    /// <summary>The tensors in the order of the file, once the header is known to describe all of the file and nothing else.</summary>
    /// <exception cref="CheckpointException">It does not.</exception>
    internal List<SafeTensorsEntry> Read(Stream stream)
    {
        var length = stream.Length - stream.Position;
        var header = ReadHeader(stream, length);
        try
        {
            Parse(header);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader says InvalidOperationException of a string that stands for no Unicode text.
            throw Error.HeaderText(source, exception.Message, exception);
        }
        var ordered = _entries.Values.OrderBy(entry => entry.Start).ThenBy(entry => entry.End).ToList();
        CheckOffsets(ordered, length - sizeof(ulong) - header.Length);
        return ordered;
    }

    private byte[] ReadHeader(Stream stream, long length)
    {
        if (length < sizeof(ulong))
            throw Error.TooShort(source, Math.Max(length, 0));
        Span<byte> start = stackalloc byte[sizeof(ulong) + 1];
        var count = stream.ReadAtLeast(start[..(int)Math.Min(start.Length, length)], sizeof(ulong));
        var size = BinaryPrimitives.ReadUInt64LittleEndian(start);
        var rest = length - sizeof(ulong);
        var isHeader = size <= SafeTensorsEntry.LongestHeader && size <= (ulong)rest && size > 0 && count == start.Length && start[^1] == '{';
        if (!isHeader)
        {
            if (start.StartsWith("PK\u0003\u0004"u8))
                throw Error.IsPickle(source, "a zip archive");
            if (start[0] == 0x80 && start[1] is > 0 and < 6)
                throw Error.IsPickle(source, "a pickle");
            if (size > SafeTensorsEntry.LongestHeader)
                throw Error.HeaderTooLarge(source, size, SafeTensorsEntry.LongestHeader);
            throw size > (ulong)rest ? Error.HeaderBeyondFile(source, size, rest) : Error.HeaderStart(source);
        }
        var header = new byte[size];
        header[0] = start[^1];
        stream.ReadExactly(header.AsSpan(1));
        return Utf8.IsValid(header) ? header : throw Error.HeaderText(source, "it is not UTF-8");
    }

    private void Parse(ReadOnlySpan<byte> header)
    {
        var reader = new Utf8JsonReader(header, new JsonReaderOptions { MaxDepth = Deepest });
        reader.Read();
        var hasMetadata = false;
        while (NextName(ref reader) is { } name)
        {
            if (name != SafeTensorsEntry.MetadataKey)
            {
                if (!_entries.TryAdd(name, ReadEntry(ref reader, name)))
                    throw Error.TensorHeader(source, name, "there are two");
            }
            else if (hasMetadata)
            {
                throw Error.HeaderText(source, $"there are two {name}");
            }
            else
            {
                ReadMetadata(ref reader);
                hasMetadata = true;
            }
        }
        if (reader.Read())
            throw Error.HeaderText(source, "something follows its end");
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Error.HeaderText(source, $"{SafeTensorsEntry.MetadataKey} is {Kind(reader.TokenType)}, not an object of texts");
        while (NextName(ref reader) is { } key)
        {
            if (reader.TokenType != JsonTokenType.String)
                throw Error.HeaderText(source, $"a value of {SafeTensorsEntry.MetadataKey} is {Kind(reader.TokenType)}, not a text");
            if (!_metadata.TryAdd(key, reader.GetString()!))
                throw Error.HeaderText(source, $"a key of {SafeTensorsEntry.MetadataKey} is there twice");
        }
    }

    private SafeTensorsEntry ReadEntry(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw Error.TensorHeader(source, name, $"the description is {Kind(reader.TokenType)}, not an object");
        DType? dtype = null;
        long[]? shape = null;
        long[]? offsets = null;
        while (NextName(ref reader) is { } field)
        {
            if (field is "dtype" && dtype is not null || field is "shape" && shape is not null || field is "data_offsets" && offsets is not null)
                throw Error.TensorHeader(source, name, $"the field {field} is there twice");
            switch (field)
            {
                case "dtype":
                    dtype = ReadDType(ref reader, name);
                    break;
                case "shape":
                    shape = ReadNumbers(ref reader, name, field, MostDimensions);
                    break;
                case "data_offsets":
                    offsets = ReadNumbers(ref reader, name, field, most: 2);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }
        if (dtype is null || shape is null || offsets is null)
            throw Error.TensorHeader(source, name, $"the field {(dtype is null ? "dtype" : shape is null ? "shape" : "data_offsets")} is missing");
        if (offsets.Length != 2)
            throw Error.TensorHeader(source, name, $"data_offsets has {offsets.Length} numbers, not 2");
        return new(name, dtype, shape, offsets[0], offsets[1]);
    }

    private DType ReadDType(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw Error.TensorHeader(source, name, $"the dtype is {Kind(reader.TokenType)}, not a text");
        var text = reader.GetString()!;
        return SafeTensorsEntry.DTypeOf(text) ?? throw Error.UnknownTensorDType(source, name, text, SafeTensorsEntry.DTypeNames);
    }

    private long[] ReadNumbers(ref Utf8JsonReader reader, string name, string field, int most)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Error.TensorHeader(source, name, $"{field} is {Kind(reader.TokenType)}, not an array");
        var numbers = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetUInt64(out var number) || number > long.MaxValue)
                throw Error.TensorHeader(source, name, $"{field} has a number that is no count: {What(ref reader)}");
            if (numbers.Count == most)
                throw Error.TensorHeader(source, name, $"{field} has more than {most} numbers");
            numbers.Add((long)number);
        }
        return [.. numbers];
    }

    private void CheckOffsets(List<SafeTensorsEntry> entries, long length)
    {
        var end = 0L;
        foreach (var entry in entries)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"[{entry.Start}, {entry.End}]");
            if (entry.End < entry.Start)
                throw Error.TensorHeader(source, entry.Name, $"data_offsets {at} end before they begin");
            if (entry.Start != end)
                throw Error.TensorHeader(source, entry.Name, $"data_offsets {at} {(entry.Start > end ? "leave a hole after" : "overlap with what ends at")} {end}");
            if (Size(entry) is var size && size != entry.End - entry.Start)
                throw Error.TensorHeader(source, entry.Name, $"data_offsets {at} do not hold the {size} bytes of shape {Shape.Create(entry.Shape)} and dtype {SafeTensorsEntry.NameOf(entry.DType)}");
            end = entry.End;
        }
        if (end != length)
            throw Error.NotSafeTensors(source, $"its tensors take {end} bytes, and the file has {length} for them");
    }

    /// <summary>The tensor's bytes. Not even its strides may be beyond 64 bits, which they could be in a shape without elements.</summary>
    private long Size(SafeTensorsEntry entry)
    {
        var largest = (Int128)entry.DType.ItemSize;
        foreach (var dimension in entry.Shape)
        {
            largest *= Math.Max(dimension, 1);
            if (largest > long.MaxValue)
                throw Error.TensorHeader(source, entry.Name, $"the shape {Shape.Create(entry.Shape)} has more bytes than a computer can count");
        }
        return entry.Shape.Contains(0) ? 0 : (long)largest;
    }

    /// <summary>The next name of an object, with the reader on its value; null at the object's end.</summary>
    private static string? NextName(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
            return null;
        var name = reader.GetString();
        reader.Read();
        return name;
    }

    private static string What(ref Utf8JsonReader reader)
        => reader.TokenType != JsonTokenType.Number ? Kind(reader.TokenType)
            : reader.ValueSpan.Length <= 40 ? SafeTensorsEntry.Utf8.GetString(reader.ValueSpan)
            : $"one of {reader.ValueSpan.Length} digits";

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a truth value",
    };
}
