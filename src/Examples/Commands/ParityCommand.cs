using System.CommandLine;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Writes how far libtorch is from the reference engine, operator by operator.</summary>
internal static class ParityCommand
{
    /// <summary>What both engines refuse has no distance.</summary>
    private static readonly List<CatalogueEntry> Measurable = [.. Catalogue.Entries.Values.Where(entry => !entry.Op.Fails)];

    internal static Command Build(Option<bool> json, Option<FileInfo> page, IAnsiConsole console)
    {
        var output = new Option<FileInfo>("--output") { Description = "The page to write; else it is printed." };
        var only = new Option<string[]>("--only")
        {
            HelpName = "NAME",
            Description = "Operators or entries of the catalogue; else all.",
            AllowMultipleArgumentsPerToken = true,
        };
        only.Validators.Add(result => CatalogueNames.Validate(result, Measurable, "is refused by both engines and has no distance; `check` has it"));
        var parity = new Command("parity", "Measures how far libtorch is from the reference engine, operator by operator.") { output, only, json, page };
        parity.SetAction(parsed => Run(parsed.GetValue(only) ?? [], parsed.GetValue(output), parsed.GetValue(json), parsed.GetValue(page), console));
        return parity;
    }

    private static int Run(string[] names, FileInfo? output, bool json, FileInfo? page, IAnsiConsole console)
    {
        // What is deprecated is measured too, and PyTorch's advice against it is not for the reader of the page.
        Torch.Warning += static _ => { };
        var distances = CatalogueNames.Select(Measurable, names).ConvertAll(EngineDistance.Of);
        if (output is not null)
            File.WriteAllText(output.FullName, ParityPage.Of(distances));
        var report = new Report(
            "How far libtorch is from the reference engine",
            $"dotnet run --project src/Examples -- parity{string.Concat(names.Select(name => $" --only {name}"))}",
            MachineFacts.Here, [.. distances.OrderByDescending(distance => distance.Bound.Furthest).Select(distance => distance.Row)]);
        ReportOutput.WritePage(report, page);
        if (json)
            console.Profile.Out.Writer.WriteLine(JsonRendering.Of(report));
        else if (output is null && page is null)
            console.Profile.Out.Writer.Write(ParityPage.Of(distances));
        else
            console.Profile.Out.Writer.WriteLine(report.Totals);
        return report.Totals.Good ? NotebookCommand.Good : NotebookCommand.Different;
    }
}
