namespace TwinGrad.Reference;

/// <summary>What doubles become as elements of a dtype.</summary>
internal static class Elements
{
    // The first integer that a double may have been rounded to.
    private const long Exact = 1L << 53;

    /// <summary>Makes computed elements such as the dtype holds: truth values are 0 or 1, narrow integers wrap around as a processor's do.</summary>
    /// <exception cref="TorchArgumentException">An integer is too large to be exact.</exception>
    internal static void Settle(double[] values, DType dtype)
    {
        if (dtype.IsFloatingPoint)
            return;
        for (var i = 0; i < values.Length; i++)
            values[i] = dtype == DType.Bool ? (values[i] != 0 ? 1 : 0) : Wrap(values[i], dtype);
    }

    /// <summary>The element that stands for a number beside tensors of the dtype.</summary>
    internal static double Stored(Scalar value, DType dtype)
    {
        if (dtype.Category == DTypeCategory.Integer && value.ToInt64() is <= -Exact or >= Exact)
            throw Error.BeyondExactIntegers(value);
        return Numbers.Round(value.ToDouble(), dtype);
    }

    /// <summary>The element that a tensor is filled with; unlike an arithmetic result it must fit the dtype.</summary>
    /// <remarks>libtorch lets a negative integer into uint8 as long as its size fits.</remarks>
    internal static double Filled(Scalar value, DType dtype)
    {
        var (number, largest) = (value.ToDouble(), Largest(dtype));
        var smallest = dtype.IsFloatingPoint ? -largest
            : dtype != DType.UInt8 ? -largest - 1
            : value.Kind == DTypeCategory.Floating ? 0 : -largest;
        return double.IsInfinity(number) && dtype.IsFloatingPoint || !(number > largest || number < smallest)
            ? Element(value, dtype)
            : throw Error.ScalarOverflow(dtype);
    }

    /// <summary>An element of one dtype as one of another.</summary>
    /// <remarks>A floating-point number that int32 does not hold, nan among them, becomes its smallest one, as a processor's conversion has it.</remarks>
    internal static double Convert(double value, DType from, DType to)
        => to == DType.Int32 && from.IsFloatingPoint && !(Math.Truncate(value) is >= int.MinValue and <= int.MaxValue)
            ? int.MinValue
            : Numbers.Convert(value, from, to);

    /// <summary>The largest number that is not infinite.</summary>
    internal static double LargestFinite(DType dtype) => Math.Min(Largest(dtype), double.MaxValue);

    private static double Element(Scalar value, DType dtype)
    {
        double[] element = [Stored(value, dtype)];
        Settle(element, dtype);
        return element[0];
    }

    private static double Wrap(double value, DType dtype)
    {
        if (!(Math.Abs(value) < Exact)) // nor is nan
            throw Error.BeyondExactIntegers(value);
        return dtype.Name switch
        {
            "uint8" => (byte)(long)value,
            "int8" => (sbyte)(long)value,
            "int16" => (short)(long)value,
            "int32" => (int)(long)value,
            _ => value + 0.0, // no integer is -0
        };
    }

    private static double Largest(DType dtype) => dtype.Name switch
    {
        "uint8" => byte.MaxValue,
        "int8" => sbyte.MaxValue,
        "int16" => short.MaxValue,
        "int32" => int.MaxValue,
        "float16" => 65504,
        "bfloat16" => 3.3895313892515355e38,
        "float32" => float.MaxValue,
        _ => double.PositiveInfinity,
    };
}
