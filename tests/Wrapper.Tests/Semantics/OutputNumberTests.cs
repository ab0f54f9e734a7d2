namespace TwinGrad.Tests;

/// <summary>The numbers of an operation's results beside those that libtorch keeps.</summary>
[TestClass]
public sealed class OutputNumberTests
{
    private static readonly NativeFunction OutputNumber = new("x: Tensor", "torch.tensor(x.output_nr())");

    // What is one operation in PyTorch and composed of several here has other nodes in libtorch.
    private static readonly string[] Composed = ["var_mean without freedom", "triangular_solve"];

    public static IEnumerable<object[]> Names => NodeSemantics<Tensor>.SeveralResults.Keys.Except(Composed).Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Results_have_libtorchs_numbers(string name)
    {
        var x = Torch.Tensor(new double[,] { { 4, 1, 0 }, { 1, 3, 1 }, { 0, 1, 2 } }).RequiresGrad_();

        foreach (var result in NodeSemantics<Tensor>.SeveralResults[name](x))
            HasLibtorchsNumber(result);
    }

    [TestMethod]
    public void A_view_of_a_result_and_what_is_written_in_place_are_first_results()
    {
        var x = Torch.Tensor(new double[,] { { 2, 1 }, { 1, 2 } }).RequiresGrad_();
        HasLibtorchsNumber(x.Unbind()[1].View(2, 1));

        var (_, vectors) = Tensor.Eigh(x, Uplo.L);
        HasLibtorchsNumber(vectors);
        var view = vectors[0];
        view.Mul_(2);
        HasLibtorchsNumber(view);
        HasLibtorchsNumber(vectors);
        HasLibtorchsNumber(Tensor.Eigh(x, Uplo.L).Eigenvectors.Add_(1));
    }

    private static void HasLibtorchsNumber(Tensor x)
    {
        using var native = Tensor.Wrap(OutputNumber.Call(x)[0]);
        Assert.AreEqual(native.Item<long>(), x.Neg().GradFn!.NextFunctions[0].InputNumber);
    }
}
