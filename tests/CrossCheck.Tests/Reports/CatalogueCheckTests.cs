using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>Entries of the catalogue as rows of a report, sound ones and ones with a planted fault.</summary>
[TestClass]
public sealed class CatalogueCheckTests
{
    [TestMethod]
    public void A_sound_entry_agrees_with_its_distances()
    {
        var row = CatalogueCheck.Of(Catalogue.Entries["Sin"]);

        Assert.AreEqual(RowVerdict.Agree, row.Verdict, row.Details);
        Assert.IsNull(row.Details);
        Assert.IsGreaterThan(0, row.UlpsFloat32.Value!.Value);
        Assert.IsLessThan(16, row.UlpsFloat32.SecondGradient!.Value);
        Assert.IsLessThan(1e-7, row.Differences!.Value);
    }

    [TestMethod]
    public void What_is_left_out_is_said()
    {
        Assert.Contains("no gradient", CatalogueCheck.Of(Catalogue.Entries["Argmax"]).Skip!);
        var skipped = Catalogue.Entries.Values.First(entry => entry.Op.DifferencesSkip is not null && !entry.Op.Fails);
        Assert.Contains(skipped.Op.DifferencesSkip!, CatalogueCheck.Of(skipped).Skip!);
        Assert.IsNull(CatalogueCheck.Of(skipped).Differences);
    }

    [TestMethod]
    public void An_entry_that_is_to_be_refused_is_refused()
    {
        var refused = Catalogue.Entries.Values.First(entry => entry.Op.Fails);

        Assert.AreEqual(RowVerdict.Refused, CatalogueCheck.Of(refused).Verdict);
        Assert.AreEqual(RowVerdict.Differ, CatalogueCheck.Of(Entry(x => x.Sum(7), x => x.Sum(), new() { Fails = true })).Verdict);
        Assert.AreEqual(RowVerdict.Differ, CatalogueCheck.Of(Entry(x => x.Sum(7), x => x.Sum(7))).Verdict);
    }

    [TestMethod]
    public void A_planted_fault_differs_with_the_whole_message()
    {
        var row = CatalogueCheck.Of(Entry(x => x.Sin(), x => x.Sin().Detach() + 2 * (x.Sin() - x.Sin().Detach())));

        Assert.AreEqual(RowVerdict.Differ, row.Verdict);
        Assert.Contains("the gradient by x differs", row.Details!);
        Assert.Contains("the reference stands alone", row.Details!);
        Assert.Contains("inputs: [2, 3]:", row.Details!);
    }

    [TestMethod]
    public void A_fault_at_a_kink_alone_is_found()
        => Assert.AreEqual(
            RowVerdict.Differ,
            CatalogueCheck.Of(Entry(
                x => x.Clamp(-1, 1) + 0, x => ReferenceTensor.Where((x > -1) * (x < 1), x, x.Clamp(-1, 1).Detach()) + 0,
                new() { Kinks = [-1, 1] })).Verdict);

    private static CatalogueEntry Entry(Func<Tensor, Tensor> torch, Func<ReferenceTensor, ReferenceTensor> reference, OpAttribute? op = null) => new()
    {
        Name = "Planted",
        Op = op ?? new(),
        Parameters = [CatalogueParameter.Any],
        OnTorch = x => torch(x[0]),
        OnReference = x => reference(x[0]),
    };
}
