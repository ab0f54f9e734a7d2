using System.Globalization;
using System.Text;

namespace TwinGrad.Examples;

/// <summary>docs/parity.md: how far libtorch is from the reference engine, in the order of the names, after what lies beyond the bound.</summary>
internal static class ParityPage
{
    internal static string Of(IReadOnlyList<EngineDistance> distances)
    {
        var page = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            # How far libtorch is from the reference engine

            Written by `dotnet run --project src/Examples -- parity --output docs/parity.md`, with libtorch {Torch.LibTorch.LibTorchVersion}.

            Each row is an entry of the catalogue, on 1,000 random elements of its domain or under its own shapes. The reference computes in
            double from the same float32 inputs; the gradient is that of the sum of the result's elements times fixed, different weights.

            - float32: in float32 steps (ulps) of the reference's result. A correctly rounded result is at most 0.5 away. Where an element is the
              difference of larger numbers, its own step is small beside theirs, and distances grow without a fault.
            - float64: relative to the reference's result. Both engines round in double here, so a distance of 1e-16 says nothing of which is nearer.
            - Entries with shapes of their own, whose elements are sums of many, are measured by the largest element of the result.
            - worst input: where the largest float32 distance was found, of the gradient if it is further away than the value.

            The bound is that of the parity suite: in float64 1e-10 of the element, or what the catalogue says of entries that are less exact, and in
            float32 2e-5 of the element and of the largest.
            """).AppendLine();
        AppendBeyond(page, distances);
        page.AppendLine("""

            | entry | float32 value, max | mean | float32 gradient, max | mean | float64 value, max | mean | float64 gradient, max | mean | worst input |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---|
            """);
        foreach (var row in distances)
        {
            page.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Entry.Name} | {Ulps(row.Value32)} | {Ulps(row.Gradient32)} | {Relative(row.Value64)} | {Relative(row.Gradient64)} | {row.WorstInput} |");
        }
        return page.ToString();
    }

    /// <summary>What lies beyond the bound, the furthest first.</summary>
    private static void AppendBeyond(StringBuilder page, IReadOnlyList<EngineDistance> distances)
    {
        var beyond = distances.Where(row => row.Bound.Beyond is not null).OrderByDescending(row => row.Bound.Furthest).ToList();
        if (beyond.Count == 0)
        {
            page.AppendLine("No entry lies beyond it.");
            return;
        }
        page.AppendLine(CultureInfo.InvariantCulture, $"{beyond.Count} of {distances.Count} entries beyond it, the furthest first:").AppendLine();
        foreach (var row in beyond)
            page.AppendLine(CultureInfo.InvariantCulture, $"- {row.Entry.Name}: {row.Bound.Beyond}");
    }

    private static string Ulps(Distance? distance)
        => distance is null ? " | " : string.Create(CultureInfo.InvariantCulture, $"{distance.Max:0.00} | {distance.Mean:0.000}");

    private static string Relative(Distance? distance)
        => distance is null ? " | " : string.Create(CultureInfo.InvariantCulture, $"{distance.Max:0.0e-0} | {distance.Mean:0.0e-0}");
}
