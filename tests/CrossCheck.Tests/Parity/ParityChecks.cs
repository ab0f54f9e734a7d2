namespace TwinGrad.Tests;

/// <summary>One way to try an entry of the catalogue; it tells what differs, and nothing where all is well.</summary>
internal sealed record ParityCheck(string Name, Func<CatalogueEntry, IEnumerable<string>> Run);

/// <summary>All ways in which the parity suite tries an entry.</summary>
internal static class ParityChecks
{
    private const double DifferencesTolerance = 1e-7;

    internal static IReadOnlyList<ParityCheck> All { get; } =
    [
        new("regular", entry => Compare(entry, Samples.Regular(entry), DType.Float64)),
        new("strided", entry => entry.Op.StridedSkip is null ? Compare(entry, Samples.Regular(entry), DType.Float64, strided: true) : []),
        new("kinks", entry => Compare(entry, Samples.Kinks(entry), DType.Float64)),
        new("special values", entry => Compare(entry, Samples.Special(entry), DType.Float64)),
        new("float32", entry => entry.Op.Float32Skip is null ? Compare(entry, Samples.Regular(entry), DType.Float32) : []),
        new("dtypes", DTypeChecks.Run),
        new("in place", Twins),
        new("central differences", Differences),
        new("refusal", Refusals),
    ];

    private static IEnumerable<string> Compare(CatalogueEntry entry, IEnumerable<Input[]> samples, DType dtype, bool strided = false)
    {
        if (entry.Op.Fails)
            yield break;
        var single = dtype == DType.Float32;
        // Second derivatives of float32 are no matter of rules, and their rounding grows beyond any bound.
        var orders = single ? Math.Min(1, entry.Op.Orders) : entry.Op.Orders;
        foreach (var sample in samples)
        {
            var torch = Derivatives.Of(entry.OnTorch, sample, dtype, strided, orders);
            var reference = Derivatives.Of(entry.OnReference, sample, dtype, strided, orders);
            var difference = single
                ? Agreement.Difference(torch, reference, ParityBound.Float32, ParityBound.Float32 * Largest(reference))
                : Agreement.Difference(torch, reference, entry.Op.Tolerance);
            if (difference is not null)
                yield return $"{difference} ({Describe(sample)})";
            else if (torch.Node != reference.Node)
                yield return $"libtorch records {torch.Node}, the reference {reference.Node} ({Describe(sample)})";
        }
    }

    /// <summary>The entry whose value and derivatives are to be the same, on each engine.</summary>
    private static IEnumerable<string> Twins(CatalogueEntry entry)
    {
        if (entry.Op.SameAs is not { } name)
            yield break;
        var twin = Catalogue.Entries[name];
        foreach (var sample in Samples.Regular(entry))
        {
            if (Difference(entry.OnTorch, twin.OnTorch, sample) is { } onTorch)
                yield return $"{name} differs on libtorch: {onTorch} ({Describe(sample)})";
            if (Difference(entry.OnReference, twin.OnReference, sample) is { } onReference)
                yield return $"{name} differs on the reference: {onReference} ({Describe(sample)})";
        }
    }

    private static string? Difference<T>(Func<T[], T> one, Func<T[], T> other, Input[] sample)
        where T : class, ITensor<T>
        => Agreement.Difference(Derivatives.Of(one, sample, DType.Float64), Derivatives.Of(other, sample, DType.Float64), relative: 1e-14);

    /// <summary>The third witness: the derivatives of the reference from nothing but its values.</summary>
    private static IEnumerable<string> Differences(CatalogueEntry entry)
    {
        if (entry.Op.DifferencesSkip is not null || entry.Op.Fails || entry.Op.Orders == 0)
            yield break;
        foreach (var sample in Samples.Regular(entry))
        {
            var exact = Derivatives.Of(entry.OnReference, sample, DType.Float64, orders: entry.Op.Orders);
            for (var input = 0; input < exact.First.Length; input++)
            {
                var first = CentralDifferences.Gradient(values => At(values, orders: 0).Weighted, sample[input].Values);
                var second = CentralDifferences.Gradient(values => At(values, orders: 1).SquaredGradient, sample[input].Values);
                var difference = Agreement.Difference($"gradient of input {input}", first, Padded(exact.First[input], first), DifferencesTolerance, Noise(first))
                    ?? Agreement.Difference($"second gradient of input {input}", second, Padded(exact.Second[input], second), DifferencesTolerance, Noise(second));
                if (difference is not null && entry.Op.Orders > (difference.StartsWith("second", StringComparison.Ordinal) ? 1 : 0))
                    yield return $"{difference.Replace("libtorch", "differences", StringComparison.Ordinal)} ({Describe(sample)})";

                Derivatives At(double[] values, int orders)
                    => Derivatives.Of(
                        entry.OnReference, [.. sample.Select((other, i) => i == input ? other with { Values = values } : other)], DType.Float64, orders: orders);
            }
        }
    }

    private static IEnumerable<string> Refusals(CatalogueEntry entry)
    {
        if (!entry.Op.Fails)
            yield break;
        foreach (var sample in Samples.Regular(entry))
        {
            var (torch, reference) = (Outcome.Of(entry.OnTorch, sample, DType.Float64), Outcome.Of(entry.OnReference, sample, DType.Float64));
            if (torch.Error is null || torch.Error != reference.Error)
                yield return $"libtorch {torch}, reference {reference} ({Describe(sample)})";
        }
    }

    private static double[] Padded(double[] exact, double[] differences) => exact.Length == 0 ? new double[differences.Length] : exact;

    private static double Noise(double[] values) => DifferencesTolerance * Math.Max(1, values.Select(Math.Abs).DefaultIfEmpty(0).Max());

    private static double Largest(Derivatives results)
        => Magnitude.Largest(results.First.Append(results.Value).SelectMany(values => values));

    private static string Describe(Input[] sample)
        => string.Join(" and ", sample.Select(input => input.Values.Length <= 24 ? $"{input}" : $"{Shape.Create(input.Shape)}"));
}
