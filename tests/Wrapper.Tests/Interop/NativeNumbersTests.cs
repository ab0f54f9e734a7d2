namespace TwinGrad.Tests;

/// <summary>What goes over the border and comes back must be the same.</summary>
[TestClass]
public sealed class NativeNumbersTests
{
    [TestMethod]
    [DataRow(0L)]
    [DataRow(-1L)]
    [DataRow((long)int.MaxValue)]
    [DataRow(int.MaxValue + 1L)]
    [DataRow(int.MinValue - 1L)]
    [DataRow(long.MaxValue)]
    [DataRow(long.MinValue)]
    public void AnIntegerKeepsAll64Bits(long value)
    {
        using var tensor = Torch.Full([2], value, DType.Int64);
        CollectionAssert.AreEqual(new[] { value, value }, tensor.ToArray<long>());
    }

    [TestMethod]
    public void AHalfHeldArrayLetsGo()
    {
        var kept = Torch.Ones(2);
        var native = kept.Handle.Hold();
        var disposed = Torch.Ones(2);
        disposed.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => HandleArray.Hold(kept, disposed).Dispose());
        kept.Dispose();
        Assert.AreEqual(1, native.Uses, "its own, taken above");
        native.Release();
        Assert.AreEqual(0, native.Uses);
    }

    [TestMethod]
    public void AnExpandedTensorMayBeLargerThanMemory()
    {
        using var one = Torch.Ones(1);
        using var huge = one.Expand(long.MaxValue / 4);
        Assert.AreEqual(long.MaxValue / 4, huge.Numel);
    }
}
