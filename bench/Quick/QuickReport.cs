using System.Globalization;
using System.Text;
using TwinGrad.Bench.Start;

namespace TwinGrad.Bench.Quick;

/// <summary>Times every comparison, the sides in turns in one process, and prints one table.</summary>
internal static class QuickReport
{
    // Each is made when its turn comes.
    private static readonly Func<ComparisonGroup>[] Groups =
    [
        OperatorComparisons.NotRecorded, OperatorComparisons.Recorded,
        NumberComparisons.NotRecorded, NumberComparisons.Recorded,
        AutogradComparisons.Backward,
        LifeComparisons.Life, LifeComparisons.Copies, LifeComparisons.Errors,
        TrainingComparisons.Steps, TrainingComparisons.Optimizers,
        StartComparison.Group,
    ];

    internal static int Run(int rounds, string? only, string? file)
    {
        Torch.NumThreads = 1;
        var report = new StringBuilder();
        report.AppendLine("# Time per operation").AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"""
                {DateTime.UtcNow:yyyy-MM-dd}, `dotnet run -c Release --project bench -- quick`. {Machine.Description}.

                Median microseconds of {rounds} batches of about {Turns.BatchMicroseconds / 1000} ms, both sides in turns in one process, one compute
                thread; the ratio is the median of the ratios of neighbouring batches. Every side frees what it makes. Raw is TorchSharp's public
                API. B are managed bytes allocated.
                """);
        Console.Write(report);
        foreach (var group in Groups)
        {
            var table = Table(group(), rounds, only);
            Console.Write(table);
            report.Append(table);
        }
        if (file is not null)
            File.WriteAllText(file, report.ToString());
        return 0;
    }

    private static string Table(ComparisonGroup group, int rounds, string? only)
    {
        var chosen = group.Comparisons.Where(comparison => only is null || comparison.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0)
            return "";
        var table = new StringBuilder().AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"| {group.Title} | {group.Ours} us | {group.Theirs} us | ratio | goal | | {group.Ours} B | {group.Theirs} B |")
            .AppendLine("|---|---:|---:|---:|---|---|---:|---:|");
        foreach (var comparison in chosen)
        {
            var measured = Turns.Compare(comparison, rounds);
            comparison.After();
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {comparison.Name} | {measured.Ours:F2} | {measured.Theirs:F2} | {measured.Ratio:F2} | {comparison.Goal} | {Verdict(comparison.Goal.IsMetBy(measured))} | {measured.OurBytes:F0} | {measured.TheirBytes:F0} |");
        }
        return table.ToString();
    }

    private static string Verdict(bool? met) => met switch { true => "met", false => "**missed**", null => "" };
}
