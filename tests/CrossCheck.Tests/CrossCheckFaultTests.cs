using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>The cross-check itself: faults are planted in the function on one engine or on both, and the message must name each.</summary>
[TestClass]
public sealed class CrossCheckFaultTests
{
    private static readonly double[] At = [0.3, -1.2, 2.5];

    [TestMethod]
    public void A_wrong_value_is_named_before_its_gradients()
    {
        var finding = Finding(CrossCheck.Run(Loss, x => Loss(x) * (1 + 1e-9), At));

        StringAssert.StartsWith(finding, "the value differs at [1]: the engines compute different numbers.");
        Assert.Contains("libtorch, float64", finding);
    }

    [TestMethod]
    [DataRow(-1.0, DisplayName = "wrong sign")]
    [DataRow(2.0, DisplayName = "extra factor")]
    [DataRow(1.000001, DisplayName = "a factor slightly off")]
    public void A_wrong_first_derivative_on_one_engine_makes_that_one_stand_alone(double factor)
    {
        var onReference = Finding(CrossCheck.Run(Loss, x => Sloped(Loss(x), Loss(x) * factor), 3.0));
        StringAssert.StartsWith(onReference, "the gradient by x differs: the reference stands alone.");
        Assert.Contains("x there", onReference);
        Assert.Contains("3.0", onReference);
        Assert.Contains("-5.466781571308061", onReference, "what libtorch says");

        var onTorch = Finding(CrossCheck.Run(x => Sloped(Loss(x), Loss(x) * factor), Loss, 3.0));
        StringAssert.StartsWith(onTorch, "the gradient by x differs: libtorch stands alone.");
    }

    [TestMethod]
    public void The_worst_element_is_named_by_its_indices()
    {
        var report = CrossCheck.Run(Loss, x => Sloped(Loss(x), Loss(x) * Mask(x)), new[,] { { 1, 0.3 }, { 0.7, 0.2 }, { 1.1, 0.4 } });

        StringAssert.StartsWith(Finding(report), "the gradient by x differs at [1, 0]: the reference stands alone.");
        Assert.AreEqual(2, report.Gradients.Single().WorstElement);

        static ReferenceTensor Mask(ReferenceTensor x) => ReferenceTensor.Where((x.Detach() - 0.7).Abs() < 0.01, x.Detach() * 0, x.Detach() * 0 + 1);
    }

    [TestMethod]
    public void A_gradient_that_ignores_an_input_is_found_at_that_input()
    {
        var report = CrossCheck.Run(Product, (x, y) => Product(x, y.Detach()), 2.0, 3.0);

        StringAssert.StartsWith(Finding(report), "the gradient by y differs: the reference stands alone.");
        Assert.IsTrue(report.Inputs[0].Gradient!.Agree);
        Assert.IsFalse(report.Inputs[1].Agree);
    }

    [TestMethod]
    public void A_wrong_second_derivative_behind_a_right_first_one_is_named_as_such()
    {
        var finding = Finding(CrossCheck.Run(x => x.Pow(3), x => Straight(x), 2.0));

        StringAssert.StartsWith(finding, "the second gradient by x differs: ");

        // x^3 around the fixed point v: 3 v^2 x - 2 v^3 has the value and the slope, but no curvature. A square of 0 width adds a graph.
        static ReferenceTensor Straight(ReferenceTensor x)
        {
            var v = x.Detach();
            return 3 * v * v * x - 2 * v.Pow(3) + 0 * x.Pow(2);
        }
    }

    [TestMethod]
    public void A_gradient_that_both_engines_have_wrong_is_found_by_differences_alone()
    {
        var finding = Finding(CrossCheck.Run(HalfHidden, HalfHidden, 3.0));

        StringAssert.StartsWith(finding, "the gradient by x differs: both engines agree with each other, and central differences with neither.");
        Assert.Contains("Detach", finding);

        static T HalfHidden<T>(T x)
            where T : ITensor<T>
            => x * x.Detach();
    }

    [TestMethod]
    public void A_wrong_promotion_in_float32_alone_is_named_with_its_dtypes()
    {
        var finding = Finding(CrossCheck.Run(Loss, x => x.DType == DType.Float32 ? Loss(x.To(DType.Float64)) : Loss(x), 3.0));

        StringAssert.StartsWith(finding, "the result of float32 inputs is torch.float32 on libtorch and torch.float64 on the reference.");
    }

    [TestMethod]
    public void Digits_that_float32_alone_loses_are_not_blamed_on_a_rule()
    {
        // (1 + x) - 1 keeps few digits of a small x.
        var finding = Finding(CrossCheck.Run(Lossy, Lossy, 1e-4));

        Assert.Contains("libtorch in float32 stands alone", finding);
        Assert.Contains("In float64 the engines agree", finding);

        static T Lossy<T>(T x)
            where T : ITensor<T>
            => ((1 + x) - 1).Pow(2) * 1e6;
    }

    [TestMethod]
    public void A_branch_on_float32_on_the_reference_is_named()
        => Assert.Contains(
            "the reference in float32 stands alone",
            Finding(CrossCheck.Run(Loss, x => x.DType == DType.Float32 ? Sloped(Loss(x), Loss(x) * 2) : Loss(x), 3.0)));

    [TestMethod]
    public void A_result_of_another_shape_or_without_a_graph_on_one_engine_is_named()
    {
        Assert.Contains("the shape [1] on libtorch and [] on the reference", Finding(CrossCheck.Run(x => x.Unsqueeze(0), x => x * 1, 3.0)));
        Assert.Contains("only libtorch has a gradient", Finding(CrossCheck.Run(Loss, x => Loss(x).Detach(), 3.0)));
        Assert.Contains("only the reference has a gradient", Finding(CrossCheck.Run(x => Loss(x).Detach(), Loss, 3.0)));
    }

    [TestMethod]
    public void A_function_that_draws_random_numbers_is_told_to_be_one()
        => Assert.Contains("gives other values when it is called again", Finding(CrossCheck.Run(
            x => x * TwinGrad.Torch.Rand([3]), x => x * Reference.Torch.Rand([3]), At)));

    [TestMethod]
    public void The_exception_has_the_report_as_its_message()
    {
        var report = CrossCheck.Run(Loss, x => Sloped(Loss(x), Loss(x) * 2), 3.0);

        var problem = Assert.ThrowsExactly<GradientsDifferException>(report.ThrowIfDifferent);
        Assert.AreEqual(report.ToString(), problem.Message);
        StringAssert.StartsWith(problem.Message, "Loss: the witnesses differ");
        Assert.Contains(report.Findings.Single(), problem.Message);
    }

    [TestMethod]
    [DataRow(1.5, 0.5, 0, DisplayName = "a value")]
    [DataRow(1.5, -0.5, 1, DisplayName = "a derivative")]
    public void The_operation_at_which_the_engines_part_is_named_with_its_line(double recorded, double constant, int order)
    {
        var report = CrossCheck.Run(
            x => Chain(x, y => y.Sin()), x => Chain(x, y => recorded * y.Sin() + constant * y.Sin().Detach()), new[] { 0.3, 1.2 });

        Assert.AreEqual("SinBackward0", report.Divergence!.Operator);
        Assert.AreEqual(order, report.Divergence.Order);
        StringAssert.EndsWith(report.Divergence.CallSite!.Value.File!, "CrossCheckFaultTests.cs");
        Assert.Contains("first parting: SinBackward0 at CrossCheckFaultTests.cs:", report.ToString());

        static T Chain<T>(T x, Func<T, T> sin)
            where T : ITensor<T>
            => (sin(x.Pow(2)) + 2).Log();
    }

    [TestMethod]
    public void Where_the_engines_agree_no_operation_is_blamed()
        => Assert.IsNull(CrossCheck.Run(x => x * x.Detach(), x => x * x.Detach(), 3.0).Divergence);

    private static string Finding(CrossCheckReport report)
    {
        Assert.AreEqual(CrossCheckVerdict.Differ, report.Verdict, report.ToString());
        return report.Findings[0];
    }

    private static T Loss<T>(T x)
        where T : ITensor<T>
        => x.Pow(2).Sin();

    private static T Product<T>(T x, T y)
        where T : ITensor<T>
        => (x * y).Tanh();

    /// <summary>The value of one function with the derivatives of another.</summary>
    private static T Sloped<T>(T value, T slope)
        where T : ITensor<T>
        => value.Detach() + (slope - slope.Detach());
}
