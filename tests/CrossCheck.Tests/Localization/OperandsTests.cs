namespace TwinGrad.Tests;

[TestClass]
public sealed class OperandsTests
{
    [TestMethod]
    public void Of_several_results_that_one_is_told_which_was_the_input()
    {
        using var trace = Autograd.Trace();
        var parts = Torch.Tensor(new double[,] { { 1, 2 }, { 3, 4 }, { 5, 6 } }, requiresGrad: true).Unbind();
        var product = parts[1] * parts[2];

        CollectionAssert.AreEqual(new double?[] { 4, 6 }, Operands.At(product.GradFn!, product, 1).ToArray());
    }

    [TestMethod]
    public void Where_a_result_was_overwritten_the_others_are_not_mistaken_for_it()
    {
        using var trace = Autograd.Trace();
        var (values, vectors) = Tensor.Eigh(Torch.Tensor(new double[,] { { 2 } }, requiresGrad: true), Uplo.L);
        var (ofValues, ofVectors) = (values.Exp(), vectors.Exp());
        values.Add_(1);

        Assert.IsNull(Operands.At(ofValues.GradFn!, ofValues, 0).Single());
        Assert.IsNull(Operands.At(ofVectors.GradFn!, ofVectors, 0).Single());
    }
}
