using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>What a program with a planted fault shrinks to.</summary>
[TestClass]
public sealed class ShrinkerTests
{
    [TestMethod]
    public void Leading_rows_go_and_a_negative_zero_becomes_0()
    {
        // Wrong only where rows have four elements.
        var planted = FuzzFaultTests.Planted("Abs", x => x[0].Dim == 2 && x[0].Shape[1] == 4 ? x[0].Abs() * 1.001 : x[0].Abs());

        var smallest = Shrink(orders: 0, Leaf([3, 4], 0, 0, 0, 0, -0.0, 0, 0, 0, 0, -0.0, 0, 0.7), new EntryStep(planted, [0])).Smallest;

        var leaf = (LeafStep)smallest.Steps[0];
        CollectionAssert.AreEqual(new long[] { 1, 4 }, leaf.Input.Shape);
        Assert.AreEqual("0, 0, 0, 1", string.Join(", ", leaf.Input.Values));
    }

    [TestMethod]
    public void One_length_that_is_shared_loses_its_first_place_too()
    {
        // Wrong only where the last element is a number that becomes no plainer.
        var planted = FuzzFaultTests.Planted("Mm", x => x[0].Mm(x[1]) * (x[0].ToArray<double>()[^1] == 0.75 ? 1.001 : 1));

        var smallest = Shrink(orders: 0, Leaf([2, 3], 2, 2, 2, 2, 2, 0.75), Leaf([3, 4], [.. Enumerable.Repeat(0.5, 12)]), new EntryStep(planted, [0, 1])).Smallest;

        Assert.AreEqual("[1, 1]: 0.75", ((LeafStep)smallest.Steps[0]).Input.ToString());
    }

    [TestMethod]
    public void A_step_that_only_moves_elements_needs_no_others_to_show()
    {
        // Its gradient goes back the wrong way, which equal weights do not show.
        var planted = FuzzFaultTests.Planted("Roll_Dims", x => x[0].Roll([-1, 2], [1, 0]).Detach() + Slope(x[0].Roll([1, -2], [1, 0])));

        var (smallest, difference) = Shrink(
            orders: 2, Leaf([2, 3, 4], [.. Enumerable.Range(0, 24).Select(i => i / 8.0)]), new EntryStep(planted, [0]), new AdapterStep(Adapter.Reshape, [1], 24),
            new AdapterStep(Adapter.Repeat, [2], 2), new AdapterStep(Adapter.Narrow, [3], 0, 5, 30), new EntryStep(Catalogue.Entries["Exp"], [4]));

        Assert.AreEqual("Roll_Dims", string.Join(", ", smallest.Operators));
        Assert.AreEqual(DifferenceKind.First, difference.Kind);
        Assert.IsTrue(smallest.Weighted);
    }

    [TestMethod]
    public void What_is_smallest_still_says_who_is_right()
    {
        // Wrong from where the loss bends on: there, at 2 beside 0, are the plainest numbers, and differences that are right about neither engine.
        var planted = FuzzFaultTests.Planted("HuberLoss", x =>
        {
            var loss = x[0].HuberLoss(x[1], Reduction.None, delta: 2);
            var isFar = (x[0] - x[1]).Detach().Abs() >= 2;
            return loss.Detach() + ReferenceTensor.Where(isFar, 1.5 * Slope(loss), Slope(loss));
        });

        var (smallest, difference) = Shrink(orders: 1, Leaf([], 2.5), Leaf([], 0.25), new EntryStep(planted, [0, 1]));

        var witnesses = DifferenceWitness.Ask(smallest, difference);
        Assert.IsTrue(witnesses[0].Agrees, witnesses[0].Text);
        Assert.IsFalse(witnesses[1].Agrees, witnesses[1].Text);
    }

    [TestMethod]
    public void A_fault_of_the_value_is_not_left_for_one_of_its_slope()
    {
        var value = FuzzFaultTests.Planted("Exp", x => x[0].Exp() * 1.001);
        var slope = FuzzFaultTests.Planted("Sin", x => x[0].Sin().Detach() + 2 * Slope(x[0].Sin()));

        var (smallest, difference) = Shrink(orders: 2, Leaf([2], 0.5, 1), new EntryStep(slope, [0]), new EntryStep(value, [1]));

        Assert.AreEqual(DifferenceKind.Value, difference.Kind);
        Assert.AreEqual("Exp", string.Join(", ", smallest.Operators));
    }

    [TestMethod]
    public void It_ends_when_it_is_told_to()
    {
        var planted = FuzzFaultTests.Planted("Exp", x => x[0].Exp() * 1.001);
        var program = new RandomProgram([Leaf([2], 0.5, 1), new EntryStep(planted, [0])], Orders: 0);

        Assert.AreSame(program, Shrinker.Shrink(program, ProgramCheck.Run(program).Difference!, new(canceled: true)).Smallest);
    }

    /// <summary>0 with the slope of x.</summary>
    private static ReferenceTensor Slope(ReferenceTensor x) => x - x.Detach();

    private static LeafStep Leaf(long[] shape, params double[] values) => new(new(shape, values));

    private static (RandomProgram Smallest, ProgramDifference Difference) Shrink(int orders, params ProgramStep[] steps)
    {
        var program = new RandomProgram(steps, orders);
        var verdict = ProgramCheck.Run(program);
        Assert.AreEqual(Verdict.Differs, verdict.Verdict);
        return Shrinker.Shrink(program, verdict.Difference!);
    }
}
