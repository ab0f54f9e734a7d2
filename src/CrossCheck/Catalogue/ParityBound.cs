using System.Globalization;

namespace TwinGrad;

/// <summary>How far libtorch may be from the reference on an entry of the catalogue: as far as the parity suite lets it be.</summary>
/// <remarks>
/// In float64 an element and its truth may be <see cref="OpAttribute.Tolerance"/> of the larger one apart, and beside that what rounding makes of the
/// largest element: both engines compute in double, and distances beyond that are other numbers, not other roundings. In float32 it is a
/// <see cref="Float32"/> part of the element and of the largest, some 170 to 340 roundings: entries are there that lose two digits of seven by
/// what they compute.
/// </remarks>
internal sealed class ParityBound(CatalogueEntry entry)
{
    /// <summary>How far float32 results may be from the reference's doubles, relative to the largest element.</summary>
    internal const double Float32 = 2e-5;

    /// <summary>What of a tolerance is rounding of the largest element.</summary>
    internal const double OfLargest = 1e-4;

    /// <summary>The largest distance that was added, in bounds: above 1 is beyond it.</summary>
    internal double Furthest { get; private set; }

    /// <summary>Where that was; null where it is not beyond the bound.</summary>
    internal string? Beyond { get; private set; }

    /// <summary>Adds a sample's value and first gradients.</summary>
    internal void Add(Derivatives torch, Derivatives truth, DType dtype)
    {
        var largest = Magnitude.Largest(truth.First.Append(truth.Value).SelectMany(values => values));
        Add("value", torch.Value, truth.Value, dtype, largest);
        for (var input = 0; input < Math.Max(torch.First.Length, truth.First.Length); input++)
            Add($"gradient by {entry.Parameters[input].Name}", Gradient(torch, input), Gradient(truth, input), dtype, largest);
    }

    /// <summary>None where an engine does not differentiate at all.</summary>
    private static double[] Gradient(Derivatives derivatives, int input) => input < derivatives.First.Length ? derivatives.First[input] : [];

    private void Add(string what, double[] values, double[] truths, DType dtype, double largest)
    {
        if (values.Length != truths.Length && values.Length * truths.Length > 0)
        {
            Beyond ??= $"{what} in {dtype}: libtorch has {values.Length} elements, the reference {truths.Length}";
            Furthest = double.PositiveInfinity;
            return;
        }
        var (relative, noise) = dtype == DType.Float32
            ? (Float32, Float32 * largest)
            : (entry.Op.Tolerance, OfLargest * entry.Op.Tolerance * Magnitude.Largest(values));
        for (var i = 0; i < Math.Max(values.Length, truths.Length); i++)
        {
            // One engine may find that nothing flows where the other has a flow of zeros.
            var (value, truth) = (values.Length == 0 ? 0 : values[i], truths.Length == 0 ? 0 : truths[i]);
            var allowed = relative * Math.Max(Math.Abs(value), Math.Abs(truth)) + noise;
            var apart = Ulp.Distance(value, truth, allowed > 0 ? allowed : double.Epsilon);
            if (apart <= Furthest)
                continue;
            Furthest = apart;
            if (apart > 1)
                Beyond = string.Create(CultureInfo.InvariantCulture, $"{what} in {dtype}, element {i}: libtorch {value:R}, reference {truth:R}: {apart:0.0e0} times what the parity suite lets it be");
        }
    }
}
