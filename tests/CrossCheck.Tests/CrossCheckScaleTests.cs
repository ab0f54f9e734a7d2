using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>A fault is a fault however large the numbers beside it are; and rounding is none, however little it leaves of a gradient.</summary>
[TestClass]
public sealed class CrossCheckScaleTests
{
    private static readonly double[] At = [0.3, -1.2, 2.5];

    [TestMethod]
    public void A_missing_gradient_is_found_beside_a_large_value()
        => Differs(CrossCheck.Run((x, y) => x * 1e16 + y, (x, y) => x * 1e16 + y.Detach(), 1.5, 2.0));

    [TestMethod]
    public void A_wrong_slope_is_found_beside_another_inputs_large_one()
        => Differs(CrossCheck.Run((x, y) => x * 1e14 + y.Sin(), (x, y) => x * 1e14 + Cut(y, 1.1).Sin(), 0.5, 1.0));

    [TestMethod]
    public void A_slope_that_is_off_by_little_is_found_under_a_large_constant()
        => Differs(CrossCheck.Run((x, y) => 1e12 + (x * y).Sin(), (x, y) => 1e12 + (x * Cut(y, 1.0005)).Sin(), 0.5, 1.0));

    [TestMethod]
    public void A_missing_curvature_is_found_beside_a_large_slope()
    {
        Differs(CrossCheck.Run((x, y) => x * 1e8 + y.Pow(3), (x, y) => x * 1e8 + Straight(y), 1.0, 1.0));

        static ReferenceTensor Straight(ReferenceTensor y)
        {
            var at = y.Detach();
            return 3 * at * at * y - 2 * at.Pow(3) + 0 * y.Pow(2);
        }
    }

    [TestMethod]
    public void What_cancels_is_rounding()
    {
        CrossCheck.Run(x => x.Softmax(0).Sum(), x => x.Softmax(0).Sum(), At).ThrowIfDifferent();
        CrossCheck.Run(x => x * 0.1 + x * 0.2 - x * 0.3, x => x * 0.2 - x * 0.3 + x * 0.1, 1.5).ThrowIfDifferent();
        CrossCheck.Run(x => x.Log1p().Expm1() - x, x => (x.Log1p() * 1).Expm1() - x, new[] { 0.3, 1.2, 2.5 }).ThrowIfDifferent();
        CrossCheck.Run(x => x.Sigmoid(), x => x.Sigmoid(), 16.0).ThrowIfDifferent();
        foreach (var saturated in new[] { 6.0, 12, 18 })
            CrossCheck.Run(x => x.Tanh(), x => x.Tanh(), saturated).ThrowIfDifferent();
        CrossCheck.Run(x => (x * 3).LogSoftmax(0).Exp().Sum(), x => ((x * 3).Exp() / (x * 3).Exp().Sum()).Sum(), At).ThrowIfDifferent();
    }

    [TestMethod]
    public void What_overflows_in_float32_does_so_on_both_engines()
    {
        CrossCheck.Run(x => x.Exp(), x => x.Exp(), 100.0).ThrowIfDifferent();

        var lost = CrossCheck.Run(x => x * 1e30 * 1e30 * 1e-40, x => x * 1e20, 1.0);
        Differs(lost);
        Assert.Contains("overflow on the way", lost.Findings[0]);
    }

    [TestMethod]
    public void A_branch_on_the_dtype_in_float32_is_hinted_at()
    {
        var report = CrossCheck.Run(x => x.DType == DType.Float32 ? Cut(x, 1.1).Sin() : x.Sin(), x => x.Sin(), At);

        Assert.Contains("branches on the dtype", report.Findings[0]);
    }

    [TestMethod]
    public void Neither_differences_of_tiny_slopes_nor_such_that_jump_whole_periods_are_a_witness()
    {
        var kink = CrossCheck.Run(x => x.Relu() * 1e-11, x => x.Relu() * 1e-11, 0.0);
        Assert.IsTrue(kink.Agree, kink.ToString());
        Assert.IsNotNull(kink.Gradients.Single().Estimates!.Single().Skip);

        foreach (var far in new[] { 1e14, 1e20 })
            CrossCheck.Run(x => x.Sin(), x => x.Sin(), far, new() { Float32 = false }).ThrowIfDifferent();
    }

    [TestMethod]
    public void An_input_that_float32_does_not_have_is_refused()
        => Assert.Contains("3.4e38", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => CrossCheck.Run(x => x * 2, x => x * 2, 1e300)).Message);

    [TestMethod]
    public void An_integer_that_double_does_not_have_is_refused()
        => Assert.Contains("exactly up to", Assert.ThrowsExactly<ArgumentOutOfRangeException>(
            () => CrossCheck.Run((x, i) => x * i, (x, i) => x * i, 1.0, new[] { (1L << 53) + 1 })).Message);

    [TestMethod]
    public void Of_many_elements_differences_are_asked_for_some()
    {
        var report = CrossCheck.Run(x => x.Sin(), x => x.Sin(), new double[100], new() { DifferencesAtMost = 10 });

        Assert.AreEqual(10, report.Gradients.Single().Estimates!.Count(estimate => estimate.Skip is null));
        Assert.Contains(note => note.EndsWith("10 of the 100 elements are asked", StringComparison.Ordinal), report.Notes);
        Assert.IsTrue(report.Agree);
    }

    [TestMethod]
    public void A_check_without_elements_does_not_pass()
    {
        var nothing = CrossCheck.Run(x => x.Sin()[0..0], x => x.Cos()[0..0], At);
        Assert.AreEqual(CrossCheckVerdict.NoGradient, nothing.Verdict);
        Assert.Contains("the result has no elements", nothing.Notes.Single());
        Assert.AreEqual(CrossCheckVerdict.NoGradient, CrossCheck.Run(x => x.Sin(), x => x.Sin(), Array.Empty<double>()).Verdict);
    }

    [TestMethod]
    public void The_mode_of_the_caller_is_not_the_mode_of_the_check()
    {
        using (Torch.NoGrad())
        using (Reference.Torch.NoGrad())
            CrossCheck.Run(x => x.Sin(), x => x.Sin(), At).ThrowIfDifferent();
        using (Torch.InferenceMode())
        using (Reference.Torch.InferenceMode())
            CrossCheck.Run(x => x.Sin(), x => x.Sin(), At).ThrowIfDifferent();
    }

    [TestMethod]
    public void A_gradient_that_both_engines_refuse_is_refused()
    {
        var report = CrossCheck.Run(x => Bad(x), x => Bad(x), At);

        Assert.AreEqual(CrossCheckVerdict.Refused, report.Verdict, report.ToString());
        Assert.HasCount(1, report.Notes);
        Assert.Contains("both engines refuse the gradient alike", report.Notes[0]);

        static T Bad<T>(T x)
            where T : class, ITensor<T>
            => Autograd.Function<T>("Bad", (_, v) => v * 1, (_, g) => g[0..2]).Apply(x);
    }

    [TestMethod]
    public void A_gradient_that_is_drawn_is_said_to_be()
    {
        var random = new Random(1);
        var report = CrossCheck.Run(x => Cut(x, random.NextDouble()), x => Cut(x, random.NextDouble()), At);

        Assert.Contains("gives other gradients when it is called again", report.Findings[0]);
        Assert.IsNull(report.Divergence);
    }

    [TestMethod]
    public void A_function_that_returns_nothing_is_refused()
    {
        var report = CrossCheck.Run(x => null!, x => null!, 1.0);

        Assert.AreEqual(CrossCheckVerdict.Refused, report.Verdict);
        Assert.Contains("a cross-check", report.Notes.Single());
    }

    [TestMethod]
    public void Tolerances_are_no_negative_numbers()
    {
        foreach (var wrong in new[] { -1, double.NaN })
        {
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new CrossCheckOptions { Float64Tolerance = wrong });
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new CrossCheckOptions { UlpTolerance = wrong });
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new CrossCheckOptions { DifferencesTolerance = wrong });
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GradCheckOptions { Atol = wrong });
            Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GradCheckOptions { Eps = wrong });
        }
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new GradCheckOptions { Eps = 0 });
        CrossCheck.Run(x => x * 2, x => x * 2, 1.0, new() { Float64Tolerance = 0 }).ThrowIfDifferent();
    }

    private static void Differs(CrossCheckReport report) => Assert.AreEqual(CrossCheckVerdict.Differ, report.Verdict, report.ToString());

    /// <summary>x, with a slope of its own.</summary>
    private static T Cut<T>(T x, double slope)
        where T : class, ITensor<T>
        => Autograd.Function<T>("Cut", (_, v) => v * 1, (_, g) => g * slope).Apply(x);
}
