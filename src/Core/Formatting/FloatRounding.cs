namespace TwinGrad;

/// <summary>Rounding of a double to the floating dtypes.</summary>
internal static class FloatRounding
{
    /// <summary>The double that a tensor of <paramref name="dtype"/> holds after <paramref name="value"/> is stored in it.</summary>
    /// <remarks>The 16-bit types are reached by way of float32, as in PyTorch, so a double may be rounded twice.</remarks>
    internal static double Round(double value, DType dtype) => dtype.Name switch
    {
        "float32" => (float)value,
        "float16" => (double)(Half)(float)value,
        "bfloat16" => ToBFloat16((float)value),
        _ => value,
    };

    private static double ToBFloat16(float value)
    {
        if (float.IsNaN(value))
            return value;
        var bits = BitConverter.SingleToUInt32Bits(value);
        // Just below half a unit of the upper 16 bits, and one more where they are odd: ties go to even.
        bits += 0x7FFF + ((bits >> 16) & 1);
        return BitConverter.UInt32BitsToSingle(bits & 0xFFFF_0000);
    }
}
