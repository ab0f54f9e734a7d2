namespace TwinGrad.Tests;

/// <summary>What an operator gives may be written in place as any tensor that no leaf is behind: with the same result on both engines, or refused alike.</summary>
[TestClass]
public sealed class WrittenResultTests
{
    private const string Overwritten = "has been modified by an inplace operation";

    [TestMethod]
    public void The_results_of_all_entries_are_written_alike()
    {
        // The wrapper's UnsafeView shares memory with its argument, which libtorch then takes for a view of it.
        var differences = FuzzCatalogue.All.Usable.Where(entry => entry.Name != "UnsafeView").Select(Difference).OfType<string>().ToList();
        Assert.AreEqual("", string.Join(Environment.NewLine, differences));
    }

    /// <summary>The result doubled, its first element through a view.</summary>
    private static string? Difference(CatalogueEntry entry)
    {
        var inputs = Samples.Regular(entry).First();
        List<ProgramStep> steps = [.. inputs.Select(input => new LeafStep(input))];
        var result = steps.Count;
        steps.Add(new EntryStep(entry, [.. Enumerable.Range(0, result)]));
        var value = ProgramRunner.OnReference(new(steps, Orders: 0)).Tensors[^1];
        if (!value.DType.IsFloatingPoint || value.Values.Length == 0)
            return null;
        steps.Add(new LeafStep(new([], [2])));
        steps.Add(new AdapterStep(Adapter.MulInPlace, [result, result + 1]));
        if (value.Shape.Count > 0)
        {
            steps.Add(new AdapterStep(Adapter.Select, [result], 0, 0));
            steps.Add(new AdapterStep(Adapter.MulInPlace, [result + 3, result + 1]));
        }
        var verdict = ProgramCheck.Run(new(steps, Orders: 1));
        // Where libtorch keeps its result without a use for it, it refuses what the reference differentiates rightly.
        return verdict.Verdict != Verdict.Differs || verdict.Difference!.Torch.Contains(Overwritten, StringComparison.Ordinal)
            ? null
            : $"{entry}: {verdict.Difference}";
    }
}
