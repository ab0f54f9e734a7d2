namespace TwinGrad;

/// <summary>The largest and smallest numbers of the dtypes.</summary>
internal static class Limits
{
    /// <summary>The number, and for an infinity or nan that the dtype does not have what comes next to it: its largest or smallest number, or 0.</summary>
    internal static Scalar Within(double value, DType dtype)
    {
        if (dtype.IsFloatingPoint)
            return value;
        if (double.IsFinite(value))
            return (long)value;
        var (smallest, largest) = dtype.Name switch
        {
            "uint8" => (byte.MinValue, byte.MaxValue),
            "int8" => (sbyte.MinValue, sbyte.MaxValue),
            "int16" => (short.MinValue, short.MaxValue),
            "int32" => (int.MinValue, int.MaxValue),
            "int64" => (long.MinValue, long.MaxValue),
            _ => (0L, 1L),
        };
        return double.IsNaN(value) ? 0 : value > 0 ? largest : smallest;
    }
}
