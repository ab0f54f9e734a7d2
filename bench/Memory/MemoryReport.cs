using System.Text;

namespace TwinGrad.Bench.Memory;

/// <summary>Runs the memory loops one after the other and prints a table, with what was promised and whether it holds.</summary>
internal static class MemoryReport
{
    internal static int Run(string? side, int iterations, string? only, string? file)
    {
        // Loads the libraries, so that the machine's description can name them.
        Torch.NumThreads = 1;
        var report = new StringBuilder();
        Add($"""
            # Memory of the plainest loops

            {DateTime.UtcNow:yyyy-MM-dd}, `dotnet run -c Release --project bench -- memory`. {Machine.Description}.

            MB by which the resident memory peaked (read every 20 iterations) above its start, over {iterations:N0} iterations and over
            as many again. Nothing is disposed of. Each loop has a process of its own, with one compute thread; before it is measured
            it ran 300 times and the collector once, which brings the managed heap to the size that .NET gives it on this machine. A
            goal is this library's, for the first pass.

            | loop | side | growth | again | collections | us each | goal | |
            |---|---|---:|---:|---:|---:|---:|---|
            """);
        var missed = 0;
        foreach (var row in MemoryRow.All.Where(row => only is null || row.Name == only))
        {
            foreach (var chosen in Sides.Chosen(side))
            {
                var (growth, end) = MemoryProcess.Run(chosen, row.Name, iterations);
                var promised = chosen == Sides.Wrapper && row.Goal is not null;
                var met = growth is not null && row.MeetsGoal(growth);
                var (goal, verdict) = promised ? ($"< {row.Goal}", met ? "met" : "MISSED") : ("", "");
                Add(growth is null
                    ? $"| {row.What} | {chosen} | {end.Description} | | | | {goal} | {verdict} |"
                    : FormattableString.Invariant($"| {row.What} | {chosen} | {growth.Megabytes:F1} | {growth.AgainMegabytes:F1} ")
                        + FormattableString.Invariant($"| {growth.Collections} | {growth.Microseconds:F1} | {goal} | {verdict} |"));
                missed += promised && !met ? 1 : 0;
            }
        }
        Add(missed == 0 ? "\nEvery goal is met." : FormattableString.Invariant($"\n{missed} goals are MISSED."));
        if (file is not null)
            File.WriteAllText(file, report.ToString());
        return missed == 0 ? 0 : 1;

        // The loops take minutes, so each line is printed as it comes.
        void Add(string text)
        {
            report.AppendLine(text);
            Console.WriteLine(text);
        }
    }
}
