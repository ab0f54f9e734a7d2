namespace TwinGrad.Tests;

/// <summary>Programs that the fuzzer found, after what it found was mended in an engine of ours.</summary>
[TestClass]
public sealed class FoundTests
{
    [TestMethod]
    public void A_negative_zero_is_a_zero_to_LAPACK()
        => Agrees(1, Leaf([2, 2], -0.0, 0, 1, 0), Entry("LinalgQr", 0));

    [TestMethod]
    public void Softmax_of_large_numbers_keeps_its_digits()
    {
        Agrees(1, Leaf([], 2), View(Adapter.Expand, 0, 2, 3), Entry("Softmax_Large", 1));
        Agrees(1, Leaf([], 1), View(Adapter.Expand, 0, 2, 3), Entry("LogSoftmax_Large", 1));
    }

    [TestMethod]
    public void Bounds_beside_integers_are_integers()
        => Agrees(0, Leaf([2], 0, 3), View(Adapter.ToLong, 0), Entry("Hardtanh_OnePoint", 1));

    [TestMethod]
    public void The_product_of_one_zero_has_a_slope()
        => Agrees(2, Leaf([], 0), Entry("Cumprod", 0));

    [TestMethod]
    public void The_slope_of_prelu_by_its_weight_does_not_change_at_0()
        => Agrees(2, Leaf([2], 0, -1), Leaf([], 0), Entry("Prelu", 0, 1));

    [TestMethod]
    public void A_number_has_one_dimension_to_flip()
        => RefusedAlike(0, Leaf([], 1), Entry("Flip", 0));

    [TestMethod]
    public void Of_several_lengths_that_do_not_fit_the_last_is_named()
        => RefusedAlike(0, Leaf([2, 3], 1, 2, 3, 4, 5, 6), Leaf([3, 4], [.. new double[12]]), Entry("Add", 0, 1));

    [TestMethod]
    public void What_was_overwritten_is_called_as_libtorch_calls_it()
    {
        RefusedAlike(1, Leaf([], 1), View(Adapter.Clone, 0), View(Adapter.MulInPlace, [1, 1]), View(Adapter.ZeroInPlace, 1));
        RefusedAlike(1, Leaf([], 1), View(Adapter.Clone, 0), View(Adapter.MulInPlace, [1, 1]), View(Adapter.CopyInPlace, [1, 0]));
        RefusedAlike(
            1, Leaf([], 1), View(Adapter.Clone, 0), View(Adapter.MulInPlace, [1, 1]), View(Adapter.Transpose, 1, 0, 0), View(Adapter.MulInPlace, [3, 0]));
    }

    [TestMethod]
    public void What_a_composite_returns_is_no_view_of_what_it_computed_in()
        => Agrees(
            1, Leaf([2, 4, 3], [.. Enumerable.Range(0, 24).Select(i => i * 0.25 % 1.7)]), Entry("GroupNorm_OneGroup", 0), View(Adapter.Reshape, 1, 24),
            View(Adapter.Narrow, 2, 0, 10, 3), Leaf([], 2), View(Adapter.MulInPlace, [3, 4]));

    [TestMethod]
    public void A_view_of_zeros_without_memory_is_read()
        => Agrees(2, Leaf([2, 4], [.. new double[8]]), Leaf([2, 2], [.. new double[4]]), Entry("AsStridedScatter", 0, 1), Entry("Abs", 2));

    private static LeafStep Leaf(long[] shape, params double[] values) => new(new(shape, values));

    private static EntryStep Entry(string name, params int[] arguments) => new(Catalogue.Entries[name], arguments);

    private static AdapterStep View(Adapter kind, int argument, params long[] numbers) => new(kind, [argument], numbers);

    private static AdapterStep View(Adapter kind, int[] arguments) => new(kind, arguments);

    private static void Agrees(int orders, params ProgramStep[] steps) => Gives(Verdict.Agrees, orders, steps);

    private static void RefusedAlike(int orders, params ProgramStep[] steps) => Gives(Verdict.RefusedAlike, orders, steps);

    private static void Gives(Verdict verdict, int orders, ProgramStep[] steps)
    {
        var given = ProgramCheck.Run(new(steps, orders));
        Assert.AreEqual(verdict, given.Verdict, given.Difference?.ToString() ?? "");
    }
}
