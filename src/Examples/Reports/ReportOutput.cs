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

    /// <summary>The columns of numbers, in the order in which they are given up where there is no room: the last first.</summary>
    private static readonly NumberColumn[] Columns =
    [
        new(1, "gradient", row => ReportNumber.Ulps(row.UlpsFloat32.Gradient)),
        new(0, "value", row => ReportNumber.Ulps(row.UlpsFloat32.Value)),
        new(2, "second", row => ReportNumber.Ulps(row.UlpsFloat32.SecondGradient)),
        new(6, "differences", row => ReportNumber.Relative(row.Differences)),
        new(4, "gradient 64", row => ReportNumber.Ulps(row.UlpsFloat64.Gradient)),
        new(3, "value 64", row => ReportNumber.Ulps(row.UlpsFloat64.Value)),
        new(5, "second 64", row => ReportNumber.Ulps(row.UlpsFloat64.SecondGradient)),
    ];

    private static void WriteTable(Report report, IAnsiConsole console)
    {
        var columns = Fitting(report, console.Profile.Width);
        // A name that is broken over lines can't be searched for.
        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("function").NoWrap()).AddColumn(new TableColumn("verdict").NoWrap());
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column.Heading).RightAligned().NoWrap());
        foreach (var row in report.FailuresFirst)
            table.AddRow([new Text(row.Name), Verdict(row), .. columns.Select(column => new Text(column.Of(row)))]);
        console.Write(table);
        console.WriteLine("ulps of float32 and, 64, of float64 from the reference; differences relative to its gradients");
        if (columns.Count < Columns.Length)
            console.WriteLine($"no room for {string.Join(", ", Columns.Except(columns).Select(column => column.Heading))}: --json and --report have them");
        foreach (var row in report.Rows.Where(row => row.Details is not null))
        {
            console.WriteLine();
            console.Write(new Rule($"[red]{Markup.Escape(row.Name)}[/]").LeftJustified());
            console.WriteLine(row.Details!);
        }
        console.WriteLine(report.Totals.ToString());
    }

    /// <summary>As many columns as there is room for beside names and verdicts, as they stand side by side.</summary>
    private static List<NumberColumn> Fitting(Report report, int width)
    {
        // Each column has a border and a space on either side.
        const int Around = 3;
        var room = width - 1 - (Widest("function", row => row.Name) + Around) - ("verdict".Length + Around);
        return [.. Columns.TakeWhile(column => (room -= Widest(column.Heading, column.Of) + Around) >= 0).OrderBy(column => column.Place)];

        int Widest(string heading, Func<ReportRow, string> of) => report.Rows.Select(row => of(row).Length).Append(heading.Length).Max();
    }

    private static Markup Verdict(ReportRow row) => row.Verdict switch
    {
        RowVerdict.Differ => new("[red]differ[/]"),
        RowVerdict.Agree => new("[green]agree[/]"),
        _ => new("[grey]refused[/]"),
    };

    /// <param name="Place">Where it stands.</param>
    /// <param name="Heading">What it is called.</param>
    /// <param name="Of">What a row has there.</param>
    private sealed record NumberColumn(int Place, string Heading, Func<ReportRow, string> Of);
}
