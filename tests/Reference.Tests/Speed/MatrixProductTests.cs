using CsCheck;
using TwinGrad.Reference;

namespace TwinGrad.Tests;

/// <summary>The product by blocks is the plain one, bit for bit.</summary>
[TestClass]
public sealed class MatrixProductTests
{
    [TestMethod]
    public void Blocks_give_the_plain_product() => Gen.Select(Gen.Int[4, 19], Gen.Int[0, 21], Gen.Int[16, 37], Gen.Int[0, 3], Gen.Int)
        .Sample((n, m, p, batches, seed) =>
        {
            var sizes = new MatrixProduct(n, m, p);
            var random = new Random(seed);
            double[] left = Numbers(random, batches * n * m), right = Numbers(random, batches * m * p);
            double[] plain = new double[batches * n * p], blocked = new double[plain.Length];
            sizes.Plain(left, right, plain);
            BlockedProduct.Of(sizes, left, right, blocked);
            Agreement.Near(plain, blocked, 0, $"{batches} times {n} x {m} x {p}");
        }, iter: 300);

    [TestMethod]
    public void Large_products_go_by_blocks_and_others_do_not()
    {
        Assert.IsTrue(BlockedProduct.Pays(new(64, 64, 64)));
        Assert.IsFalse(BlockedProduct.Pays(new(64, 64, 1)));
        Assert.IsFalse(BlockedProduct.Pays(new(1, 64, 64)));
        Assert.IsFalse(BlockedProduct.Pays(new(4, 2, 16)));
    }

    [TestMethod]
    public void A_transposed_operand_is_the_same_as_its_copy()
    {
        var x = Torch.Arange(0, 35 * 33, dtype: DType.Float64).View(35, 33).Sin();
        var copy = x.Transpose().Clone().Contiguous();
        Agreement.Near(x.Mm(copy).ToArray<double>(), x.Mm(x.Transpose()).ToArray<double>(), 0, "x x^T");
        Agreement.Near(x.Mm(copy).Transpose().Contiguous().ToArray<double>(), x.Mm(x.Transpose()).ToArray<double>(), 0, "its transpose");
    }

    /// <summary>Most of them ordinary, some not.</summary>
    private static double[] Numbers(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.Next(40) == 0
        ? Agreement.Specials[random.Next(Agreement.Specials.Length)]
        : random.NextDouble() - 0.5)];
}
