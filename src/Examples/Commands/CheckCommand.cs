using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Cross-checks entries of the catalogue: value, gradient, second gradient, central differences.</summary>
internal static class CheckCommand
{
    /// <summary>What can be asked for: entries, and operators for all their entries.</summary>
    internal static IEnumerable<string> Names
        => Catalogue.Entries.Keys.Concat(Catalogue.Entries.Values.Select(entry => entry.Operator)).Distinct();

    internal static int Run(IReadOnlyList<string> names, bool json, FileInfo? page, IAnsiConsole console)
    {
        var entries = Catalogue.Entries.Values
            .Where(entry => names.Count == 0 || names.Contains(entry.Name) || names.Contains(entry.Operator))
            .ToList();
        // What is deprecated is checked too, and PyTorch's advice against it is not for the reader of the report.
        Torch.Warning += static _ => { };
        var report = new Report(
            "The catalogue by every witness", $"dotnet run --project src/Examples -- check {string.Join(' ', names)}".TrimEnd(),
            MachineFacts.Here, Rows(entries, json, console));
        ReportOutput.Write(report, json, page, console);
        return report.Totals.Good ? NotebookCommand.Good : NotebookCommand.Different;
    }

    private static List<ReportRow> Rows(List<CatalogueEntry> entries, bool json, IAnsiConsole console)
    {
        if (json || !console.Profile.Capabilities.Interactive)
            return entries.ConvertAll(CatalogueCheck.Of);
        return console.Progress().AutoClear(true).Start(progress =>
        {
            var task = progress.AddTask("checking", maxValue: entries.Count);
            return entries.ConvertAll(entry =>
            {
                task.Description = entry.Name;
                var row = CatalogueCheck.Of(entry);
                task.Increment(1);
                return row;
            });
        });
    }
}
