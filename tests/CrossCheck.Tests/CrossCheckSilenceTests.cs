namespace TwinGrad.Tests;

/// <summary>Where a witness has nothing to say: kinks, what is not finite, refusals, results without a gradient.</summary>
[TestClass]
public sealed class CrossCheckSilenceTests
{
    [TestMethod]
    public void A_kink_has_no_differences_and_the_report_says_so()
    {
        var report = CrossCheck.Run(x => x.Relu(), x => x.Relu(), new[] { 0.0, 1.5, -2 });

        Assert.IsTrue(report.Agree, report.ToString());
        var estimates = report.Gradients.Single().Estimates!;
        Assert.Contains("bends", estimates[0].Skip!);
        Assert.IsNull(estimates[1].Skip);
        Assert.Contains("gradient by x: no central differences at [0]: the function bends or jumps there", report.Notes);
    }

    [TestMethod]
    public void A_wrong_slope_beside_a_kink_is_found_all_the_same()
    {
        var report = CrossCheck.Run(Doubled, Doubled, new[] { 0.0, 1e-4 });

        Assert.AreEqual(CrossCheckVerdict.Differ, report.Verdict);
        Assert.AreEqual(1, report.Gradients.Single().WorstElement);

        static T Doubled<T>(T x)
            where T : ITensor<T>
            => x.Relu() + (x.Relu() - x.Relu().Detach());
    }

    [TestMethod]
    public void At_a_kink_the_engines_are_compared_all_the_same()
        => Assert.AreEqual(CrossCheckVerdict.Differ, CrossCheck.Run(x => x.Relu(), x => (x + x.Abs()) / 2 + 0.25 * (x - x.Detach()), 0.0).Verdict);

    [TestMethod]
    public void What_is_not_finite_is_compared_and_said()
    {
        var report = CrossCheck.Run(x => x.Log(), x => x.Log(), new[] { 0.0, -1, 2 });

        Assert.IsTrue(report.Agree, report.ToString());
        Assert.Contains(note => note.StartsWith("the value is -inf in places", StringComparison.Ordinal), report.Notes);
        Assert.Contains("gradient by x: no central differences at all 3 elements: the value is not finite there", report.Notes);
    }

    [TestMethod]
    public void What_both_engines_refuse_alike_is_no_difference_and_no_agreement_either()
    {
        var report = CrossCheck.Run((x, y) => x.MatMul(y), (x, y) => x.MatMul(y), new double[2, 3], new double[2, 3]);

        Assert.AreEqual(CrossCheckVerdict.Refused, report.Verdict);
        Assert.IsFalse(report.Agree);
        Assert.Contains("both engines refuse the call alike: RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", report.Notes);
        Assert.Contains("nothing was checked", Assert.ThrowsExactly<GradientsDifferException>(report.ThrowIfDifferent).Message);
    }

    [TestMethod]
    public void What_one_engine_refuses_is_a_difference_with_its_reason()
    {
        var report = CrossCheck.Run(x => x.Sum(3), x => x.Sum(), new[] { 1.0, 2 });

        Assert.AreEqual(CrossCheckVerdict.Differ, report.Verdict);
        Assert.Contains("libtorch refuses the call, which the reference computes.", report.Findings.Single());
        Assert.Contains("IndexError: Dimension out of range", report.Findings.Single());
    }

    [TestMethod]
    public void What_the_engines_refuse_in_different_words_is_a_difference()
    {
        var report = CrossCheck.Run(x => x.Sum(3), x => x.Reshape(7), new[] { 1.0, 2 });

        Assert.AreEqual(CrossCheckVerdict.Differ, report.Verdict);
        Assert.Contains("both engines refuse, each in its own words", report.Findings.Single());
    }

    [TestMethod]
    public void An_exception_of_the_function_itself_comes_out_of_the_check()
        => Assert.AreEqual("not today", Assert.ThrowsExactly<InvalidOperationException>(() => CrossCheck.Run(Throwing, Throwing, 1.0)).Message);

    [TestMethod]
    public void A_second_gradient_that_libtorch_alone_refuses_comes_with_the_way_to_do_without()
    {
        var (image, grid) = (new double[,,] { { { 1, 2 }, { 3, 4.5 } } }, new double[,,] { { { 0.1, 0.2 }, { -0.3, 0.4 } } });

        var both = CrossCheck.Run(Sampled, Sampled, image, grid);
        Assert.Contains("libtorch refuses the second gradient, which the reference computes.", both.Findings.Single());
        Assert.Contains("Orders = 1", both.Findings.Single());
        Assert.HasCount(2, both.Gradients);
        CrossCheck.Run(Sampled, Sampled, image, grid, new() { Orders = 1 }).ThrowIfDifferent();

        static T Sampled<T>(T image, T grid)
            where T : class, ITensor<T>
            => image.Unsqueeze(0).GridSample(grid.Unsqueeze(0));
    }

    [TestMethod]
    public void A_result_of_integers_or_without_a_graph_has_no_gradient_and_says_why()
    {
        var places = CrossCheck.Run(x => x.Argmax(), x => x.Argmax(), new[] { 1.0, 3, 2 });
        Assert.AreEqual(CrossCheckVerdict.NoGradient, places.Verdict);
        Assert.Contains("the result is torch.int64", places.Notes.Single());
        Assert.IsFalse(places.Agree, "a check of nothing must not pass");

        var cut = CrossCheck.Run(x => x.Detach().Sin(), x => x.Detach().Sin(), 3.0);
        Assert.AreEqual(CrossCheckVerdict.NoGradient, cut.Verdict);
        Assert.Contains("no recorded operation leads from an input to the result", cut.Notes.Single());
    }

    private static T Throwing<T>(T x)
        where T : ITensor<T>
        => throw new InvalidOperationException("not today");
}
