namespace TwinGrad.Tests;

/// <summary>The cross-check as MSTest's assertion.</summary>
[TestClass]
public sealed class GradientAssertTests
{
    [TestMethod]
    public void Functions_of_one_to_four_tensors_and_of_an_array_pass()
    {
        Assert.That.GradientsAgree(Loss, Loss, 3.0);
        Assert.That.GradientsAgree(Line, Line, new[] { 1.0, 2 }, 0.5);
        Assert.That.GradientsAgree((x, w, b) => Line(x * w, b), (x, w, b) => Line(x * w, b), new[] { 1.0, 2 }, 0.5, -1);
        Assert.That.GradientsAgree((x, w, b, c) => Line(x * w, b) / c, (x, w, b, c) => Line(x * w, b) / c, new[] { 1.0, 2 }, 0.5, -1, 3);
        Assert.That.AllGradientsAgree(x => Line(x[0], x[1]), x => Line(x[0], x[1]), [1, 2]);
    }

    [TestMethod]
    public void A_difference_fails_the_test_with_the_report()
    {
        var failure = Assert.ThrowsExactly<AssertFailedException>(() => Assert.That.GradientsAgree(Loss, x => Loss(x).Detach() + Loss(x) * 0, 3.0));

        StringAssert.StartsWith(failure.Message, "Loss: the witnesses differ");
        Assert.Contains("the reference stands alone", failure.Message);
    }

    [TestMethod]
    public void A_check_of_nothing_fails()
        => Assert.Contains(
            "there was no gradient to check",
            Assert.ThrowsExactly<AssertFailedException>(() => Assert.That.GradientsAgree(x => x.Argmax(), x => x.Argmax(), new[] { 1.0, 2 })).Message);

    [TestMethod]
    public void The_options_are_those_of_the_cross_check()
    {
        static T Constant<T>(T x)
            where T : ITensor<T>
            => x * x.Detach();

        Assert.ThrowsExactly<AssertFailedException>(() => Assert.That.GradientsAgree(Constant, Constant, 3.0));
        Assert.That.GradientsAgree(Constant, Constant, 3.0, new() { Differences = false });
    }

    private static T Loss<T>(T x)
        where T : ITensor<T>
        => x.Pow(2).Sin();

    private static T Line<T>(T x, T b)
        where T : ITensor<T>
        => (2 * x + b).Exp();
}
