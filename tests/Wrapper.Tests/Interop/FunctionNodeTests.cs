using System.Runtime.CompilerServices;

namespace TwinGrad.Tests;

/// <summary>What only the libtorch side of custom functions has: a native node that holds a managed one, and lets go of it.</summary>
[TestClass]
public sealed class FunctionNodeTests
{
    [TestMethod]
    public void AFunctionGoesWithItsGraphAlthoughItSavedItsResult()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        Assert.IsTrue(Collected(Applied(x, backward: false)), "never passed");
        Assert.IsTrue(Collected(Applied(x, backward: true)), "passed");
    }

    [TestMethod]
    public void WhatWasSavedGoesWithThePassThatDoesNotRetainTheGraph()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        var y = MyExp(x, state: new());
        var loss = y.Sum();
        loss.Backward();
        var thrown = Assert.Throws<TorchException>(() => loss.Backward());
        Assert.StartsWith("Trying to backward through the graph a second time", thrown.Message);
        GC.KeepAlive(y);
    }

    [TestMethod]
    public void ADeepGraphOfFunctionsIsFreed()
    {
        var x = Torch.Tensor([1.0], requiresGrad: true);
        for (var round = 0; round < 3; round++)
        {
            var y = x;
            for (var i = 0; i < 3000; i++)
                y = MyExp(y * 0, state: new());
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.KeepAlive(y);
        }
        Assert.IsTrue(x.IsLeaf);
    }

    [TestMethod]
    public void AScopeFreesWhatCallbacksMakeAndNothingThatTheGraphNeeds()
    {
        var x = Torch.Tensor([2.0], requiresGrad: true);
        Tensor loss;
        using (var scope = Torch.NewScope())
            loss = scope.Keep(MyExp(x * 1, state: new()).Sum());
        using (Torch.NewScope())
            loss.Backward();
        Assert.AreEqual(Math.Exp(2), x.Grad!.Item<float>(), 1e-4);
    }

    [TestMethod]
    public void NodesAreFreedBesideACollectingThread()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var collecting = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        });
        Parallel.For(0, 4, _ =>
        {
            var x = Torch.Tensor([0.5], requiresGrad: true);
            do
            {
                var gradient = Autograd.Grad(MyExp(x, state: new()).Sum(), x, createGraph: true);
                Assert.AreEqual(Math.Exp(0.5), Autograd.Grad(gradient.Sum(), x).Item<float>(), 1e-4);
            }
            while (!stop.IsCancellationRequested);
        });
        collecting.Wait();
    }

    [TestMethod]
    public void ADeepPassInsideAPassRunsOnOtherThreads()
    {
        // libtorch goes on on a thread of its own after 60 passes inside each other.
        var x = Torch.Tensor([1.0], requiresGrad: true);
        Assert.AreEqual(1, Nested(x, depth: 100, leaf: gradient => gradient).Item<float>());
        var thrown = Assert.ThrowsExactly<UserException>(() => Nested(x, depth: 100, leaf: _ => throw new UserException("deep")));
        Assert.AreEqual("deep", thrown.Message);

        static Tensor Nested(Tensor x, int depth, Func<Tensor, Tensor> leaf)
        {
            var nested = Autograd.Function<Tensor>("Nested", (_, x) => x * 1, (_, gradient) =>
            {
                if (depth == 0)
                    return leaf(gradient);
                using var recording = Torch.EnableGrad();
                return Nested(gradient.Detach().RequiresGrad_(), depth - 1, leaf);
            });
            return Autograd.Grad(nested.Apply(x).Sum(), x);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Applied(Tensor x, bool backward)
    {
        var state = new object();
        var y = MyExp(x, state);
        if (backward)
            y.Sum().Backward();
        return new(state);
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

    private static Tensor MyExp(Tensor x, object state) => Autograd.Function<Tensor>(
        "MyExp",
        (context, input) =>
        {
            var result = input.Exp();
            context.SaveForBackward(result);
            context.State = state;
            return result;
        },
        (context, gradient) => gradient * context.SavedTensors[0]).Apply(x);
}
