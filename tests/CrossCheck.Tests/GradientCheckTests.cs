namespace TwinGrad.Tests;

/// <summary>The checker's verdict: each witness in turn is made to lie.</summary>
[TestClass]
public sealed class GradientCheckTests
{
    private static GradientCheck Honest => new()
    {
        Name = "x.grad",
        Torch = [(float)Math.PI],
        Torch64 = [Math.PI],
        Reference = [Math.PI],
        Reference64 = [Math.PI],
        Formula = [Math.PI],
        Differences = [Math.PI + 1e-10],
    };

    [TestMethod]
    public void Honest_witnesses_agree()
    {
        Assert.IsTrue(Honest.Agree);
        Honest.ThrowIfDifferent();
    }

    [TestMethod]
    public void Three_steps_of_rounding_are_let_pass_and_five_are_not()
    {
        Assert.IsTrue((Honest with { Torch = [Steps(3)] }).Agree);
        Assert.IsFalse((Honest with { Torch = [Steps(5)] }).Agree);
        Assert.IsFalse((Honest with { Torch = [Steps(-5)] }).Agree);

        static double Steps(int count) => BitConverter.Int32BitsToSingle(BitConverter.SingleToInt32Bits((float)Math.PI) + count);
    }

    [TestMethod]
    public void A_lie_of_any_witness_is_a_difference()
    {
        Assert.IsFalse((Honest with { Torch64 = [Math.PI * (1 + 1e-11)] }).Agree);
        Assert.IsFalse((Honest with { Reference = [Math.PI * 1.00001] }).Agree);
        Assert.IsFalse((Honest with { Formula = [Math.PI * (1 + 1e-11)] }).Agree);
        Assert.IsFalse((Honest with { Differences = [Math.PI + 1e-6] }).Agree);
        Assert.IsFalse((Honest with { Torch = [double.NaN] }).Agree);
        Assert.IsFalse((Honest with { Torch64 = [-Math.PI] }).Agree);
        Assert.IsFalse((Honest with { Torch = [(float)Math.PI, 1] }).Agree);
    }

    [TestMethod]
    public void The_message_has_what_each_witness_says()
    {
        var problem = Assert.ThrowsExactly<GradientsDifferException>(() => (Honest with { Torch = [3.0] }).ThrowIfDifferent());

        Assert.Contains("x.grad: libtorch [3.0], reference [3.141592653589793]", problem.Message);
        Assert.Contains("they differ", problem.Message);
    }

    [TestMethod]
    public void An_element_that_cancelled_is_judged_by_the_largest_one()
    {
        var cancelled = Honest with
        {
            Torch = [1, 1e-6 + 1e-8],
            Torch64 = [1, 1e-6],
            Reference = [1, 1e-6],
            Reference64 = [1, 1e-6],
            Formula = null,
            Differences = null,
        };

        Assert.IsFalse(cancelled.Agree);
        Assert.IsTrue((cancelled with { ByLargestElement = true }).Agree);
        Assert.IsFalse((cancelled with { ByLargestElement = true, Torch = [1, 1e-6 + 1e-6] }).Agree);
    }
}
