namespace TwinGrad.Tests;

/// <summary>What a backward pass does and leaves behind while it is watched: as without, except that it throws.</summary>
public abstract class AnomalyPassSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void ThousandsOfWritesInPlaceAreWalkedThrough()
    {
        using var scope = Autograd.DetectAnomaly();
        var y = Parameter(0, 2) * 1;
        var a = y.Pow(0.5);
        for (var i = 0; i < 8000; i++)
            a.Add_(0.0);
        Throws("PowBackward0", () => a.Sum().Backward());
    }

    [TestMethod]
    [Timeout(20_000, CooperativeCancellation = true)]
    public void ManyInputsOfOneOperationAreAskedInReasonableTime()
    {
        using var scope = Autograd.DetectAnomaly();
        T[] parts = [.. Enumerable.Range(0, 30).Select(i => Parameter(i) * 1.0)];
        var all = T.Stack(parts, 0);
        Throws("SqrtBackward0", () => (all.Sum() + parts[0].Sqrt()).Backward());
        List<T> chain = [Parameter(0) * 1.0];
        for (var i = 0; i < 30; i++)
            chain.Add(chain[^1] * 0.5);
        var whole = T.Stack([.. chain], 0);
        Throws("SqrtBackward0", () => (whole.Sum() + chain[0].Sqrt()).Backward());
    }

    [TestMethod]
    public void WhatAPassDidNotReachIsNotFreed()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(1, 2);
        var a = x * 2;
        var g = Autograd.Grad((a * a).Sum(), a);
        (a * g).Sum().Backward();
        Holds(x.Grad, 8, 16);
        var (u, w) = (Parameter(1), Parameter(2));
        var (first, second) = (u.Exp(), w.Exp());
        Autograd.Grad((first + second).Sum(), u);
        Assert.AreEqual(7.3891, Autograd.Grad(second.Sum(), w).ToArray<double>()[0], 1e-4);
    }

    [TestMethod]
    public void WhatSavedNothingIsPassedAgain()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(1, 2);
        var a = x + 1;
        a.Sum().Backward();
        a.Sum().Backward();
        Holds(x.Grad, 2, 2);
    }

    [TestMethod]
    public void AGraphThatWasFreedIsFreedOutsideToo()
    {
        var x = Parameter(1, 2);
        T y;
        using (Autograd.DetectAnomaly())
        {
            y = x.Exp();
            y.Sum().Backward();
        }
        var exception = Assert.ThrowsExactly<TorchException>(() => y.Sum().Backward());
        StringAssert.StartsWith(exception.Message, "Trying to backward through the graph a second time", StringComparison.Ordinal);
    }

    [TestMethod]
    public void NobodysCodeIsCalledTwice()
    {
        using var scope = Autograd.DetectAnomaly();
        var (hooks, backwards) = (0, 0);
        var x = Parameter(1, 2);
        var function = Autograd.Function<T>("Twice", (_, v) => v * 2, (_, gradient) =>
        {
            backwards++;
            return gradient * 2;
        });
        var y = function.Apply(x);
        y.RegisterHook(gradient => { hooks++; });
        y.RetainGrad();
        y.Sum().Backward();
        Assert.AreEqual((1, 1), (hooks, backwards));
        Holds(x.Grad, 2, 2);
        Holds(y.Grad, 1, 1);
    }

    [TestMethod]
    public void AGradientRetainedOutsideIsAddedToOnce()
    {
        var x = Parameter(1, 2);
        var a = x * 2;
        a.RetainGrad();
        using var scope = Autograd.DetectAnomaly();
        (a * 3).Sum().Backward(retainGraph: true);
        Holds(a.Grad, 3, 3);
        (a * 3).Sum().Backward();
        Holds(a.Grad, 6, 6);
        Holds(x.Grad, 12, 12);
    }

    [TestMethod]
    public void HooksSeeTheGradientThatIsThere()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(1, 2);
        x.Grad = Doubles(5, 5);
        T? seen = null;
        var y = x * 2;
        y.RegisterHook(_ => { seen = x.Grad!.Clone(); });
        y.Sum().Backward();
        Holds(seen, 5, 5);
        Holds(x.Grad, 7, 7);
        y = x * 2;
        y.RegisterHook(_ => { x.Grad = Doubles(100, 100); });
        y.Sum().Backward();
        Holds(x.Grad, 102, 102);
    }

    [TestMethod]
    public void AGradientIsRetainedThroughAWriteInPlace()
    {
        using var scope = Autograd.DetectAnomaly();
        var a = Parameter(1, 2) * 2;
        a.RetainGrad();
        a.Mul_(2);
        (a * 3).Sum().Backward();
        Holds(a.Grad, 3, 3);
    }

    [TestMethod]
    public void APassThatFindsAnAnomalyAddsNowhere()
    {
        using var scope = Autograd.DetectAnomaly();
        var (x, w) = (Parameter(0, 1), Parameter(3, 4));
        var (had, hidden) = (Doubles(5, 5), w * 2);
        w.Grad = had;
        hidden.RetainGrad();
        Assert.ThrowsExactly<TorchAnomalyException>(() => (hidden * 2 + x.Sqrt()).Sum().Backward());
        Assert.IsNull(x.Grad);
        Assert.IsNull(hidden.Grad);
        Holds(w.Grad, 5, 5);
        Holds(had, 5, 5);
    }

    private static T Parameter(params double[] values) => TensorFactory<T>.Tensor(values, DType.Float64, requiresGrad: true);

    private static void Holds(T? actual, params double[] expected) => CollectionAssert.AreEqual(expected, actual!.ToArray<double>());

    private static void Throws(string node, Action call) => Assert.AreEqual(node, Assert.ThrowsExactly<TorchAnomalyException>(call).Node);
}
