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
        AutogradComparisons.Backward, AutogradComparisons.Floor,
        LifeComparisons.Life, LifeComparisons.Copies, LifeComparisons.Errors,
        TrainingComparisons.Steps, TrainingComparisons.Optimizers,
        ReferenceComparisons.BesideLibTorch, ReferenceComparisons.BesideHand,
        StartComparison.Group,
    ];

    /// <summary>The comparisons that have two sides and take place in this process.</summary>
    internal static IEnumerable<string> Names => from comparison in All where comparison.Theirs is not null select comparison.Name;

    private static IEnumerable<Comparison> All => from make in Groups where make != StartComparison.Group from comparison in make().Comparisons select comparison;

    internal static Comparison Find(string name) => All.First(comparison => comparison.Name == name);

    internal static int Run(int rounds, string? only, string? file)
    {
        Torch.NumThreads = 1;
        var peer = PythonPeer.Run(rounds);
        var report = new StringBuilder();
        Write(report, string.Create(CultureInfo.InvariantCulture, $"""
            # Time per operation

            {DateTime.UtcNow:yyyy-MM-dd}, `dotnet run -c Release --project bench -- quick`. {Machine.Description}.

            Median microseconds of {rounds} batches of about {Turns.BatchMicroseconds / 1000} ms (fewer of what takes long), both sides in turns in one
            process, one compute thread; the ratio is the median of the ratios of neighbouring batches. Every side frees what it makes. Raw is
            TorchSharp's public API. B are managed bytes allocated. {PythonPeer.Describe(peer)}

            """));
        // What every row goes through is compiled three times before it is as fast as it gets, which takes seconds.
        _ = Turns.Compare(Groups[0]().Comparisons[0] with { WarmUp = TimeSpan.FromSeconds(2) }, rounds);
        foreach (var group in Groups)
            Write(report, Table(group(), rounds, only, peer));
        if (file is not null)
            File.WriteAllText(file, report.ToString());
        return 0;
    }

    private static void Write(StringBuilder report, string text)
    {
        Console.Write(text);
        report.Append(text);
    }

    private static string Table(ComparisonGroup group, int rounds, string? only, PythonPeer? peer)
    {
        var chosen = group.Comparisons.Where(comparison => only is null || comparison.Name.Contains(only, StringComparison.OrdinalIgnoreCase)).ToList();
        if (chosen.Count == 0)
            return "";
        var table = new StringBuilder().AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"| {group.Title} | {group.Ours} us | {group.Theirs} us | ratio | goal | | {group.Ours} B | {group.Theirs} B | Python us |")
            .AppendLine("|---|---:|---:|---:|---|---|---:|---:|---:|");
        foreach (var comparison in chosen)
        {
            var measured = Turns.Compare(comparison, rounds);
            comparison.After();
            var python = peer?.Microseconds.TryGetValue(comparison.Name, out var microseconds) == true ? microseconds : (double?)null;
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {comparison.Name} | {measured.Ours:F2} | {measured.Theirs:F2} | {measured.Ratio:F2} | {comparison.Goal} | {Verdict(comparison.Goal.IsMetBy(measured))} | {measured.OurBytes:F0} | {measured.TheirBytes:F0} | {python:F2} |");
        }
        return table.ToString();
    }

    private static string Verdict(bool? met) => met switch { true => "met", false => "**missed**", null => "" };
}
