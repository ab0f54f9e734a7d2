namespace TwinGrad.Tests;

/// <summary>Custom functions under the second opinion: one definition on both engines, right and wrong.</summary>
[TestClass]
public sealed class CustomFunctionTests
{
    [TestMethod]
    public void A_right_backward_agrees()
    {
        CrossCheck.Run(x => Swish(x, 1), x => Swish(x, 1), new[] { 0.3, -1.2, 2.5 }).ThrowIfDifferent();
        CrossCheck.Run(Norm, Norm, new[] { 0.3, -1.2 }, new[] { 2.0, 0.5 }).ThrowIfDifferent();
    }

    [TestMethod]
    [DataRow(-1.0)]
    [DataRow(1.0001)]
    public void A_wrong_backward_is_found_by_central_differences(double factor)
    {
        var report = CrossCheck.Run(x => Swish(x, factor), x => Swish(x, factor), new[] { 0.3, -1.2, 2.5 });

        Assert.IsFalse(report.Agree);
        Assert.ThrowsExactly<GradientsDifferException>(report.ThrowIfDifferent);
        Assert.StartsWith("the backward of Swish is wrong: it is not the derivative of its forward.", report.Findings[0]);
        Assert.DoesNotContain("kink", report.Findings[0]);
    }

    [TestMethod]
    public void A_backward_that_does_not_multiply_by_what_it_is_given_is_found_and_named()
    {
        var report = CrossCheck.Run(x => Tripled(Forgetful(x)), x => Tripled(Forgetful(x)), 0.7);

        Assert.StartsWith("the backward of Forgetful is wrong", report.Findings[0]);
        Assert.IsFalse(CrossCheck.Run(Forgetful, Forgetful, 0.7).Agree);
    }

    [TestMethod]
    public void A_gradient_that_is_wrong_without_a_custom_function_blames_none()
    {
        var report = CrossCheck.Run(x => Swish(x, 1) * x.Detach(), x => Swish(x, 1) * x.Detach(), 0.7);

        Assert.IsFalse(report.Agree);
        Assert.IsFalse(report.Findings.Any(finding => finding.Contains("the backward of", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_backward_that_is_wrong_on_one_engine_is_found()
        => Assert.IsFalse(CrossCheck.Run(x => Swish(x, 2), x => Swish(x, 1), 0.7).Agree);

    [TestMethod]
    public void A_backward_that_is_wrong_on_one_engine_is_located()
    {
        var found = TwinGrad.Localization.Find(inputs => Swish(inputs[0], 2), inputs => Swish(inputs[0], 1), [new[] { 0.3, -1.2, 2.5 }]);

        Assert.AreEqual("SwishBackward", found!.Operator);
        Assert.AreEqual(1, found.Order);
        Assert.AreEqual(nameof(Swish), found.CallSite!.Value.Member);
        Assert.AreEqual(2, found.Torch / found.Reference, 1e-12);
    }

    [TestMethod]
    public void A_function_of_several_results_that_is_wrong_on_one_engine_is_located()
    {
        var found = TwinGrad.Localization.Find(inputs => SinCos(inputs[0], 1.5), inputs => SinCos(inputs[0], 1), [new[] { 0.3, -1.2, 2.5 }]);

        Assert.AreEqual("SinCosBackward", found!.Operator);
        Assert.AreEqual(1, found.Order);
        Assert.IsNull(TwinGrad.Localization.Find(inputs => SinCos(inputs[0], 1), inputs => SinCos(inputs[0], 1), [new[] { 0.3, -1.2, 2.5 }]));
    }

    [TestMethod]
    public void Hooks_agree()
        => CrossCheck.Run(Hooked, Hooked, new[] { 0.3, -1.2, 2.5 }).ThrowIfDifferent();

    [TestMethod]
    public void An_exception_in_a_backward_comes_out_of_the_check()
        => Assert.ThrowsExactly<NotSupportedException>(() => CrossCheck.Run(Unsupported, Unsupported, 1.0));

    /// <summary>x sigmoid(x); a factor other than 1 makes its backward wrong.</summary>
    private static T Swish<T>(T x, double factor)
        where T : ITensor<T>
        => Autograd.Function<T>(
            "Swish",
            (context, x) =>
            {
                context.SaveForBackward(x);
                return x * x.Sigmoid();
            },
            (context, gradient) =>
            {
                var x = context.SavedTensors[0];
                var sigmoid = x.Sigmoid();
                return gradient * factor * (sigmoid + x * sigmoid * (1 - sigmoid));
            }).Apply(x.Sin()).Exp();

    private static T SinCos<T>(T x, double factor)
        where T : ITensor<T>
    {
        var both = Autograd.FunctionOfSeveral<T>(
            "SinCos",
            (context, inputs) =>
            {
                context.SaveForBackward(inputs[0]);
                return [inputs[0].Sin(), inputs[0].Cos()];
            },
            (context, gradients) =>
            {
                var x = context.SavedTensors[0];
                return [gradients[0] * x.Cos() * factor - gradients[1] * x.Sin()];
            }).ApplyAll(x * 2);
        return both[0].Exp() * both[1];
    }

    private static T Norm<T>(T x, T y)
        where T : ITensor<T>
        => new Hypotenuse<T>().Apply(x * 2, y);

    private static T Tripled<T>(T x)
        where T : ITensor<T>
        => new Hypotenuse<T>().Apply(x, x * 2);

    private static T Forgetful<T>(T x)
        where T : ITensor<T>
        => Autograd.Function<T>(
            "Forgetful",
            (context, x) =>
            {
                context.SaveForBackward(x);
                return x.Exp();
            },
            (context, _) => context.SavedTensors[0].Exp()).Apply(x);

    private static T Hooked<T>(T x)
        where T : ITensor<T>
    {
        var y = x.Sin();
        y.RegisterHook(gradient => gradient * 3);
        y.RegisterHook(gradient => gradient / 3);
        return y * y;
    }

    private static T Unsupported<T>(T x)
        where T : ITensor<T>
        => Autograd.Function<T>("Unsupported", (_, x) => x.Exp(), (_, _) => throw new NotSupportedException()).Apply(x);

    private sealed class Hypotenuse<T> : Function<T>
        where T : ITensor<T>
    {
        protected override IReadOnlyList<T> Forward(FunctionContext<T> context, IReadOnlyList<T> inputs)
        {
            var result = (inputs[0] * inputs[0] + inputs[1] * inputs[1]).Sqrt();
            context.SaveForBackward(inputs[0], inputs[1], result);
            return [result];
        }

        protected override IReadOnlyList<T?> Backward(FunctionContext<T> context, IReadOnlyList<T> gradients)
        {
            var saved = context.SavedTensors;
            var scaled = gradients[0] / saved[2];
            return [scaled * saved[0], scaled * saved[1]];
        }
    }
}
