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
        var handle = kept.Handle;
        var disposed = Torch.Ones(2);
        disposed.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => HandleArray.Hold(kept, disposed).Dispose());
        kept.Dispose();
        Assert.IsTrue(handle.IsClosed);
        Assert.AreEqual(0, References(handle));
    }

    [TestMethod]
    public void AnExpandedTensorMayBeLargerThanMemory()
    {
        using var one = Torch.Ones(1);
        using var huge = one.Expand(long.MaxValue / 4);
        Assert.AreEqual(long.MaxValue / 4, huge.Numel);
    }

    private static int References(TensorHandle handle)
    {
        var state = typeof(System.Runtime.InteropServices.SafeHandle)
            .GetField("_state", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
        return (int)state.GetValue(handle)! >> 2;
    }
}
