using ReferenceTensor = TwinGrad.Reference.Tensor;

namespace TwinGrad.Tests;

/// <summary>libtorch's float32 measured against the reference's doubles, in units of the last place.</summary>
[TestClass]
public sealed class SinglePrecisionTests
{
    /// <summary>Compositions whose intermediate rounding is amplified, or a result that float32 can't come near to: not a matter of an ulp.</summary>
    private static readonly string[] Amplified =
    [
        "in place", "zero_", "fill_", "copy_", "to float32 and back", "2 / x", "x > 0", "x == 0", "gelu", "gelu by tanh", "tanhshrink",
    ];

    public static IEnumerable<object[]> Names => Operators<Tensor>.Unary.Keys.Except(Amplified).Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_function_is_right_to_two_ulps(string name)
    {
        var random = new Random(20);
        var values = Enumerable.Range(0, 4000).Select(_ => (double)(float)((random.NextDouble() - 0.3) * 8)).ToArray();
        var torch = Operators<Tensor>.Unary[name](Torch.Tensor(values)).ToArray<float>();
        var reference = Operators<ReferenceTensor>.Unary[name](TensorFactory<ReferenceTensor>.Tensor(values)).ToArray<float>();

        for (var i = 0; i < values.Length; i++)
            Assert.IsLessThanOrEqualTo(2, Distance(torch[i], reference[i]), $"{name} of {values[i]:R}: libtorch {torch[i]:R}, reference {reference[i]:R}");
    }

    [TestMethod]
    public void The_distance_counts_floats()
    {
        Assert.AreEqual(0, Distance(float.NaN, float.NaN));
        Assert.AreEqual(1, Distance(1f, MathF.BitIncrement(1f)));
        Assert.AreEqual(2, Distance(-float.Epsilon, float.Epsilon));
        Assert.AreEqual(0, Distance(0f, -0f));
        Assert.AreEqual(long.MaxValue, Distance(1f, float.NaN));
    }

    /// <summary>How many floats lie from one to the other.</summary>
    private static long Distance(float a, float b)
        => float.IsNaN(a) || float.IsNaN(b) ? (float.IsNaN(a) && float.IsNaN(b) ? 0 : long.MaxValue) : Math.Abs(Place(a) - Place(b));

    private static long Place(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        return bits < 0 ? int.MinValue - (long)bits : bits;
    }
}
