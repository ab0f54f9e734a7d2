using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>The distances of an entry with a planted fault have a verdict.</summary>
[TestClass]
public sealed class ParityBoundTests
{
    [TestMethod]
    public void A_sound_entry_is_within_its_bound()
    {
        var bound = EngineDistance.Of(Catalogue.Entries["Sin"]).Bound;

        Assert.IsNull(bound.Beyond);
        Assert.IsTrue(bound.Furthest is > 0 and < 0.1, $"{bound.Furthest}");
    }

    [TestMethod]
    public void A_gradient_far_off_differs_by_how_far_it_is()
    {
        var row = EngineDistance.Of(FuzzFaultTests.Planted("Sin", x => Sloped(x[0].Sin(), 1.1))).Row;

        Assert.AreEqual(RowVerdict.Differ, row.Verdict);
        StringAssert.Matches(row.Details!, new("^gradient by x in torch.float64, element [0-9]+: libtorch .*, reference .*: 9\\.[01]e8 times what the parity suite lets it be$"));
    }

    [TestMethod]
    [DataRow(1e-9, RowVerdict.Differ)]
    [DataRow(1e-11, RowVerdict.Agree)]
    public void The_bound_is_that_of_the_parity_suite(double error, object verdict)
        => Assert.AreEqual(verdict, EngineDistance.Of(FuzzFaultTests.Planted("Exp", x => x[0].Exp() * (1 + error))).Row.Verdict);

    [TestMethod]
    public void A_gradient_that_only_one_engine_has_differs()
    {
        Assert.AreEqual(RowVerdict.Differ, EngineDistance.Of(FuzzFaultTests.Planted("Sin", x => x[0].Sin().Detach())).Row.Verdict);
        Assert.AreEqual(RowVerdict.Agree, EngineDistance.Of(FuzzFaultTests.Planted("Floor", x => x[0].Floor().Detach())).Row.Verdict, "all of it is 0");
    }

    [TestMethod]
    public void Another_number_of_elements_differs()
        => Assert.AreEqual(
            "value in torch.float64: libtorch has 1000 elements, the reference 2000",
            EngineDistance.Of(FuzzFaultTests.Planted("Sin", x => x[0].Sin().Expand(2, -1))).Row.Details);

    private static ReferenceTensor Sloped(ReferenceTensor x, double slope) => x.Detach() + slope * (x - x.Detach());
}
