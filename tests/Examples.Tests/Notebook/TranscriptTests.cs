using TwinGrad.Tests;

namespace TwinGrad.Examples.Tests;

/// <summary>What the running C# prints, against what the notebook recorded.</summary>
[TestClass]
public sealed class TranscriptTests
{
    [TestMethod]
    public void Every_cell_prints_what_the_notebook_recorded()
    {
        var cells = NotebookRunner.Run(NotebookSection.All, Device.Cpu, NotebookCell.All);

        CollectionAssert.AreEqual(NotebookCell.All.Select(cell => cell.N).ToArray(), cells.Select(cell => cell.N).ToArray());
        foreach (var cell in cells)
            Assert.IsTrue(cell.Match, $"In [{cell.N}]: recorded «{cell.Recorded}», printed «{cell.Printed}», warning «{cell.Warning}»");
        Assert.AreEqual(29, cells.Count(cell => cell.Recorded is not null));
    }

    [TestMethod]
    public void A_recording_that_differs_in_one_character_does_not_match()
    {
        foreach (var cell in NotebookCell.All.Where(cell => cell.Recorded is not null))
        {
            var altered = NotebookCell.All.Select(c => c.N == cell.N ? c with { Recorded = c.Recorded + "." } : c).ToList();

            var mismatches = NotebookRunner.Run(NotebookSection.All, Device.Cpu, altered).Where(report => !report.Match);

            Assert.AreEqual(cell.N, mismatches.Single().N);
        }
    }

    [TestMethod]
    public void A_warning_with_another_sentence_does_not_match()
    {
        var altered = NotebookCell.All.Select(cell => cell.Warning is null ? cell : cell with { Warning = "something else" }).ToList();

        var mismatches = NotebookRunner.Run(NotebookSection.All, Device.Cpu, altered).Where(report => !report.Match);

        Assert.AreEqual(29, mismatches.Single().N);
    }

    [TestMethod]
    public void Each_section_runs_alone()
    {
        foreach (var section in NotebookSection.All)
            Assert.IsTrue(NotebookRunner.Run([section], Device.Cpu, NotebookCell.All).All(cell => cell.Match), section.Name);
    }

    [TestMethod]
    public void The_reference_engine_prints_the_notebook_too_but_for_the_last_digits_of_the_neurons_gradients()
    {
        var notebook = new Notebook<Reference.Tensor>(new(DType.Float32, Device.Cpu));
        foreach (var section in NotebookSection.All)
            notebook.Run(section.Name);

        var recorded = NotebookCell.All.Where(cell => cell.Recorded is not null && cell.Warning is null).ToDictionary(cell => cell.N);
        var differing = notebook.Cells.Where(cell => recorded.TryGetValue(cell.N, out var shown) && shown.Recorded != cell.Printed);

        CollectionAssert.AreEqual(new[] { 35 }, differing.Select(cell => cell.N).ToArray());
    }

    [TestMethod]
    public void The_embedded_notebook_is_the_recorded_one()
    {
        if (GoldenFolder.Find("notebook.json") is not { } path)
        {
            Assert.Inconclusive("there is no shared/golden/notebook.json beside the repository");
            return;
        }
        using var golden = File.OpenRead(path);
        CollectionAssert.AreEqual(NotebookCell.Read(golden).ToArray(), NotebookCell.All.ToArray());
    }
}
