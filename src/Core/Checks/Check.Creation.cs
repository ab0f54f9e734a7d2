namespace TwinGrad;

internal static partial class Check
{
    /// <summary>libtorch divides by the step as an element of the dtype: an integer 0 would end the process.</summary>
    internal static void Arange(Scalar start, Scalar end, Scalar step, DType dtype)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        var (from, to, by) = (start.ToDouble(), end.ToDouble(), step.ToDouble());
        if (by == 0 || (!dtype.IsFloatingPoint && Math.Abs(by) < 1))
            throw Error.ArangeStepZero();
        if (!double.IsFinite(from) || !double.IsFinite(to))
            throw Error.ArangeBounds(from, to);
        if (double.IsNaN(by) || (by > 0 && from > to) || (by < 0 && from < to))
            throw Error.ArangeDirection();
    }

    /// <summary>libtorch makes a device of any number, and reads beyond its tables for one that is none.</summary>
    internal static DeviceType DeviceType(DeviceType type, int? index)
    {
        if (type is not (TwinGrad.DeviceType.Cpu or TwinGrad.DeviceType.Cuda or TwinGrad.DeviceType.Auto))
            throw Error.UnknownDevice((int)type);
        DeviceIndex(type, index);
        return type;
    }

    internal static int? DeviceIndex(DeviceType type, int? index)
    {
        if (index < 0)
            throw Error.NegativeDeviceIndex();
        return index is null || type != TwinGrad.DeviceType.Auto ? index : throw Error.IndexOfAuto(index.Value);
    }

    /// <summary>As many elements as the shape holds: no more, or memory behind the tensor would be written.</summary>
    internal static void Holds(ReadOnlySpan<long> shape, long count)
    {
        if (Layout.Numel(shape) != count)
            throw Error.ShapeDoesNotHold(shape, count);
    }

    /// <summary>An expanded tensor can have more elements than there is memory for.</summary>
    internal static void FitsAnArray(long count)
    {
        if (count > Array.MaxLength)
            throw Error.NoArrayHolds(count);
    }

    /// <summary>Integers that the dtype holds; into uint8 PyTorch lets negative ones too, as long as their size fits.</summary>
    internal static void Fits<TNumber>(ReadOnlySpan<TNumber> values, DType dtype)
        where TNumber : unmanaged
    {
        ArgumentNullException.ThrowIfNull(dtype);
        var source = Numbers.DTypeOf<TNumber>();
        var (smallest, largest) = dtype.Name switch
        {
            "uint8" => (-byte.MaxValue, byte.MaxValue),
            "int8" => (sbyte.MinValue, sbyte.MaxValue),
            "int16" => (short.MinValue, short.MaxValue),
            "int32" => ((long)int.MinValue, (long)int.MaxValue),
            _ => (long.MinValue, long.MaxValue),
        };
        if (source == dtype || source.Category != DTypeCategory.Integer || largest == long.MaxValue)
            return;
        foreach (var value in values)
        {
            if (Numbers.From(value).ToInt64() is var number && (number < smallest || number > largest))
                throw Error.ScalarOverflow(dtype.Name);
        }
    }
}
