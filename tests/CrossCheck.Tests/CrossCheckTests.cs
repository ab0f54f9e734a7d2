namespace TwinGrad.Tests;

/// <summary>One function on both engines: agreement, and planted faults.</summary>
[TestClass]
public sealed class CrossCheckTests
{
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
        var gradient = CrossCheck.Run(Loss, Loss, 3.0).Gradients.Single();

        Assert.AreEqual(6 * Math.Cos(9), gradient.Reference64.Single(), 1e-14);
        Assert.AreEqual(6 * Math.Cos(9), gradient.Torch64.Single(), 1e-14);
        Assert.AreEqual(6 * Math.Cos(9), gradient.Differences!.Single(), 1e-8);
    }

    [TestMethod]
    [DataRow(-1.0, DisplayName = "wrong sign")]
    [DataRow(2.0, DisplayName = "extra factor")]
    [DataRow(1.000001, DisplayName = "a factor slightly off")]
    public void A_function_whose_gradient_is_off_on_one_engine_is_found(double factor)
    {
        var report = CrossCheck.Run(Loss, x => Scaled(x, factor), 3.0);

        Assert.IsFalse(report.Agree);
        Assert.ThrowsExactly<GradientsDifferException>(report.ThrowIfDifferent);
    }

    [TestMethod]
    public void A_gradient_that_ignores_an_input_is_found()
        => Assert.IsFalse(CrossCheck.Run(Product, (x, y) => Product(x, y.Detach()), 2.0, 3.0).Agree);

    [TestMethod]
    public void Central_differences_find_a_fault_that_both_engines_share()
        => Assert.IsFalse(CrossCheck.Run(x => ShareDetached(x), x => ShareDetached(x), 3.0).Agree);

    private static T Loss<T>(T x)
        where T : ITensor<T>
        => x.Pow(2).Sin();

    private static T Product<T>(T x, T y)
        where T : ITensor<T>
        => (x * y).Tanh();

    /// <summary>The right value; the gradient times a factor.</summary>
    private static T Scaled<T>(T x, double factor)
        where T : ITensor<T>
        => Loss(x) * factor + Loss(x).Detach() * (1 - factor);

    private static T ShareDetached<T>(T x)
        where T : ITensor<T>
        => x * x.Detach();
}
