namespace TwinGrad.Tests;

/// <summary>Custom functions that throw, or give what they may not; what they saved, changed or freed.</summary>
public abstract class FunctionFaultSemantics<T> : FunctionTestBase<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void ASecondPassNeedsARetainedGraph()
    {
        var x = Leaf(1);
        var y = MyExp(x).Sum();
        y.Backward(retainGraph: true);
        y.Backward();
        var thrown = Assert.Throws<TorchException>(() => y.Backward());
        Assert.StartsWith("Trying to backward through the graph a second time", thrown.Message);
    }

    [TestMethod]
    public void WhatWasSavedMayNotChange()
    {
        var x = Leaf(1, 2, 3) * 1;
        var y = Cube(x);
        x.Add_(1);
        Refuses(
            "one of the variables needed for gradient computation has been modified by an inplace operation: [torch.FloatTensor [3]], which is "
            + "output 0 of AddBackward0, is at version 1; expected version 0 instead. Hint: enable anomaly detection to find the operation that "
            + "failed to compute its gradient, with torch.autograd.set_detect_anomaly(True).",
            () => y.Sum().Backward());
        var z = MyExp(Leaf(1, 2));
        using (new GradMode<T>(enabled: false))
            z.Add_(1);
        var thrown = Assert.Throws<TorchException>(() => z.Sum().Backward());
        Assert.Contains("[torch.FloatTensor [2]], which is output 0 of MyExpBackward, is at version 1", thrown.Message);
    }

    [TestMethod]
    public void ASavedResultThatWasWrittenIsNamedByTheFunction()
    {
        var y = MyExp(Leaf(1, 2));
        y.Mul_(3);
        var thrown = Assert.Throws<TorchException>(() => y.Sum().Backward());
        Assert.Contains("[torch.FloatTensor [2]], which is output 0 of MyExpBackward, is at version 1", thrown.Message);
    }

    [TestMethod]
    public void WhatAFunctionGivesBackOfAnInputsMemoryMayNotBeWritten()
    {
        const string Custom = "This view was created inside a custom Function (or because an input was returned as-is) and the autograd logic";
        const string Several = "This view is the output of a function that returns multiple views.";
        foreach (var same in new Func<T, T>[] { x => x, x => x.View(2, 1) })
        {
            var (x, y) = Applied(same, Leaf(1, 2) * 1);
            Refused("is a view and is being modified inplace. " + Custom, () => y.Mul_(3));
            x.Mul_(3);
            Refused("is a view and its base or another view of its base has been modified inplace. " + Custom, () => y.Sum());
        }
        var (_, ofLeaf) = Applied(x => x.View(2, 1), Leaf(1, 2));
        Refused(Custom, () => ofLeaf.Mul_(3));
        var two = Autograd.FunctionOfSeveral<T>(
            "Two", (_, x) => x[0] * 2 is var y ? [y, y[0]] : [], (_, g) => [g[0] + g[1]]).ApplyAll(Leaf(1, 2));
        two[0].Mul_(3);
        Refused(Several, () => two[1].Sum());

        static (T X, T Y) Applied(Func<T, T> forward, T x)
            => (x, Autograd.Function<T>("Look", (_, input) => forward(input), (_, g) => g.View(2) * 5).Apply(x));

        static void Refused(string sentence, Action write) => Assert.Contains(sentence, Assert.Throws<TorchException>(write).Message);
    }

    [TestMethod]
    public void AWrongNumberOfGradientsIsRefused()
    {
        var x = Leaf(1);
        Refuses(
            "function DoublingBackward returned an incorrect number of gradients (expected 1, got 2)",
            () => Doubling((_, gradients) => [gradients[0], gradients[0]]).Apply(x).Sum().Backward());
        Refuses(
            "function DoublingBackward returned an incorrect number of gradients (expected 1, got 0)",
            () => Doubling((_, _) => []).Apply(x).Sum().Backward());
        Assert.IsNull(x.Grad);
        Doubling((_, gradients) => [gradients[0], null, null]).Apply(x).Sum().Backward();
        Prints("tensor([1.])", x.Grad);
    }

    [TestMethod]
    public void AGradientOfAnotherShapeIsRefusedUnlessItWasBroadcast()
    {
        var x = Leaf(1, 2, 3);
        Refuses(
            "Function DoublingBackward returned an invalid gradient at index 0 - got [4] but expected shape compatible with [3]",
            () => Doubling((_, _) => [Ones(4)]).Apply(x).Sum().Backward());
        Refuses(
            "Function DoublingBackward returned an invalid gradient at index 0 - got [] but expected shape compatible with [3]",
            () => Doubling((_, _) => [Number(1)]).Apply(x).Sum().Backward());
        Doubling((_, _) => [Ones(2, 3).To(DType.Float64)]).Apply(x).Sum().Backward();
        Prints("tensor([2., 2., 2.])", x.Grad);
    }

    [TestMethod]
    public void AnExceptionInABackwardComesOutAsItselfAndTheNextPassWorks()
    {
        var x = Leaf(1);
        var fails = true;
        var y = Doubling((_, gradients) => fails ? throw new UserException("of a backward") : [gradients[0]]).Apply(x * 1);
        var thrown = Assert.ThrowsExactly<UserException>(() => y.Sum().Backward(retainGraph: true));
        Assert.AreEqual("of a backward", thrown.Message);
        Assert.Contains(nameof(AnExceptionInABackwardComesOutAsItselfAndTheNextPassWorks), thrown.StackTrace!);
        Assert.ThrowsExactly<UserException>(() => Autograd.Grad(y.Sum(), x));
        Assert.IsNull(x.Grad);
        fails = false;
        y.Sum().Backward();
        Prints("tensor([1.])", x.Grad);
    }

    [TestMethod]
    public void AnExceptionInAForwardComesOutAsItselfAndRecordingGoesOn()
    {
        var throwing = Autograd.Function<T>("Throwing", (_, _) => throw new UserException("of a forward"), (_, gradient) => gradient);
        Assert.ThrowsExactly<UserException>(() => throwing.Apply(Leaf(1)));
        Assert.IsTrue(T.GradEnabled);
        Assert.IsTrue((Leaf(1) * 2).RequiresGrad);
    }

    [TestMethod]
    public void WhatAForwardGivesIsLookedAt()
    {
        static Function<T> Giving(params T[]? results) => Autograd.FunctionOfSeveral<T>("Giving", (_, _) => results!, (_, gradients) => gradients);
        const string Sentence = "Giving.forward: expected Tensor or tuple of Tensor (got NoneType) for return value ";
        Refuses(Sentence + "0", () => Giving(null).Apply(Leaf(1)));
        Refuses(Sentence + "0", () => Giving().Apply(Leaf(1)));
        Refuses(Sentence + "1", () => Giving(Vector(1), null!).ApplyAll(Leaf(1)));
        Refuses("Giving gives 2 results: call ApplyAll", () => Giving(Vector(1), Vector(2)).Apply(Leaf(1)));
        Refuses("Null takes 1 tensor, but 2 were given", () => Autograd.Function<T>("Null", (_, x) => x, (_, g) => g).Apply(Leaf(1), Leaf(2)));
        Refuses("DoublingBackward gave null in place of its list of gradients", () => Doubling((_, _) => null!).Apply(Leaf(1)).Sum().Backward());
        Assert.ThrowsExactly<ArgumentNullException>(() => new Product<T>().Apply(Leaf(1), null!));
    }

    [TestMethod]
    public void AnomalyDetectionNamesTheFunction()
    {
        var x = Leaf(1);
        using var watched = Autograd.DetectAnomaly();
        var y = Doubling((_, gradients) => [gradients[0] * NaN]).Apply(x * 1);
        var thrown = Assert.Throws<TorchAnomalyException>(() => (y * 1).Sum().Backward());
        Assert.StartsWith("Function 'DoublingBackward' returned nan values in its 0th output.", thrown.Message);
        Assert.Contains(nameof(AnomalyDetectionNamesTheFunction), thrown.Message);
        var broken = Autograd.Function<T>("Broken", (_, input) => input * Infinity, (_, gradient) => gradient);
        Assert.Throws<TorchAnomalyException>(() => broken.Apply(x));
    }
}
