using System.Runtime.CompilerServices;

namespace TwinGrad;

/// <summary>The bridge between C#'s number types and a tensor's elements.</summary>
internal static class Numbers
{
    /// <summary>The dtype in which PyTorch would hold a list of such numbers: bool, int64, or the default float32.</summary>
    internal static DType DefaultDType<TNumber>() => DTypeOf<TNumber>().Category switch
    {
        DTypeCategory.Bool => DType.Bool,
        DTypeCategory.Integer => DType.Int64,
        _ => DType.Float32,
    };

    /// <summary>The dtype whose elements lie in memory as <typeparamref name="TNumber"/> does.</summary>
    internal static DType DTypeOf<TNumber>()
        => typeof(TNumber) == typeof(float) ? DType.Float32
            : typeof(TNumber) == typeof(double) ? DType.Float64
            : typeof(TNumber) == typeof(long) ? DType.Int64
            : typeof(TNumber) == typeof(int) ? DType.Int32
            : typeof(TNumber) == typeof(bool) ? DType.Bool
            : typeof(TNumber) == typeof(short) ? DType.Int16
            : typeof(TNumber) == typeof(sbyte) ? DType.Int8
            : typeof(TNumber) == typeof(byte) ? DType.UInt8
            : typeof(TNumber) == typeof(Half) ? DType.Float16
            : throw Error.NoSuchElementType(typeof(TNumber));

    internal static Scalar From<TNumber>(TNumber value)
        where TNumber : unmanaged
        => value switch
        {
            float v => v,
            double v => v,
            long v => v,
            int v => v,
            bool v => v,
            short v => v,
            sbyte v => v,
            byte v => v,
            Half v => (double)v,
            _ => throw Error.NoSuchElementType(typeof(TNumber)),
        };

    /// <summary>The number as a C# type; a fraction is cut off by an integer type, and what does not fit one throws.</summary>
    internal static TNumber To<TNumber>(Scalar value)
        where TNumber : unmanaged
        => typeof(TNumber) == typeof(float) ? As<float, TNumber>((float)value.ToDouble())
            : typeof(TNumber) == typeof(double) ? As<double, TNumber>(value.ToDouble())
            : typeof(TNumber) == typeof(long) ? As<long, TNumber>(value.ToInt64())
            : typeof(TNumber) == typeof(int) ? As<int, TNumber>((int)Within(value, int.MinValue, int.MaxValue, "int"))
            : typeof(TNumber) == typeof(bool) ? As<bool, TNumber>(value.ToBoolean())
            : typeof(TNumber) == typeof(short) ? As<short, TNumber>((short)Within(value, short.MinValue, short.MaxValue, "int16_t"))
            : typeof(TNumber) == typeof(sbyte) ? As<sbyte, TNumber>((sbyte)Within(value, sbyte.MinValue, sbyte.MaxValue, "int8_t"))
            : typeof(TNumber) == typeof(byte) ? As<byte, TNumber>((byte)Within(value, byte.MinValue, byte.MaxValue, "uint8_t"))
            : typeof(TNumber) == typeof(Half) ? As<Half, TNumber>((Half)value.ToDouble())
            : throw Error.NoSuchElementType(typeof(TNumber));

    /// <summary>The element that a tensor of the dtype holds for a number: rounded, cut off, or as a truth value.</summary>
    internal static double Round(double value, DType dtype) => dtype.Category switch
    {
        DTypeCategory.Floating => FloatRounding.Round(value, dtype),
        DTypeCategory.Integer => Math.Truncate(value),
        _ => value != 0 ? 1 : 0,
    };

    /// <summary>An element of one dtype as one of another. Between floating dtypes nothing is rounded: results stay as exact as they are.</summary>
    internal static double Convert(double value, DType from, DType to)
        => to.Category < from.Category ? Round(value, to) : value;

    private static long Within(Scalar value, long min, long max, string type)
    {
        var number = value.ToInt64();
        return number >= min && number <= max ? number : throw Error.ScalarOverflow(type);
    }

    private static TTo As<TFrom, TTo>(TFrom value) => Unsafe.As<TFrom, TTo>(ref value);
}
