namespace TwinGrad.Tests;

/// <summary>One function on both engines: agreement, and what the report tells of it.</summary>
[TestClass]
public sealed class CrossCheckTests
{
    [TestMethod]
    public void A_long_lambda_is_named_on_one_line()
    {
        var report = CrossCheck.Run(
            x =>
            {
                var y = x.Sin();
                return y * y.Exp() + y.Pow(3) - (y + 1).Log() * 0.25 + 2 * y.Cos().Tanh();
            },
            x => x.Sin() * 2, 1.0);

        StringAssert.StartsWith(report.Function, "x => { var y = x.Sin(); return y * y.Exp()");
        Assert.HasCount(80, report.Function);
    }

    [TestMethod]
    public void A_loss_agrees_on_both_engines()
    {
        CrossCheck.Run(Loss, Loss, 3.0).ThrowIfDifferent();
        CrossCheck.Run(Loss, Loss, new[] { 0.3, -1.2, 2.5 }).ThrowIfDifferent();
        CrossCheck.Run(Product, Product, new[,] { { 1.0, 2 }, { 3, 4 } }, new[,] { { 0.5, -1 }, { 2, 0.25 } }).ThrowIfDifferent();
    }

    [TestMethod]
    public void The_gradient_is_the_derivative()
    {
        var report = CrossCheck.Run(Loss, Loss, 3.0);

        var gradient = report.Gradients.Single();
        Assert.AreEqual(Math.Sin(9), report.Value!.Reference64.Single(), 1e-15);
        Assert.AreEqual(6 * Math.Cos(9), gradient.Reference64.Single(), 1e-14);
        Assert.AreEqual(6 * Math.Cos(9), gradient.Torch64.Single(), 1e-14);
        Assert.AreEqual(6 * Math.Cos(9), gradient.Torch.Single(), 1e-6);
        Assert.AreEqual(6 * Math.Cos(9), gradient.Differences!.Single(), 1e-8);
    }

    [TestMethod]
    public void The_second_gradient_is_that_of_the_square_of_the_first()
    {
        var second = CrossCheck.Run(Loss, Loss, 3.0).SecondGradients.Single();

        // f' = 2x cos x^2, f'' = 2 cos x^2 - 4x^2 sin x^2, and d(f'^2)/dx = 2 f' f''.
        var expected = 2 * (6 * Math.Cos(9)) * (2 * Math.Cos(9) - 36 * Math.Sin(9));
        Assert.AreEqual(expected, second.Reference64.Single(), 1e-12);
        Assert.AreEqual(expected, second.Torch64.Single(), 1e-12);
        Assert.AreEqual(expected, second.Differences!.Single(), 1e-6);
    }

    [TestMethod]
    public void Inputs_are_numbers_arrays_and_tensors_of_one_to_four_arguments()
    {
        CrossCheck.Run(Product, Product, new[] { 0.5f, 2 }, 3).ThrowIfDifferent();
        CrossCheck.Run(Loss, Loss, new double[,,] { { { 1, 2 }, { 3, 4 } } }).ThrowIfDifferent();
        CrossCheck.Run(Loss, Loss, new float[,,] { { { 1, 2 }, { 3, 4 } } }).ThrowIfDifferent();
        CrossCheck.Run(Product, Product, Torch.Tensor([1f, 2f]), Reference.Torch.Tensor([0.5f, -1f])).ThrowIfDifferent();
        CrossCheck.Run(Line, Line, 2, new float[,] { { 1, 2 } }, 0.5).ThrowIfDifferent();
        CrossCheck.Run(Cubic, Cubic, 2, 3.5, 0.5, new[] { 1.0, 0, -1 }).ThrowIfDifferent();
        CrossCheck.RunAll(Total, Total, [1, new[] { 2.0, 3 }, 4, 5, 6]).ThrowIfDifferent();
    }

    [TestMethod]
    public void Integers_are_passed_and_not_differentiated_by()
    {
        var report = CrossCheck.Run(Classes, Classes, new[,] { { 0.1, 2, -1 }, { 1, 0.5, 0.2 } }, new long[] { 2, 0 });

        Assert.IsTrue(report.Agree, report.ToString());
        Assert.IsNotNull(report.Inputs[0].Gradient);
        Assert.IsNull(report.Inputs[1].Gradient);
        Assert.HasCount(1, report.Gradients);
        Assert.ThrowsExactly<ArgumentException>(() => CrossCheck.Run(Loss, Loss, new long[] { 1, 2 }));
    }

    [TestMethod]
    public void Inputs_have_the_names_that_the_function_gives_them()
    {
        CollectionAssert.AreEqual(
            new[] { "x", "w", "b" }, CrossCheck.Run(Line, Line, 2, new[] { 1.0, 2 }, 0.5).Inputs.Select(input => input.Name).ToArray());
        CollectionAssert.AreEqual(
            new[] { "terms[0]", "terms[1]" }, CrossCheck.RunAll(Total, Total, [1, 2]).Inputs.Select(input => input.Name).ToArray());
        Assert.AreEqual("u", CrossCheck.Run(u => u.Exp(), u => u.Exp(), 2).Inputs.Single().Name);
    }

    [TestMethod]
    public void The_report_names_the_function_and_tells_every_distance()
    {
        var text = CrossCheck.Run(Loss, Loss, 3.0).ToString();

        StringAssert.StartsWith(text, "Loss: the witnesses agree");
        foreach (var part in new[] { "value ", "gradient by x ", "second gradient by x ", "0.4121184852417566", "float32 0.31 ulps", ", differences " })
            Assert.Contains(part, text);
    }

    [TestMethod]
    public void A_softmax_has_gradients_to_compare_although_its_sum_has_none()
    {
        var gradient = CrossCheck.Run(x => x.Softmax(0), x => x.Softmax(0), new[] { 0.3, -1.2, 2.5 }).Gradients.Single();

        Assert.IsTrue(gradient.Agree);
        Assert.IsGreaterThan(0.01, gradient.Reference64.Max(Math.Abs));
    }

    [TestMethod]
    public void What_cancels_up_to_rounding_agrees()
    {
        CrossCheck.Run(Centred, Centred, new[] { 0.1, 2.7, -1.3, 5.9 }).ThrowIfDifferent();
        CrossCheck.Run(x => x.Softmax(0).Sum(), x => x.Softmax(0).Sum(), new[] { 0.1, 2.7, -1.3, 5.9 }).ThrowIfDifferent();

        static T Centred<T>(T x)
            where T : ITensor<T>
            => (x - x.Mean()).Sum();
    }

    [TestMethod]
    public void An_input_that_nothing_flows_to_has_a_gradient_of_zeros()
        => Assert.AreEqual(0, CrossCheck.Run((x, y) => x.Exp(), (x, y) => x.Exp(), 1, 2).Gradients[1].Reference64.Single());

    [TestMethod]
    public void The_first_order_alone_can_be_asked_for_and_differences_left_out()
    {
        var report = CrossCheck.Run(Loss, Loss, 3.0, new CrossCheckOptions { Orders = 1, Differences = false });

        Assert.IsTrue(report.Agree);
        Assert.IsEmpty(report.SecondGradients);
        Assert.IsNull(report.Gradients.Single().Differences);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new CrossCheckOptions { Orders = 3 });
    }

    [TestMethod]
    public void Null_is_refused()
    {
        Assert.ThrowsExactly<ArgumentNullException>(() => CrossCheck.Run((Func<Tensor, Tensor>)null!, Loss, 1));
        Assert.ThrowsExactly<ArgumentNullException>(() => CrossCheck.Run(Loss, Loss, null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => CrossCheck.RunAll(Total, Total, null!));
        Assert.ThrowsExactly<ArgumentNullException>(() => CrossCheck.Run(Loss, Loss, (double[])null!));
    }

    private static T Loss<T>(T x)
        where T : ITensor<T>
        => x.Pow(2).Sin();

    private static T Product<T>(T x, T y)
        where T : ITensor<T>
        => (x * y).Tanh();

    private static T Line<T>(T x, T w, T b)
        where T : ITensor<T>
        => (w * x + b).Exp();

    private static T Cubic<T>(T a, T b, T c, T x)
        where T : ITensor<T>
        => ((a * x + b) * x + c) * x;

    private static T Total<T>(T[] terms)
        where T : ITensor<T>
        => terms.Aggregate((sum, term) => sum + term.Pow(2));

    private static T Classes<T>(T x, T target)
        where T : class, ITensor<T>
        => x.CrossEntropy(target);
}
