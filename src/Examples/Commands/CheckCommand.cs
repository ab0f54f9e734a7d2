using System.CommandLine;
using System.CommandLine.Parsing;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Cross-checks entries of the catalogue: value, gradient, second gradient, central differences.</summary>
internal static class CheckCommand
{
    private const int Suggested = 5;

    internal static Command Build(Option<bool> json, Option<FileInfo> page, IAnsiConsole console)
    {
        var names = new Argument<string[]>("NAME") { Description = "Operators or entries of the catalogue; else all.", Arity = ArgumentArity.ZeroOrMore };
        // Not AcceptOnlyFromAmong: the help would list more than a thousand names, and so would the error.
        names.Validators.Add(Validate);
        var check = new Command("check", "Cross-checks operators: value, gradient and second gradient by every witness.") { names, page };
        check.SetAction(parsed => Run(parsed.GetValue(names)!, parsed.GetValue(json), parsed.GetValue(page), console));
        return check;
    }

    /// <summary>Refuses a name that is neither an entry's nor an operator's, with such as are like it.</summary>
    private static void Validate(ArgumentResult names)
    {
        var known = Catalogue.Entries.Values.SelectMany(entry => new[] { entry.Operator, entry.Name }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names.Tokens.Select(token => token.Value).Where(name => !known.Contains(name)))
        {
            var like = known.Where(other => other.Contains(name, StringComparison.OrdinalIgnoreCase)).OrderBy(other => other.Length).Take(Suggested).ToList();
            names.AddError($"the catalogue has no '{name}'{(like.Count == 0 ? "" : $"; it has {string.Join(", ", like)}")}");
        }
    }

    private static int Run(string[] names, bool json, FileInfo? page, IAnsiConsole console)
    {
        var asked = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var entries = Catalogue.Entries.Values
            .Where(entry => names.Length == 0 || asked.Contains(entry.Name) || asked.Contains(entry.Operator))
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
