using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TwinGrad.Examples;

/// <summary>The report for people: section by section, then a table of verdicts.</summary>
internal sealed class ConsoleReport(IAnsiConsole console)
{
    internal void Write(IReadOnlyList<CellReport> cells)
    {
        foreach (var section in cells.GroupBy(cell => cell.Section))
            WriteSection(NotebookSection.All.Single(known => known.Name == section.Key), [.. section]);
        WriteVerdicts(cells);
    }

    private void WriteSection(NotebookSection section, IReadOnlyList<CellReport> cells)
    {
        console.Write(new Rule($"[bold]{Markup.Escape(section.Name)}[/]  {Markup.Escape(section.Title)}").LeftJustified());
        foreach (var cell in cells.Where(cell => cell.CSharp is not null))
            WriteCell(cell);
        var gradients = cells.SelectMany(cell => cell.Gradients.Select(check => (cell.N, check))).ToList();
        if (gradients.Count > 0)
            console.Write(GradientTable(gradients));
        console.WriteLine();
    }

    private void WriteCell(CellReport cell)
    {
        var rows = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        rows.AddRow(new Markup($"[blue]In [[{cell.N}]][/]"), new Text(PythonCode.WithoutRemarks(cell.Code)));
        rows.AddRow(new Markup("[blue]C#[/]"), new Text(cell.CSharp!));
        if (cell.Recorded is not null || cell.Printed is not null)
        {
            rows.AddRow(new Markup("[grey]notebook[/]"), new Text(cell.Recorded ?? "nothing"));
            rows.AddRow(new Markup("[grey]TwinGrad[/]"), new Text(cell.Printed ?? "nothing"));
            if (cell.Warning is not null)
                rows.AddRow(new Markup("[yellow]warning[/]"), new Text(cell.Warning));
            rows.AddRow(Text.Empty, Verdict(cell.Match, "match", "no match"));
        }
        console.Write(rows);
        console.WriteLine();
    }

    /// <summary>A column a gradient and a row a witness: so it fits a narrow terminal.</summary>
    private static Table GradientTable(IReadOnlyList<(int N, GradientCheck Check)> gradients)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("gradient");
        foreach (var (n, check) in gradients)
            table.AddColumn(new TableColumn(Markup.Escape($"In [{n}] {check.Name}")));
        Row("libtorch", check => new Text(Digits(check.Torch, 9)));
        Row("reference", check => new Text(Digits(check.Reference, 12)));
        Row("formula", check => new Text(Digits(check.Formula, 12)));
        Row("differences", check => new Text(Digits(check.Differences, 12)));
        Row("ulps", check => new Text(check.Ulps.ToString("0.00", CultureInfo.InvariantCulture)));
        Row("float64", check => new Text(check.Relative64.ToString("0.0e0", CultureInfo.InvariantCulture)));
        Row("verdict", check => Verdict(check.Agree, "agree", "differ"));
        return table;

        void Row(string witness, Func<GradientCheck, Renderable> cell)
            => table.AddRow([new Text(witness), .. gradients.Select(gradient => cell(gradient.Check))]);
    }

    private void WriteVerdicts(IReadOnlyList<CellReport> cells)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("section", "cells match", "gradients agree", "largest distance");
        foreach (var section in cells.GroupBy(cell => cell.Section))
        {
            var gradients = section.SelectMany(cell => cell.Gradients).ToList();
            var tally = Tally.Of(section);
            table.AddRow(
                new Text(section.Key),
                Verdict(tally.Matching == tally.Recorded, $"{tally.Matching} of {tally.Recorded}"),
                Verdict(tally.Agreeing == tally.Gradients, $"{tally.Agreeing} of {tally.Gradients}"),
                new Text(gradients.Count == 0 ? "" : $"{gradients.Max(gradient => gradient.Ulps).ToString("0.00", CultureInfo.InvariantCulture)} ulps"));
        }
        console.Write(table);
        console.WriteLine(Tally.Of(cells).ToString());
    }

    private static Markup Verdict(bool good, string yes, string? no = null)
        => good ? new($"[green]{Markup.Escape(yes)}[/]") : new($"[red]{Markup.Escape(no ?? yes)}[/]");

    private static string Digits(double[]? values, int digits) => values is null
        ? "-"
        : string.Join('\n', values.Select(value => value.ToString($"G{digits}", CultureInfo.InvariantCulture)));
}
