using System.Runtime.CompilerServices;

namespace TwinGrad.Tests;

/// <summary>Which operation is named where an anomaly could be laid at the door of several, and which anomalies count at all.</summary>
public abstract class AnomalyBlameSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void AnomaliesOfSecondDerivativesAreFound()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(0, 2);
        T First() => Autograd.Grad(x.Pow(1.5).Sum(), x, createGraph: true);
        Throws(() => First().Sum().Backward());
        Assert.IsNull(x.Grad);
        Throws(() => Autograd.Grad(First().Sum(), x));
        Throws(() => Autograd.Hvp(v => v.Pow(1.5).Sum(), x, Doubles(1, 1)));
        x.Pow(1.5).Sum().Backward(createGraph: true);
        Throws(() => x.Grad!.Sum().Backward());
    }

    [TestMethod]
    public void AnAnomalyOfASecondDerivativeNamesALine()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(0, 2);
        // The reference names the operation whose rule it came of, libtorch the call that asked for the gradient.
        var (first, line) = (Autograd.Grad(x.Pow(1.5).Sum(), x, createGraph: true), Line());
        Assert.AreEqual(line, Throws(() => first.Sum().Backward()).CallSite?.Line);
    }

    [TestMethod]
    public void AnAnomalyBehindAGradientThatWasTakenOutsideIsFound()
    {
        var x = Parameter(0, 2);
        var first = Autograd.Grad(x.Pow(1.5).Sum(), x, createGraph: true);
        using var scope = Autograd.DetectAnomaly();
        Throws(() => Autograd.Grad(first.Sum(), x));
    }

    [TestMethod]
    public void AnEndThatWasMadeOutsideIsLookedAt()
    {
        var hidden = Parameter(0, 2) * 1;
        using var scope = Autograd.DetectAnomaly();
        Throws("SqrtBackward0", () => Autograd.Grad(hidden.Sqrt().Sum(), hidden));
    }

    [TestMethod]
    public void WritesInPlaceAreLookedAtWhoeverRecordsThem()
    {
        using var scope = Autograd.DetectAnomaly();
        Throws("DivBackward0", () => Doubles(0, 1).Div_(0));
        Throws("SubBackward0", () =>
        {
            using var mode = new GradMode<T>(enabled: false);
            Parameter(1, 2).Sub_(Doubles(NaN, 1));
        });
        Throws("FillBackward2", () => Doubles(1, 2).Fill_(NaN));
        Throws("CopyBackwards", () => Doubles(1, 2)[0].Copy_(Number(NaN)));
        Throws("CopyBackwards", () =>
        {
            var x = Doubles(1, 2);
            x[0] = Number(NaN);
        });
    }

    [TestMethod]
    public void OfAWriteThroughAViewWhatWasWrittenIsLookedAt()
    {
        var whole = Parameter(NaN, 1) * 1;
        var part = whole[1];
        using var scope = Autograd.DetectAnomaly();
        part.Mul_(2);
        CollectionAssert.AreEqual(new[] { NaN, 2 }, whole.ToArray<double>());
        Throws("MulBackward0", () => part.Mul_(NaN));
        Doubles(1, 2).Unsqueeze_(0).Squeeze_();
    }

    [TestMethod]
    public void TheResultOfACustomFunctionIsItsOwn()
    {
        using var scope = Autograd.DetectAnomaly();
        var function = Autograd.Function<T>("Fn", (_, x) => TensorFactory<T>.Full(x.Shape, NaN, x.DType), (_, gradient) => gradient);
        Throws("FnBackward", () => (function.Apply(Parameter(1)) + 1).Sum());
    }

    [TestMethod]
    public void FiniteGradientsMayAddUpToAnAnomaly()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(1);
        var atLeaf = Throws("AccumulateGrad", () => Autograd.Backward([x.Sum(), x.Sum()], [Number(1.5e308, DType.Float64), Number(1.5e308, DType.Float64)]));
        Assert.AreEqual("Gradients add up to infinite values at 'AccumulateGrad'. The first is element 0 of the sum.", atLeaf.Message);
        var (y, line) = (x * 1, Line());
        var before = Throws("MulBackward0", () => Autograd.Backward([y.Sum(), y.Sum()], [Number(1.5e308, DType.Float64), Number(1.5e308, DType.Float64)]));
        Assert.AreEqual(line, before.CallSite?.Line);
        x.Grad = Doubles(1e308);
        Throws("AccumulateGrad", () => (x * 1.5e308).Backward());
        CollectionAssert.AreEqual(new[] { 1e308 }, x.Grad.ToArray<double>());
    }

    [TestMethod]
    public void AnAnomalyThatWasThereIsNotThePasss()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(1, 0);
        x.Grad = Doubles(Infinity, 1);
        (x * 2).Sum().Backward();
        CollectionAssert.AreEqual(new[] { Infinity, 3 }, x.Grad.ToArray<double>());
        Throws("SqrtBackward0", () => x.Sqrt().Sum().Backward());
        Parameter(1).Backward(Doubles(NaN));
        Throws("MulBackward0", () => (Parameter(1) * 2).Backward(Doubles(NaN)));
    }

    [TestMethod]
    public void WhatAHookMakesIsLaidToWhoPassesItOn()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(1, 2);
        var y = x * 2;
        y.RegisterHook(gradient => gradient * NaN);
        Throws("MulBackward0", () => y.Sum().Backward());
        var leaf = Parameter(1, 2);
        leaf.RegisterHook(gradient => gradient * NaN);
        (leaf * 2).Sum().Backward();
        CollectionAssert.AreEqual(new[] { NaN, NaN }, leaf.Grad!.ToArray<double>());
        leaf.Grad = null;
        Assert.AreEqual(NaN, Autograd.Grad((leaf * 2).Sum(), leaf).ToArray<double>()[0]);
    }

    [TestMethod]
    public void AHookHidesNoAnomalyFromItsOrigin()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Parameter(0, 2);
        var y = x * 1;
        y.RegisterHook(gradient => gradient.NanToNum(0, 0, 0));
        Throws("SqrtBackward0", () => y.Sqrt().Sum().Backward());
        x.RegisterHook(gradient => gradient.NanToNum(0, 0, 0));
        Throws("SqrtBackward0", () => x.Sqrt().Sum().Backward());
    }

    [TestMethod]
    public void OfTwoAnomalousUsesTheLastRecordedIsMet()
    {
        using var scope = Autograd.DetectAnomaly();
        var y = Parameter(0, 2) * 1;
        Throws("PowBackward0", () => (y.Sqrt() + y.Pow(0.5)).Sum().Backward());
        Throws("SqrtBackward0", () => (y.Pow(0.5) + y.Sqrt()).Sum().Backward());
        var x = Parameter(0, 2);
        var (early, late) = (x.Sqrt() * 1, Parameter(0, 2) * 1);
        Throws("PowBackward0", () => (early + late.Pow(0.5) + x).Sum().Backward());
    }

    private static T Parameter(params double[] values) => TensorFactory<T>.Tensor(values, DType.Float64, requiresGrad: true);

    private static TorchAnomalyException Throws(Action call) => Assert.ThrowsExactly<TorchAnomalyException>(call);

    private static TorchAnomalyException Throws(string node, Action call)
    {
        var thrown = Throws(call);
        Assert.AreEqual(node, thrown.Node);
        return thrown;
    }

    private static int Line([CallerLineNumber] int line = 0) => line;
}
