namespace TwinGrad;

/// <summary>Units in the last place: how far apart two numbers are, counted in steps of a floating-point type.</summary>
public static class Ulp
{
    /// <summary>|value - truth| / ulp(truth), where ulp(t) is the distance from |t| to the next larger number of the dtype.</summary>
    /// <remarks>
    /// The truth is a double and need not be a number of the dtype, so the distance of a correctly rounded value is at most 0.5. Equal values
    /// are 0 apart, infinities and nans of one kind too; a nan beside a number is infinitely far.
    /// </remarks>
    /// <param name="value">The value to judge.</param>
    /// <param name="truth">What it should be.</param>
    /// <param name="dtype">float32 or float64, whose steps count.</param>
    public static double Distance(double value, double truth, DType dtype)
        => Distance(value, truth, Step(Math.Abs(truth), dtype));

    /// <summary>|value - truth| in units of a given size; what is no finite number is 0 from its kind and infinitely far from others.</summary>
    internal static double Distance(double value, double truth, double unit)
    {
        if (value.Equals(truth) || value == truth)
            return 0;
        if (!double.IsFinite(value) || !double.IsFinite(truth))
            return double.PositiveInfinity;
        return Math.Abs(value - truth) / unit;
    }

    /// <summary>The distance from a magnitude to the next larger number of the dtype.</summary>
    /// <param name="magnitude">A finite number, not negative. Beyond the dtype's largest number the step stays that below it.</param>
    /// <param name="dtype">float32 or float64.</param>
    public static double Step(double magnitude, DType dtype)
    {
        if (dtype == DType.Float64)
            return magnitude < double.MaxValue ? Math.BitIncrement(magnitude) - magnitude : double.MaxValue - Math.BitDecrement(double.MaxValue);
        if (dtype != DType.Float32)
            throw new ArgumentException($"ulps are counted in torch.float32 or torch.float64, not in {dtype}", nameof(dtype));
        var number = (float)Math.Min(magnitude, float.MaxValue);
        if (number == float.MaxValue)
            return (double)number - MathF.BitDecrement(number);
        // The step below a power of two is half of that above: a truth just below one is measured by the smaller.
        if (number > magnitude)
            number = MathF.BitDecrement(number);
        return (double)MathF.BitIncrement(number) - number;
    }
}
