using System.Runtime.CompilerServices;

namespace TwinGrad.Tests;

/// <summary>What only the libtorch side of hooks has: native functions that hold managed ones, and let go of them.</summary>
[TestClass]
public sealed class NativeHookTests
{
    [TestMethod]
    public void AHookGoesWithItsTensor()
    {
        var closure = HookOf(() => Torch.Tensor([1.0], requiresGrad: true), tensor => { });
        Assert.IsTrue(Collected(closure));
    }

    [TestMethod]
    public void AHookGoesWhenItsTensorIsDisposedOf()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        var closure = HookOf(() => x, tensor => tensor.Dispose());
        Assert.IsTrue(Collected(closure));
        GC.KeepAlive(x);
    }

    [TestMethod]
    public void AHookGoesWithTheGraphOfItsTensor()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        var closure = HookOf(() => x * 2, tensor => tensor.Sum().Backward());
        Assert.IsTrue(Collected(closure));
    }

    [TestMethod]
    public void ARemovedHookGoesAtOnce()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        var closure = Removed(x);
        Assert.IsTrue(Collected(closure));
        x.Sum().Backward();
        Assert.AreEqual(1, x.Grad!.Item<float>());

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Removed(Tensor x)
        {
            var closure = new Closure();
            x.RegisterHook(closure.Seen).Remove();
            return new(closure);
        }
    }

    [TestMethod]
    public void AHookLivesAsLongAsTheGraphThatLeadsToItsTensor()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        var (loss, count) = Hooked(x);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        loss.Backward();
        Assert.AreEqual(1, count.Value);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (Tensor Loss, StrongBox<int> Count) Hooked(Tensor x)
        {
            var count = new StrongBox<int>();
            var y = x * 2;
            y.RegisterHook(_ => { count.Value++; });
            return (y.Sum(), count);
        }
    }

    [TestMethod]
    public void HooksRunBesideACollectingThread()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var collecting = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
                GC.Collect();
        });
        var x = Torch.Tensor([1.0, 2], requiresGrad: true);
        do
        {
            using var scope = Torch.NewScope();
            var y = x * 2;
            using var seen = y.RegisterHook(gradient => gradient * 3);
            using var leaf = x.RegisterHook(gradient => gradient + 1);
            var result = Twice(y);
            Assert.AreEqual(13, Autograd.Grad(result.Sum(), x).ToArray<float>()[1]);
        }
        while (!stop.IsCancellationRequested);
        collecting.Wait();

        static Tensor Twice(Tensor x)
            => Autograd.Function<Tensor>("Twice", (_, x) => x * 2, (_, gradient) => gradient * 2).Apply(x);
    }

    [TestMethod]
    public void ADisposedTensorTakesNoHook()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        x.Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => x.RegisterHook(_ => null));
    }

    [TestMethod]
    public void AHookMayDisposeOfWhatItGetsAndGives()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        using (x.RegisterHook(gradient => gradient.Dispose()))
            x.Sum().Backward();
        using (x.RegisterHook(gradient =>
        {
            gradient.Dispose();
            return gradient;
        }))
        {
            x.Sum().Backward();
        }
        Assert.AreEqual(2, x.Grad!.Item<float>());
        using var disposed = Torch.Ones(1);
        disposed.Dispose();
        x.RegisterHook(_ => disposed);
        Assert.ThrowsExactly<ObjectDisposedException>(() => x.Sum().Backward());
    }

    [TestMethod]
    public void HooksOfADeepGraphAreFreedWithIt()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        var y = x;
        for (var i = 0; i < 5000; i++)
        {
            y = y * 1;
            y.RegisterHook(_ => null);
        }
        y.Sum().Backward();
        Assert.AreEqual(1, x.Grad!.Item<float>());
    }

    [TestMethod]
    public void ATensorWhoseViewsMayNotBeWrittenIsRefusedBeforeLibtorchCouldThrow()
    {
        var x = Torch.Ones(2, 2) * Torch.Tensor([1.0, 2], requiresGrad: true);
        var parts = x.Unbind();
        using (Torch.NoGrad())
            x.Mul_(2);
        Assert.Throws<TorchException>(() => parts[0].RegisterHook(_ => null));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference HookOf(Func<Tensor> make, Action<Tensor> use)
    {
        var x = make();
        var closure = new Closure();
        x.RegisterHook(closure.Seen);
        use(x);
        return new(closure);
    }

    private static bool Collected(WeakReference reference)
    {
        for (var i = 0; i < 20 && reference.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        return !reference.IsAlive;
    }

    private sealed class Closure
    {
        private int _count;

        internal void Seen(Tensor gradient) => _count += gradient.Dim;
    }
}
