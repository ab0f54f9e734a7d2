using System.Text.Json.Nodes;
using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Runs the notebook, or sections of it.</summary>
internal static class NotebookCommand
{
    /// <summary>Every cell matches and every gradient agrees.</summary>
    internal const int Good = 0;

    /// <summary>A cell does not match or a gradient does not agree.</summary>
    internal const int Different = 1;

    internal static int Run(IReadOnlyList<string> names, Device device, bool json, FileInfo? page, IAnsiConsole console)
    {
        var sections = NotebookSection.All.Where(section => names.Count == 0 || names.Contains(section.Name)).ToList();
        var cells = NotebookRunner.Run(sections, device, NotebookCell.All);
        if (json)
            JsonReport.Write(cells, console.Profile.Out.Writer);
        else
            new ConsoleReport(console).Write(cells);
        ReportOutput.WritePage(NotebookReport.Of(cells, $"dotnet run --project src/Examples -- {Words(names)}--device {device}"), page);
        return Tally.Of(cells).Good ? Good : Different;
    }

    private static string Words(IReadOnlyList<string> names) => names.Count == 0 ? "" : $"run {string.Join(' ', names)} ";

    internal static int List(bool json, IAnsiConsole console)
    {
        if (json)
        {
            JsonReport.Write(NotebookSection.All.Select(section => new JsonObject { ["name"] = section.Name, ["title"] = section.Title }), console.Profile.Out.Writer);
            return Good;
        }
        var table = new Table().Border(TableBorder.Rounded).AddColumns("name", "what it shows");
        foreach (var section in NotebookSection.All)
            table.AddRow(new Text(section.Name), new Text(section.Title));
        console.Write(table);
        return Good;
    }
}
