using Spectre.Console;

namespace TwinGrad.Examples;

/// <summary>Gives a report out: a table or JSON on the console, and a page if one is asked for.</summary>
internal static class ReportOutput
{
    internal static void Write(Report report, bool json, FileInfo? page, IAnsiConsole console)
    {
        if (json)
            console.Profile.Out.Writer.WriteLine(JsonRendering.Of(report));
        else
            WriteTable(report, console);
        WritePage(report, page);
    }

    /// <summary>Writes the page; nothing where none is asked for.</summary>
    internal static void WritePage(Report report, FileInfo? page)
    {
        if (page is not null)
            File.WriteAllText(page.FullName, HtmlRendering.Of(report));
    }

    private static void WriteTable(Report report, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("function", "verdict");
        foreach (var heading in new[] { "value", "gradient", "second", "value 64", "gradient 64", "second 64", "differences" })
            table.AddColumn(new TableColumn(heading).RightAligned());
        foreach (var row in report.FailuresFirst)
        {
            table.AddRow(
                new Text(row.Name),
                Verdict(row),
                Ulps(row.UlpsFloat32.Value), Ulps(row.UlpsFloat32.Gradient), Ulps(row.UlpsFloat32.SecondGradient),
                Ulps(row.UlpsFloat64.Value), Ulps(row.UlpsFloat64.Gradient), Ulps(row.UlpsFloat64.SecondGradient),
                new Text(ReportNumber.Relative(row.Differences)));
        }
        console.Write(table);
        console.WriteLine("ulps of float32 and, 64, of float64 from the reference; differences relative to its gradients");
        foreach (var row in report.Rows.Where(row => row.Details is not null))
        {
            console.WriteLine();
            console.Write(new Rule($"[red]{Markup.Escape(row.Name)}[/]").LeftJustified());
            console.WriteLine(row.Details!);
        }
        console.WriteLine(report.Totals.ToString());
    }

    private static Text Ulps(double? ulps) => new(ReportNumber.Ulps(ulps));

    private static Markup Verdict(ReportRow row) => row.Verdict switch
    {
        RowVerdict.Differ => new("[red]differ[/]"),
        RowVerdict.Agree => new("[green]agree[/]"),
        RowVerdict.Refused => new("[grey]refused[/]"),
        _ => new("[grey]measured[/]"),
    };
}
