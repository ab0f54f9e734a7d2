namespace TwinGrad.Examples;

/// <summary>The notebook's cells as a report: a row a cell that shows something, and a row a gradient.</summary>
internal static class NotebookReport
{
    internal static Report Of(IReadOnlyList<CellReport> cells, string command) => new(
        "The autograd notebook in C#", command, MachineFacts.Here, [.. cells.SelectMany(Rows)]);

    private static IEnumerable<ReportRow> Rows(CellReport cell)
    {
        if (cell.Recorded is not null || cell.Printed is not null || !cell.Match)
        {
            yield return new()
            {
                Name = $"In [{cell.N}]",
                Group = cell.Section,
                Verdict = cell.Match ? RowVerdict.Agree : RowVerdict.Differ,
                Details = cell.Match ? null : Details(cell),
            };
        }
        foreach (var gradient in cell.Gradients)
        {
            yield return new()
            {
                Name = $"In [{cell.N}] {gradient.Name}",
                Group = cell.Section,
                Verdict = gradient.Agree ? RowVerdict.Agree : RowVerdict.Differ,
                UlpsFloat32 = new(null, gradient.Ulps, null),
                UlpsFloat64 = new(null, gradient.Ulps64, null),
                Differences = gradient.RelativeDifferences,
                Details = gradient.Agree ? null : gradient.ToString(),
            };
        }
    }

    private static string Details(CellReport cell) => $"""
        {PythonCode.WithoutRemarks(cell.Code)}

        in C#:
        {cell.CSharp ?? "nothing"}

        the notebook shows:
        {cell.Recorded ?? "nothing"}

        TwinGrad prints:
        {cell.Printed ?? "nothing"}
        {(cell.Warning is null ? "" : $"with the warning: {cell.Warning}")}
        """.TrimEnd();
}
