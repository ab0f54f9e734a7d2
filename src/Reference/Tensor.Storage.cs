using static System.Buffers.Binary.BinaryPrimitives;

namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    private const int ElementsOfAPiece = 8192;

    /// <inheritdoc/>
    static bool ITensor<Tensor>.KeepsDoubles => true;

    /// <inheritdoc/>
    static void ITensor<Tensor>.ReadBytes(Tensor x, Action<ReadOnlySpan<byte>> take)
    {
        var values = Check.Given(x).Read();
        var size = x.DType.ItemSize;
        var piece = new byte[Math.Min(values.Length, ElementsOfAPiece) * size];
        for (var start = 0; start < values.Length; start += ElementsOfAPiece)
        {
            var count = Math.Min(ElementsOfAPiece, values.Length - start);
            for (var i = 0; i < count; i++)
                Write(piece.AsSpan(i * size), values[start + i], x.DType);
            take(piece.AsSpan(0, count * size));
        }
    }

    /// <inheritdoc/>
    static Tensor ITensor<Tensor>.FromBytes(Action<Span<byte>> fill, ReadOnlySpan<long> shape, DType dtype)
    {
        var values = Strided.Allocate(Layout.Numel(shape));
        var size = dtype.ItemSize;
        var piece = new byte[Math.Min(values.Length, ElementsOfAPiece) * size];
        for (var start = 0; start < values.Length; start += ElementsOfAPiece)
        {
            var count = Math.Min(ElementsOfAPiece, values.Length - start);
            fill(piece.AsSpan(0, count * size));
            for (var i = 0; i < count; i++)
                values[start + i] = Read(piece.AsSpan(i * size), dtype);
        }
        return Leaf(values, shape, dtype, Device.Cpu, requiresGrad: false);
    }

    private static void Write(Span<byte> element, double value, DType dtype)
    {
        switch (dtype.Name)
        {
            case "float64":
                WriteDoubleLittleEndian(element, value);
                break;
            case "float32":
                WriteSingleLittleEndian(element, (float)value);
                break;
            case "float16":
                WriteHalfLittleEndian(element, (Half)(float)value);
                break;
            case "bfloat16":
                WriteUInt16LittleEndian(element, (ushort)(BitConverter.SingleToUInt32Bits((float)FloatRounding.Round(value, dtype)) >> 16));
                break;
            case "int64":
                WriteInt64LittleEndian(element, (long)value);
                break;
            case "int32":
                WriteInt32LittleEndian(element, (int)value);
                break;
            case "int16":
                WriteInt16LittleEndian(element, (short)value);
                break;
            default: // one byte: uint8, int8, bool
                element[0] = (byte)(long)value;
                break;
        }
    }

    private static double Read(ReadOnlySpan<byte> element, DType dtype) => dtype.Name switch
    {
        "float64" => ReadDoubleLittleEndian(element),
        "float32" => ReadSingleLittleEndian(element),
        "float16" => (float)ReadHalfLittleEndian(element),
        "bfloat16" => BitConverter.UInt32BitsToSingle((uint)ReadUInt16LittleEndian(element) << 16),
        "int64" => Elements.Stored(ReadInt64LittleEndian(element), dtype),
        "int32" => ReadInt32LittleEndian(element),
        "int16" => ReadInt16LittleEndian(element),
        "int8" => (sbyte)element[0],
        _ => element[0], // uint8, bool
    };
}
