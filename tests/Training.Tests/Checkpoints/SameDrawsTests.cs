namespace TwinGrad.Tests;

/// <summary>Both engines draw the same numbers from the same seed, and their generators are in the same state afterwards.</summary>
[TestClass]
[DoNotParallelize]
public sealed class SameDrawsTests
{
    private static readonly long[][] Shapes = [[], [1], [3], [2, 7], [15], [16], [17], [4, 8], [40], [0], [333, 3], [100_000]];

    private static readonly DType[] Floating = [DType.Float64, DType.Float32, DType.Float16, DType.BFloat16];

    [TestMethod]
    [DataRow(0)]
    [DataRow(5)]
    [DataRow(-1)]
    [DataRow(long.MaxValue)]
    public void UniformDrawsAreTheSameToTheBit(long seed)
    {
        Torch.ManualSeed(seed);
        foreach (var (shape, dtype) in Cases())
            AreTheSame(Torch.Rand(shape, dtype), Reference.Torch.Rand(shape, dtype), tolerance: 0);
    }

    /// <summary>libtorch computes sixteen float32 at once by approximations, which differ from processor to processor in the last bits.</summary>
    [TestMethod]
    public void NormalDrawsAreTheSame()
    {
        Torch.ManualSeed(6);
        foreach (var (shape, dtype) in Cases())
        {
            AreTheSame(Torch.Randn(shape, dtype), Reference.Torch.Randn(shape, dtype), dtype == DType.Float32 ? 2e-6 : 1e-15);
        }
    }

    [TestMethod]
    [DataRow(-0.1, 0.1)]
    [DataRow(0.3, 17.7)]
    [DataRow(-3e4, -2.9999e4)]
    [DataRow(0.7, 0.7)]
    public void UniformDrawsInPlaceAreTheSameToTheBit(double from, double to)
    {
        Torch.ManualSeed(11);
        foreach (var (shape, dtype) in Cases())
        {
            AreTheSame(
                Torch.Zeros(shape, dtype).Uniform_(from, to), Reference.Torch.Zeros(shape, dtype).Uniform_(from, to), tolerance: 0);
        }
    }

    [TestMethod]
    public void NormalDrawsInPlaceAreTheSame()
    {
        Torch.ManualSeed(12);
        foreach (var (shape, dtype) in Cases())
        {
            AreTheSame(
                Torch.Zeros(shape, dtype).Normal_(5, 0.3), Reference.Torch.Zeros(shape, dtype).Normal_(5, 0.3),
                dtype == DType.Float32 ? 2e-6 : 1e-15);
        }
        // In another order than that of the elements.
        var (strided, other) = (Torch.Zeros([5, 8], DType.Float64), Reference.Torch.Zeros([5, 8], DType.Float64));
        AreTheSame(strided.Transpose(0, 1).Normal_(5, 0.3), other.Transpose(0, 1).Normal_(5, 0.3), 1e-15);
        AreTheSame(strided.Transpose(0, 1).Uniform_(), other.Transpose(0, 1).Uniform_(), 0);
        AreTheSame(strided.Slice(1, 1, 8, 3).Uniform_(), other.Slice(1, 1, 8, 3).Uniform_(), 0);
    }

    [TestMethod]
    public void WhatDropoutDropsIsTheSameToTheBit()
    {
        Torch.ManualSeed(7);
        foreach (var (shape, dtype) in Cases())
        {
            foreach (var p in new[] { 0, 0.001, 0.3, 0.5, 1 })
            {
                AreTheSame(
                    Tensor.Bernoulli(Torch.Ones(shape, dtype), p), Reference.Tensor.Bernoulli(Reference.Torch.Ones(shape, dtype), p),
                    tolerance: 0);
            }
        }
    }

    [TestMethod]
    public void WhicheverEngineIsSeededBothDrawFromThatSeed()
    {
        Torch.ManualSeed(8);
        var (ofOne, ofOther) = (Torch.Rand(3).ToArray<double>(), Reference.Torch.Rand(3).ToArray<double>());
        Reference.Torch.ManualSeed(8);
        CollectionAssert.AreEqual(ofOne, Torch.Rand(3).ToArray<double>());
        CollectionAssert.AreEqual(ofOther, Reference.Torch.Rand(3).ToArray<double>());
    }

    [TestMethod]
    public void TheStateOfOneEngineIsAStateOfTheOther()
    {
        Torch.ManualSeed(9);
        Torch.Randn(7); // an odd number: the eighth is kept for the next draw
        Reference.Torch.ManualSeed(10);
        var state = Torch.GetRandomState().ToArray<byte>();
        Reference.Torch.SetRandomState(Reference.Torch.Tensor<byte>(state, DType.UInt8));
        Torch.SetRandomState(Torch.Tensor<byte>(state, DType.UInt8));
        AreTheSame(Torch.Randn([4], DType.Float64), Reference.Torch.Randn([4], DType.Float64), tolerance: 0);
    }

    private static IEnumerable<(long[] Shape, DType DType)> Cases() => from shape in Shapes from dtype in Floating select (shape, dtype);

    private static void AreTheSame(Tensor one, Reference.Tensor other, double tolerance)
    {
        var what = $"{one.DType} {one.Shape}";
        Assert.AreEqual(one.Shape, other.Shape, what);
        var (ones, others) = (one.ToArray<double>(), other.ToArray<double>());
        for (var i = 0; i < ones.Length; i++)
            Assert.IsLessThanOrEqualTo(tolerance, Math.Abs(ones[i] - others[i]), $"{what}: element {i} is {ones[i]:R} and {others[i]:R}");
        CollectionAssert.AreEqual(Torch.GetRandomState().ToArray<byte>(), Reference.Torch.GetRandomState().ToArray<byte>(), what);
    }
}
