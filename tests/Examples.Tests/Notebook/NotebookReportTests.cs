namespace TwinGrad.Examples.Tests;

/// <summary>The notebook as a report.</summary>
[TestClass]
public sealed class NotebookReportTests
{
    private static readonly IReadOnlyList<CellReport> Cells =
        NotebookRunner.Run([NotebookSection.All.Single(section => section.Name == "vector")], Device.Cpu, NotebookCell.All);

    [TestMethod]
    public void A_cell_that_shows_something_and_a_gradient_are_rows()
    {
        var report = NotebookReport.Of(Cells, "again");

        Assert.AreEqual(0, report.Totals.Differ);
        Assert.HasCount(Cells.Count(cell => cell.Recorded is not null) + Cells.Sum(cell => cell.Gradients.Count), report.Rows);
        var gradient = report.Rows.Single(row => row.Name.EndsWith("x.grad", StringComparison.Ordinal));
        Assert.AreEqual("vector", gradient.Group);
        Assert.IsLessThanOrEqualTo(4, gradient.UlpsFloat32.Gradient!.Value);
    }

    [TestMethod]
    public void What_does_not_match_or_agree_comes_with_both_texts()
    {
        var wrong = Cells.Select(cell => cell with
        {
            Match = false,
            Printed = "tensor(41.)",
            Gradients = [.. cell.Gradients.Select(gradient => gradient with { Torch64 = [0, 0, 0] })],
        }).ToList();

        var report = NotebookReport.Of(wrong, "again");

        Assert.AreEqual(report.Rows.Count, report.Totals.Differ);
        Assert.Contains("TwinGrad prints:\ntensor(41.)", report.Rows[0].Details!);
        Assert.Contains("they differ", report.Rows.Single(row => row.Name.EndsWith("x.grad", StringComparison.Ordinal)).Details!);
    }
}
