using System.Runtime.CompilerServices;

namespace TwinGrad.Tests;

/// <summary>Where a nan or an infinity comes from, forwards and backwards, down to the line of the call.</summary>
public abstract class AnomalySemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void ATracedNodeKnowsTheLineOfItsCall()
    {
        var x = Leaf(1, 2);
        using var trace = Autograd.Trace();
        var (y, line) = (x.Sin(), Line());
        Assert.AreEqual(new CallSite(File(), line, nameof(ATracedNodeKnowsTheLineOfItsCall)), y.GradFn!.CallSite);
        StringAssert.EndsWith(y.GradFn.CallSite.ToString()!, $"AnomalySemantics.cs:{line} in {nameof(ATracedNodeKnowsTheLineOfItsCall)}", StringComparison.Ordinal);
    }

    [TestMethod]
    public void ALocalFunctionIsNamedAsInTheSource()
    {
        var x = Leaf(1);
        using var trace = Autograd.Trace();
        Assert.AreEqual("Loss", Loss(x).GradFn!.CallSite!.Value.Member);

        static T Loss(T x) => x.Exp();
    }

    [TestMethod]
    public void OutsideOfAScopeNothingIsNoted()
    {
        var x = Leaf(1);
        using (Autograd.Trace())
            _ = x.Sin();
        Assert.IsNull(x.Sin().GradFn!.CallSite);
    }

    [TestMethod]
    public void AScopeWithoutChecksLetsAnomaliesPass()
    {
        using var scope = Autograd.DetectAnomaly(checkNan: false, checkInfinity: false);
        var x = Leaf(0);
        (x.Log() * 0).Sum().Backward();
        Prints("tensor([nan])", x.Grad);
    }

    [TestMethod]
    public void ANanInAResultNamesTheOperatorAndItsLine()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Leaf(1, -1);
        var line = Line() + 1;
        var exception = Assert.ThrowsExactly<TorchAnomalyException>(() => x.Log());
        Assert.AreEqual(
            $"The forward of 'LogBackward0' returned nan values. The first is element 1. The call: AnomalySemantics.cs:{line} in "
            + nameof(ANanInAResultNamesTheOperatorAndItsLine), exception.Message);
    }

    [TestMethod]
    public void AnInfinityInAResultIsFoundWithoutAGraphToo()
    {
        using var scope = Autograd.DetectAnomaly();
        Assert.AreEqual("ReciprocalBackward0", Assert.ThrowsExactly<TorchAnomalyException>(() => Vector(2, 0).Reciprocal()).Node);
    }

    [TestMethod]
    public void InfinitiesAloneMayBeAllowed()
    {
        using var scope = Autograd.DetectAnomaly(checkInfinity: false);
        var masked = T.Reciprocal(Vector(2, 0));
        Assert.ThrowsExactly<TorchAnomalyException>(() => masked * 0);
    }

    [TestMethod]
    public void ANanInAGradientNamesTheForwardCall()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Leaf(4, 0);
        var (root, line) = (x.Sqrt(), Line());
        var exception = Assert.ThrowsExactly<TorchAnomalyException>(() => (root * 0).Sum().Backward());
        Assert.AreEqual(
            "Function 'SqrtBackward0' returned nan values in its 0th output. The first is element 1 of the gradient. The forward call that "
            + $"recorded it: AnomalySemantics.cs:{line} in {nameof(ANanInAGradientNamesTheForwardCall)}", exception.Message);
        Assert.AreEqual(line, exception.CallSite!.Value.Line);
        Assert.IsNull(x.Grad, "a pass that fails adds nothing");
    }

    [TestMethod]
    public void AnInfinityOnItsWayIsFoundThoughNoLeafSeesIt()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Leaf(0);
        var y = (x.Relu() * 1).Sqrt();
        var exception = Assert.ThrowsExactly<TorchAnomalyException>(() => y.Sum().Backward());
        Assert.AreEqual("SqrtBackward0", exception.Node);
    }

    [TestMethod]
    public void AmongSeveralUsesOfATensorTheRightOneIsNamed()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Leaf(0);
        var y = x * 1;
        var first = y.Sqrt();
        var second = y.Exp();
        var exception = Assert.ThrowsExactly<TorchAnomalyException>(() => (first + second + y.Sin() + y * first).Sum().Backward());
        Assert.AreEqual("SqrtBackward0", exception.Node);
    }

    [TestMethod]
    public void GradNamesItLikewise()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Leaf(0);
        var exception = Assert.ThrowsExactly<TorchAnomalyException>(() => Autograd.Grad(x.Sqrt().Sum(), x));
        Assert.AreEqual("Function 'SqrtBackward0' returned infinite values in its 0th output.", exception.Message.Split(" The first")[0]);
    }

    [TestMethod]
    public void WhatWasRecordedOutsideIsNamedWithoutALine()
    {
        var x = Leaf(0);
        var y = x.Sqrt().Sum();
        using var scope = Autograd.DetectAnomaly();
        var exception = Assert.ThrowsExactly<TorchAnomalyException>(() => y.Backward());
        Assert.AreEqual("SqrtBackward0", exception.Node);
        StringAssert.EndsWith(exception.Message, "The forward call that recorded it was not made under DetectAnomaly.", StringComparison.Ordinal);
    }

    [TestMethod]
    public void AHealthyPassGivesWhatItAlwaysGives()
    {
        var plain = Leaf(0.5, 2);
        var watched = Leaf(0.5, 2);
        var (expected, _) = Train(plain);
        using var scope = Autograd.DetectAnomaly();
        var (actual, hidden) = Train(watched);
        Assert.AreEqual(expected, actual);
        Assert.IsFalse(hidden.RetainsGrad);

        static (string Grads, T Hidden) Train(T w)
        {
            var hidden = w.Sin();
            var kept = hidden * w;
            kept.RetainGrad();
            var loss = kept.Sum() + hidden.Prod();
            loss.Backward(retainGraph: true);
            loss.Backward();
            return ($"{w.Grad} {kept.Grad}", hidden);
        }
    }

    [TestMethod]
    public void AGraphIsFreedAsEver()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Leaf(1);
        var y = x.Exp().Sum();
        y.Backward();
        Assert.AreEqual(1, x.Grad!.Shape[0]);
        var exception = Assert.ThrowsExactly<TorchException>(() => y.Backward());
        StringAssert.StartsWith(exception.Message, "Trying to backward through the graph a second time", StringComparison.Ordinal);
    }

    [TestMethod]
    public void DerivativesOfHigherOrderGoThrough()
    {
        using var scope = Autograd.DetectAnomaly();
        var x = Leaf(2);
        var first = Autograd.Grad(x.Pow(3).Sum(), x, createGraph: true);
        Prints("tensor([12.])", Autograd.Grad(first.Sum(), x));
        x.Pow(3).Sum().Backward(createGraph: true);
        Prints("tensor([12.])", Autograd.Grad(x.Grad!.Sum(), x).Detach());
    }

    [TestMethod]
    public void APassThatFailsSaysWhere()
    {
        List<string> warnings = [];
        Warnings.Warning += warnings.Add;
        try
        {
            using var scope = Autograd.DetectAnomaly();
            var x = Leaf(1, 2);
            var y = x.Exp();
            var (z, line) = (y * y, Line());
            y.Add_(1);
            Assert.ThrowsExactly<TorchException>(() => z.Sum().Backward());
            Assert.AreEqual(
                $"Error detected in MulBackward0. The forward call that caused the error: AnomalySemantics.cs:{line} in {nameof(APassThatFailsSaysWhere)}",
                warnings.Single());
        }
        finally
        {
            Warnings.Warning -= warnings.Add;
        }
    }

    [TestMethod]
    public void ScopesEndInAnyOrder()
    {
        var outer = Autograd.DetectAnomaly();
        var inner = Autograd.Trace();
        Assert.ThrowsExactly<TorchAnomalyException>(() => Vector(-1).Sqrt());
        outer.Dispose();
        inner.Dispose();
        inner.Dispose();
        Assert.IsNull(Leaf(1).Sin().GradFn!.CallSite);
        Prints("tensor([nan])", Vector(-1).Sqrt());
    }

    private static int Line([CallerLineNumber] int line = 0) => line;

    private static string File([CallerFilePath] string file = "") => file;
}
