using System.CommandLine;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Cross-checks entries of the catalogue: value, gradient, second gradient, central differences.</summary>
internal static class CheckCommand
{
    internal static Command Build(Option<bool> json, Option<FileInfo> page, IAnsiConsole console)
    {
        var names = new Argument<string[]>("NAME") { Description = "Operators or entries of the catalogue; else all.", Arity = ArgumentArity.ZeroOrMore };
        names.Validators.Add(result => CatalogueNames.Validate(result, Catalogue.Entries.Values));
        var check = new Command("check", "Cross-checks operators: value, gradient and second gradient by every witness.") { names, json, page };
        check.SetAction(parsed => Run(parsed.GetValue(names)!, parsed.GetValue(json), parsed.GetValue(page), console));
        return check;
    }

    private static int Run(string[] names, bool json, FileInfo? page, IAnsiConsole console)
    {
        var entries = CatalogueNames.Select(Catalogue.Entries.Values, names);
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
