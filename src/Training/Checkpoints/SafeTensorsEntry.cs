using System.Text;

namespace TwinGrad;

/// <summary>A tensor in a safetensors file: what the header says of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DType">The dtype.</param>
/// <param name="Shape">The lengths.</param>
/// <param name="Start">Where its bytes begin, counted from the end of the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafeTensorsEntry(string Name, DType DType, long[] Shape, long Start, long End)
{
    /// <summary>The longest header that the format allows.</summary>
    internal const int LongestHeader = 100_000_000;

    internal const string MetadataKey = "__metadata__";

    /// <summary>UTF-8 that refuses what is no Unicode text instead of writing something else.</summary>
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // In the order in which the format's own writer lays tensors out: the widest elements first, so that each begins at a multiple of its width.
    private static readonly (string Name, DType DType)[] Names =
    [
        ("I64", DType.Int64), ("F64", DType.Float64), ("F32", DType.Float32), ("I32", DType.Int32), ("BF16", DType.BFloat16),
        ("F16", DType.Float16), ("I16", DType.Int16), ("I8", DType.Int8), ("U8", DType.UInt8), ("BOOL", DType.Bool),
    ];

    internal static IEnumerable<string> DTypeNames => Names.Select(entry => entry.Name);

    internal static DType? DTypeOf(string name) => Names.FirstOrDefault(entry => entry.Name == name).DType;

    internal static string NameOf(DType dtype) => Names[PlaceOf(dtype)].Name;

    internal static int PlaceOf(DType dtype) => Array.FindIndex(Names, entry => entry.DType == dtype);
}
