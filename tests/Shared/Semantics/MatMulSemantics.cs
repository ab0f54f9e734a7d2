namespace TwinGrad.Tests;

/// <summary>Matrix products of every combination of vectors, matrices and batches.</summary>
public abstract class MatMulSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    public static IEnumerable<object[]> Pairs =>
    [
        [new long[] { 3 }, new long[] { 3 }], [new long[] { 2, 3 }, new long[] { 3 }], [new long[] { 3 }, new long[] { 3, 2 }],
        [new long[] { 2, 3 }, new long[] { 3, 4 }], [new long[] { 5, 2, 3 }, new long[] { 3 }], [new long[] { 3 }, new long[] { 5, 3, 2 }],
        [new long[] { 5, 2, 3 }, new long[] { 3, 4 }], [new long[] { 2, 3 }, new long[] { 5, 3, 4 }],
        [new long[] { 5, 2, 3 }, new long[] { 5, 3, 4 }], [new long[] { 1, 2, 3 }, new long[] { 5, 3, 4 }],
        [new long[] { 5, 2, 3 }, new long[] { 1, 3, 4 }], [new long[] { 6, 1, 2, 3 }, new long[] { 5, 3, 4 }],
        [new long[] { 3 }, new long[] { 6, 5, 3, 2 }], [new long[] { 6, 5, 2, 3 }, new long[] { 3 }],
        [new long[] { 0, 3 }, new long[] { 3, 2 }], [new long[] { 2, 0 }, new long[] { 0, 3 }], [new long[] { 0 }, new long[] { 0 }],
        [new long[] { 0, 2, 3 }, new long[] { 3, 2 }], [new long[] { 5, 2, 0 }, new long[] { 0, 2 }],
    ];

    [TestMethod]
    [DynamicData(nameof(Pairs))]
    public void Every_combination_is_the_sum_of_products(long[] left, long[] right)
    {
        foreach (var (ofLeft, ofRight) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            var (x, y) = (Values(left, 0.5).RequiresGrad_(ofLeft), Values(right, -0.25).RequiresGrad_(ofRight));
            var (plainX, plainY) = (x.Detach().RequiresGrad_(ofLeft), y.Detach().RequiresGrad_(ofRight));
            var (product, expected) = (x.MatMul(y), SumOfProducts(plainX, plainY));

            Assert.AreEqual(expected.Shape, product.Shape);
            AreClose(expected, product);
            if (!ofLeft && !ofRight)
                continue;
            product.Pow(2).Sum().Backward();
            expected.Pow(2).Sum().Backward();
            if (ofLeft)
                AreClose(plainX.Grad!, x.Grad!);
            if (ofRight)
                AreClose(plainY.Grad!, y.Grad!);
        }
    }

    [TestMethod]
    public void Transposed_and_sliced_operands_are_read_right()
    {
        var x = Values([4, 3], 0.5);
        AreClose(SumOfProducts(x.Transpose().Contiguous(), x), x.Transpose().MatMul(x));
        AreClose(SumOfProducts(x[1..3].Contiguous(), x[..3, ..].Contiguous()), x[1..3].MatMul(x[..3]));
        AreClose(SumOfProducts(x[.., 0].Contiguous(), x[.., 1].Contiguous()), x[.., 0].MatMul(x[.., 1]));
    }

    [TestMethod]
    public void What_does_not_fit_is_refused()
    {
        Refuses("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", () => Zeros(2, 3).MatMul(Zeros(2, 3)));
        Refuses("Expected size for first two dimensions of batch2 tensor to be: [2, 4] but got: [2, 3].", () => Zeros(2, 3, 4).MatMul(Zeros(2, 3, 4)));
        Refuses("The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0", () => Zeros(2, 3, 4).MatMul(Zeros(3, 4, 5)));
        Refuses("both arguments to matmul need to be at least 1D, but they are 0D and 1D", () => Number(1.0).MatMul(Vector(1)));
        Refuses("expected m1 and m2 to have the same dtype, but got: double != float", () => Doubles(1).View(1, 1).MatMul(Vector(1).View(1, 1)));
        Refuses("mat2 must be a matrix", () => Zeros(2, 3).Mm(Zeros(3)));
    }

    /// <summary>The product from its definition: broadcast, multiplied, summed.</summary>
    private static T SumOfProducts(T x, T y)
    {
        var left = x.Dim == 1 ? x.Unsqueeze(0) : x;
        var right = y.Dim == 1 ? y.Unsqueeze(1) : y;
        var product = (left.Unsqueeze(-1) * right.Unsqueeze(-3)).Sum(-2);
        product = y.Dim == 1 ? product.Squeeze(-1) : product;
        return x.Dim == 1 ? product.Squeeze(y.Dim == 1 ? -1 : -2) : product;
    }

    private static T Values(long[] shape, double step)
        => (TensorFactory<T>.Arange(Shape.Create(shape).Numel, DType.Float64).View(shape) * step - 1).Detach();

    private static void AreClose(T expected, T actual)
    {
        Assert.AreEqual(expected.Shape, actual.Shape);
        var (wanted, got) = (expected.ToArray<double>(), actual.ToArray<double>());
        for (var i = 0; i < wanted.Length; i++)
            Assert.AreEqual(wanted[i], got[i], 1e-12 * Math.Max(1, Math.Abs(wanted[i])));
    }
}
