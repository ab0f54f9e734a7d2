namespace TwinGrad.Examples.Tests;

/// <summary>The notebook's gradients by every witness.</summary>
[TestClass]
public sealed class GradientTests
{
    private static readonly List<GradientCheck> Gradients =
        [.. NotebookRunner.Run(NotebookSection.All, Device.Cpu, NotebookCell.All).SelectMany(cell => cell.Gradients)];

    [TestMethod]
    public void Every_gradient_of_the_notebook_is_checked()
        => CollectionAssert.AreEqual(
            new[]
            {
                "dy/dx", "dz/dx", "x.grad", "x.grad", "dL_dw", "dL_db", "w.grad", "b.grad", "x.grad",
                "x.grad", "x.grad of two passes", "x.grad after zeroing",
            },
            Gradients.Select(gradient => gradient.Name).ToArray());

    [TestMethod]
    public void Every_gradient_agrees_between_the_engines_the_formula_and_central_differences()
    {
        foreach (var gradient in Gradients)
        {
            Assert.IsNotNull(gradient.Formula, gradient.Name);
            Assert.IsNotNull(gradient.Differences, gradient.Name);
            gradient.ThrowIfDifferent();
        }
    }

    [TestMethod]
    public void The_functions_to_copy_give_the_notebooks_gradients_on_both_engines()
    {
        FunctionsGive<Tensor>();
        FunctionsGive<Reference.Tensor>();
    }

    private static void FunctionsGive<T>()
        where T : ITensor<T>
    {
        Assert.AreEqual("tensor(8.)", Functions.GradientOfTwoPasses(Leaf(2)).ToString());
        Assert.AreEqual("tensor(4.)", Functions.GradientOfSecondPass(Leaf(2)).ToString());
        Assert.AreEqual("tensor(9.)", Functions.SquareOfUntrackedLeaf(Leaf(3)).ToString());
        Assert.AreEqual("tensor(4.)", Functions.SquareOfDetached(Leaf(2)).ToString());
        Assert.AreEqual("tensor(16.)", Functions.SquareWithoutGrad(Leaf(4)).ToString());

        var byHand = Functions.NeuronGradientsByHand(Plain(6.7), Plain(1), Plain(0), Plain(0));
        var autograd = Functions.NeuronGradients(Plain(6.7), Leaf(1), Leaf(0), Plain(0));
        Assert.AreEqual("tensor(6.6918) tensor(0.9988)", $"{byHand.Weight.ToString()} {byHand.Bias.ToString()}");
        Assert.AreEqual("tensor(6.6918) tensor(0.9988)", $"{autograd.Weight.ToString()} {autograd.Bias.ToString()}");

        static T Leaf(double value) => TensorFactory<T>.Tensor(value, requiresGrad: true);
        static T Plain(double value) => TensorFactory<T>.Tensor(value);
    }
}
