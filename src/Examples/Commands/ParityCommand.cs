using System.CommandLine;
using System.Globalization;
using System.Text;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Writes how far libtorch is from the reference engine, operator by operator.</summary>
internal static class ParityCommand
{
    internal static Command Build(Option<bool> json, Option<FileInfo> page, IAnsiConsole console)
    {
        var output = new Option<FileInfo>("--output") { Description = "The page to write; else it is printed." };
        var only = new Option<string[]>("--only") { Description = "Entries of the catalogue; else all.", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong([.. Catalogue.Entries.Keys]);
        var parity = new Command("parity", "Measures how far libtorch is from the reference engine, operator by operator.") { output, only, page };
        parity.SetAction(parsed => Run(parsed.GetValue(only) ?? [], parsed.GetValue(output), parsed.GetValue(json), parsed.GetValue(page), console));
        return parity;
    }

    private static int Run(string[] names, FileInfo? output, bool json, FileInfo? page, IAnsiConsole console)
    {
        var entries = Catalogue.Entries.Values.Where(entry => !entry.Op.Fails && (names.Length == 0 || names.Contains(entry.Name)));
        // What is deprecated is measured too, and PyTorch's advice against it is not for the reader of the page.
        Torch.Warning += static _ => { };
        var distances = entries.Select(EngineDistance.Of).ToList();
        if (output is not null)
            File.WriteAllText(output.FullName, Page(distances));
        var report = new Report(
            "How far libtorch is from the reference engine",
            $"dotnet run --project src/Examples -- parity{string.Concat(names.Select(name => $" --only {name}"))}",
            MachineFacts.Here, distances.ConvertAll(Row));
        ReportOutput.WritePage(report, page);
        if (json)
            console.Profile.Out.Writer.WriteLine(JsonRendering.Of(report));
        else if (output is null && page is null)
            console.Profile.Out.Writer.Write(Page(distances));
        return NotebookCommand.Good;
    }

    private static ReportRow Row(EngineDistance distance) => new()
    {
        Name = distance.Entry.Name,
        Verdict = RowVerdict.Measured,
        UlpsFloat32 = new(distance.Value32?.Max, distance.Gradient32?.Max, null),
        UlpsFloat64 = new(distance.ValueUlps64?.Max, distance.GradientUlps64?.Max, null),
        WorstInput = Worst(distance),
        Skip = distance.Entry.Op.Float32Skip is { } reason ? $"no float32: {reason}" : null,
    };

    /// <summary>Where the largest float32 distance was found, of the gradient if it is further away than the value.</summary>
    private static string? Worst(EngineDistance distance)
        => (distance.Gradient32?.Max > distance.Value32?.Max ? distance.Gradient32 : distance.Value32)?.Worst;

    private static string Page(IEnumerable<EngineDistance> distances)
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

            | entry | float32 value, max | mean | float32 gradient, max | mean | float64 value, max | mean | float64 gradient, max | mean | worst input |
            |---|---:|---:|---:|---:|---:|---:|---:|---:|---|
            """);
        foreach (var row in distances)
        {
            page.AppendLine(CultureInfo.InvariantCulture,
                $"| {row.Entry.Name} | {Ulps(row.Value32)} | {Ulps(row.Gradient32)} | {Relative(row.Value64)} | {Relative(row.Gradient64)} | {Worst(row)} |");
        }
        return page.ToString();
    }

    private static string Ulps(Distance? distance)
        => distance is null ? " | " : string.Create(CultureInfo.InvariantCulture, $"{distance.Max:0.00} | {distance.Mean:0.000}");

    private static string Relative(Distance? distance)
        => distance is null ? " | " : string.Create(CultureInfo.InvariantCulture, $"{distance.Max:0.0e-0} | {distance.Mean:0.0e-0}");
}
