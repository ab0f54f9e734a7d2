using System.Runtime.CompilerServices;

namespace TwinGrad.Tests;

/// <summary>Who owns a native tensor, and what becomes of the owner when it is freed: it serves the next tensor of the thread.</summary>
[TestClass]
public sealed class NativeTensorTests
{
    [TestMethod]
    public void AFreedOwnerServesTheNextTensor()
    {
        var first = Torch.Ones(2);
        var owner = Held(first);
        first.Dispose();
        using var second = Torch.Zeros(3);
        Assert.AreSame(owner, Held(second));
        Assert.AreEqual(3, owner.Numel);
        Assert.AreEqual(1, owner.Uses);
    }

    [TestMethod]
    public void AHandleFromBeforeDoesNotReachTheNextTensor()
    {
        var first = Torch.Ones(2);
        var before = first.Handle;
        first.Dispose();
        using var second = Torch.Zeros(3);
        Assert.ThrowsExactly<ObjectDisposedException>(() => before.Hold());
        Assert.AreEqual(1, Held(second).Uses);
    }

    [TestMethod]
    public void AHandleOfWhatNothingFollowedIsRefusedToo()
    {
        var tensor = Torch.Ones(2);
        var before = tensor.Handle;
        tensor.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => before.Hold());
        Assert.ThrowsExactly<ObjectDisposedException>(() => tensor.Handle);
    }

    [TestMethod]
    public void WhatIsHeldOutlivesItsOwnersDispose()
    {
        var tensor = Torch.Full([2], 7);
        var held = tensor.Handle.Hold();
        tensor.Dispose();
        using var next = Torch.Zeros(2);
        Assert.AreNotSame(held, Held(next));
        Assert.AreEqual(2, NativeMethods.THSTensor_numel(held.Pointer));
        held.Release();
        Assert.AreEqual(0, held.Uses);
    }

    /// <summary>An owner of the collector's older generations would keep a dropped tensor until the collector comes to those.</summary>
    [TestMethod]
    public void AnOldOwnerIsGivenUp()
    {
        var first = Torch.Ones(2);
        var owner = Held(first);
        GC.Collect();
        first.Dispose();
        using var second = Torch.Zeros(3);
        Assert.AreNotSame(owner, Held(second));
    }

    /// <summary>What serves again must be dropped with the tensor that it serves: nothing else may know it.</summary>
    [TestMethod]
    public void ADroppedTensorIsFreedThoughItsOwnerServedBefore()
    {
        Torch.Ones(2).Dispose();
        var owner = Dropped();
        for (var i = 0; i < 20 && owner.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.IsFalse(owner.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Dropped() => new(Held(Torch.Zeros(3)), trackResurrection: true);
    }

    [TestMethod]
    public void ManyMoreThanAreKeptAreFreed()
    {
        var tensors = Enumerable.Range(0, 1000).Select(i => Torch.Full([4], i)).ToList();
        var owners = tensors.ConvertAll(Held);
        Assert.HasCount(1000, owners.Distinct());
        tensors.ForEach(tensor => tensor.Dispose());
        Assert.IsTrue(owners.TrueForAll(owner => owner.Uses == 0 && owner.Pointer == 0));
    }

    /// <summary>Threads use, dispose of and make tensors at once; each sees its own tensor's values or that it was disposed of.</summary>
    [TestMethod]
    public void NobodySeesAnothersTensor()
    {
        var shared = new Tensor?[64];
        var wrong = 0;
        Parallel.For(0, 4, thread =>
        {
            var random = new Random(thread);
            for (var round = 0; round < 20_000; round++)
            {
                var place = random.Next(shared.Length);
                if (thread % 2 == 0)
                {
                    Interlocked.Exchange(ref shared[place], Torch.Full([1], place))?.Dispose();
                    continue;
                }
                try
                {
                    if (shared[place] is { } tensor && tensor.Item<long>() != place)
                        Interlocked.Increment(ref wrong);
                }
                catch (ObjectDisposedException)
                {
                    // by the other thread, between the look and the use
                }
            }
        });
        Assert.AreEqual(0, wrong);
    }

    private static NativeTensor Held(Tensor tensor)
    {
        var native = tensor.Handle.Hold();
        native.Release();
        return native;
    }
}
