namespace TwinGrad.Tests;

/// <summary>Every 16-bit number through libtorch's arithmetic, computed in float32 and rounded once.</summary>
/// <remarks>
/// As in PyTorch 2.10 a number that is added or subtracted is rounded to the tensor's dtype first; one that multiplies or divides is not,
/// in place as little as out of place.
/// </remarks>
[TestClass]
public sealed class HalfPrecisionTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> Torch, Func<float, Func<float, float>, float> Single)> Functions = new()
    {
        ["x + 0.1"] = (x => x + 0.1, (v, round) => v + round(0.1f)),
        ["x - 0.7"] = (x => x - 0.7, (v, round) => v - round(0.7f)),
        ["1.3 - x"] = (x => 1.3 - x, (v, round) => round(1.3f) - v),
        ["x * 3.3"] = (x => x * 3.3, (v, _) => v * 3.3f),
        ["x / 0.7"] = (x => x / 0.7, (v, _) => v / 0.7f),
        ["x + 1"] = (x => x + 1, (v, _) => v + 1),
        ["add_(0.1)"] = (x => x.Clone().Add_(0.1), (v, round) => v + round(0.1f)),
        ["sub_(0.7)"] = (x => x.Clone().Sub_(0.7), (v, round) => v - round(0.7f)),
        ["mul_(0.1)"] = (x => x.Clone().Mul_(0.1), (v, _) => v * 0.1f),
        ["div_(0.7)"] = (x => x.Clone().Div_(0.7), (v, _) => v / 0.7f),
        ["x * x"] = (x => x * x, (v, _) => v * v),
        ["sqrt"] = (x => x.Sqrt(), (v, _) => MathF.Sqrt(v)),
    };

    public static IEnumerable<object[]> Names => Functions.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Every_float16_is_computed_as_in_PyTorch(string name)
    {
        var values = Enumerable.Range(0, 0x10000).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits)).Where(Half.IsFinite).ToArray();
        var result = Functions[name].Torch(Torch.Tensor(values, DType.Float16));

        Assert.AreEqual(DType.Float16, result.DType);
        var actual = result.ToArray<Half>();
        for (var i = 0; i < values.Length; i++)
            AreSame((float)(Half)Functions[name].Single((float)values[i], number => (float)(Half)number), (float)actual[i], (float)values[i]);
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Every_bfloat16_is_computed_as_in_PyTorch(string name)
    {
        var values = Enumerable.Range(0, 0x10000).Select(bits => BitConverter.UInt32BitsToSingle((uint)bits << 16)).Where(float.IsFinite).ToArray();
        var result = Functions[name].Torch(Torch.Tensor(values, DType.BFloat16));

        Assert.AreEqual(DType.BFloat16, result.DType);
        var actual = result.ToArray<float>();
        for (var i = 0; i < values.Length; i++)
            AreSame(ToBFloat16(Functions[name].Single(values[i], ToBFloat16)), actual[i], values[i]);
    }

    private static void AreSame(float expected, float actual, float of)
    {
        if (!expected.Equals(actual))
            Assert.AreEqual(expected, actual, $"of {of:R}");
    }

    /// <summary>Rounded to the upper 16 bits, ties to even.</summary>
    private static float ToBFloat16(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return float.IsNaN(value) ? value : BitConverter.UInt32BitsToSingle((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF_0000);
    }
}
