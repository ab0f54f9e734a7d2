namespace TwinGrad;

/// <summary>What a cross-check compares, and how far witnesses may be apart.</summary>
public sealed record CrossCheckOptions
{
    /// <summary>How often the function is differentiated: 2 unless given, or 1.</summary>
    public int Orders
    {
        get;
        init => field = value is 1 or 2
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "the first derivative can be checked, or the first and the second");
    } = 2;

    /// <summary>
    /// How many float32 steps of the largest element the float32 results may be apart: rounding grows with every operator. Second gradients
    /// may be sixteen times as far.
    /// </summary>
    public double UlpTolerance { get; init => field = Tolerance.Checked(value); } = 256;

    /// <summary>How far the float64 results may be apart, relative to the largest element. A wrong rule is found here.</summary>
    public double Float64Tolerance { get; init => field = Tolerance.Checked(value); } = 1e-11;

    /// <summary>How far central differences may be from the reference's gradients, relative to the largest element, beside their own error.</summary>
    public double DifferencesTolerance { get; init => field = Tolerance.Checked(value); } = 1e-7;

    /// <summary>Whether float32 is compared; where it is not, float64 stands in its place.</summary>
    public bool Float32 { get; init; } = true;

    /// <summary>Whether central differences are asked. They call the function some fourteen times for every element of every input.</summary>
    public bool Differences { get; init; } = true;

    /// <summary>For how many elements of an input central differences are asked at most; of a larger one, for as many evenly spaced ones.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int DifferencesAtMost
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1000;
}
