namespace TwinGrad.Tests;

[TestClass]
public sealed class GradCheckFunctionOnLibtorchTests : GradCheckFunctionTests<Tensor>;

[TestClass]
public sealed class GradCheckFunctionOnReferenceTests : GradCheckFunctionTests<Reference.Tensor>;

/// <summary>Hand-written backwards under gradcheck: each way to get one wrong is told in PyTorch's words.</summary>
public abstract class GradCheckFunctionTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_right_one_passes_in_both_orders(bool fastMode)
    {
        GradCheck.Run(Cubed((x, g) => 3 * x * x * g), GradCheckTests<T>.Leaf(3), new() { FastMode = fastMode }).ThrowIfDifferent();
        GradGradCheck.Run(Cubed((x, g) => 3 * x * x * g), GradCheckTests<T>.Leaf(3), options: new() { FastMode = fastMode }).ThrowIfDifferent();
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_wrong_one_fails(bool fastMode)
    {
        var options = new GradCheckOptions { FastMode = fastMode };
        Assert.StartsWith("Jacobian mismatch for output 0 with respect to input 0", First(Cubed((x, g) => 2 * x * x * g), options: options));
    }

    [TestMethod]
    public void One_that_does_not_multiply_is_named()
        => Assert.StartsWith("backward not multiplied by grad_output", First(Cubed((x, _) => 3 * x * x), size: 1));

    [TestMethod]
    public void One_that_cannot_do_without_a_gradient_is_told_of_its_exception()
    {
        var told = First(Cubed((x, g) => 3 * x * x * (g ?? throw new InvalidOperationException("no gradient")), materialize: false));

        Assert.StartsWith("Expected backward function to handle undefined output grads.", told);
        Assert.EndsWith("InvalidOperationException: no gradient", told);
    }

    [TestMethod]
    public void One_that_invents_a_gradient_is_told_so()
        => Assert.StartsWith(
            "Expected all input grads to be undefined or zero when all output grads are undefined or zero.",
            First(Cubed((x, g) => g is null ? x : 3 * x * x * g, materialize: false)));

    [TestMethod]
    public void One_that_gives_other_gradients_when_asked_again_is_told_so()
    {
        var calls = 0;
        Assert.StartsWith(
            "Backward is not reentrant", First(Cubed((x, g) => 3 * x * x * g * (1 + 1e-9 * calls++))));
    }

    [TestMethod]
    public void What_one_throws_comes_out_as_itself()
        => Assert.ThrowsExactly<DivideByZeroException>(
            () => GradCheck.Run(Cubed((_, _) => throw new DivideByZeroException()), GradCheckTests<T>.Leaf(3)));

    [TestMethod]
    public void One_whose_own_derivative_is_wrong_fails_in_second_order_alone()
    {
        var function = Cubed((x, g) => 3 * x * x.Detach() * g);

        Assert.IsTrue(GradCheck.Run(function, GradCheckTests<T>.Leaf(3)).Agree);
        Assert.IsFalse(GradGradCheck.Run(function, GradCheckTests<T>.Leaf(3)).Agree);
    }

    private static string First(Func<T, T> function, int size = 3, GradCheckOptions? options = null)
        => GradCheck.Run(function, GradCheckTests<T>.Leaf(size), options).Problems[0].Sentence;

    /// <summary>x^3 with a backward of one's own.</summary>
    private static Func<T, T> Cubed(Func<T, T, T> backward, bool materialize = true) => x => Autograd.Function<T>(
        "Cubed",
        (context, x) =>
        {
            context.MaterializeGrads = materialize;
            context.SaveForBackward(x);
            return x * x * x;
        },
        (context, gradient) => backward(context.SavedTensors[0], gradient)).Apply(x);
}
