namespace TwinGrad.Tests;

/// <summary>Functions with a backward of their own: <c>torch.autograd.Function</c>.</summary>
public abstract class FunctionSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    private static Function<T> Doubling(Func<FunctionContext<T>, IReadOnlyList<T>, IReadOnlyList<T?>> backward)
        => Autograd.FunctionOfSeveral<T>("Doubling", (_, inputs) => [.. inputs.Select(input => input * 2)], backward);

    [TestMethod]
    public void AFunctionGoesByItsOwnBackward()
    {
        var x = Leaf(1, 2);
        // Wrong on purpose, so that it is seen whose backward it is.
        var y = Doubling((_, gradients) => [gradients[0] * 7]).Apply(x);
        Prints("tensor([2., 4.], grad_fn=<DoublingBackward>)", y);
        y.Sum().Backward();
        Prints("tensor([7., 7.])", x.Grad);
    }

    [TestMethod]
    public void TheNodeIsNamedForTheFunctionAndHasItsInputsInOrder()
    {
        var x = Leaf(1);
        var y = new Product<T>().Apply(x * 2, Vector(3));
        Assert.AreEqual("ProductBackward", y.GradFn!.Name);
        var edges = y.GradFn.NextFunctions.Select(edge => edge.Function?.Name).ToArray();
        CollectionAssert.AreEqual(new[] { "MulBackward0", null }, edges);
    }

    [TestMethod]
    public void AClassServesAsAFunction()
    {
        var (x, y) = (Leaf(1, 2), Leaf(3, 4));
        new Product<T>().Apply(x, y).Sum().Backward();
        Prints("tensor([3., 4.])", x.Grad);
        Prints("tensor([1., 2.])", y.Grad);
    }

    [TestMethod]
    public void WhatIsNoTensorIsAFieldOrState()
    {
        var x = Leaf(1, 2);
        var scaled = Autograd.Function<T>(
            "Scaled",
            (context, input) =>
            {
                context.State = 5.0;
                return input * 5;
            },
            (context, gradient) => gradient * (double)context.State!);
        scaled.Apply(x).Sum().Backward();
        Prints("tensor([5., 5.])", x.Grad);
    }

    [TestMethod]
    public void ABackwardInTensorOperationsHasDerivativesOfAnyOrder()
    {
        var x = Leaf(2);
        var y = Cube(x);
        var first = Autograd.Grad(y.Sum(), x, createGraph: true);
        var second = Autograd.Grad(first.Sum(), x, createGraph: true);
        var third = Autograd.Grad(second.Sum(), x);
        Assert.AreEqual("12, 12, 6", string.Join(", ", new[] { first, second, third }.Select(order => order.Item<float>())));
    }

    [TestMethod]
    public void ASavedResultHasDerivativesOfAnyOrder()
    {
        var x = Leaf(1);
        var first = Autograd.Grad(MyExp(x * 2).Sum(), x, createGraph: true);
        var second = Autograd.Grad(first.Sum(), x);
        Assert.AreEqual(2 * Math.Exp(2), first.Item<float>(), 1e-4);
        Assert.AreEqual(4 * Math.Exp(2), second.Item<float>(), 1e-4);
    }

    [TestMethod]
    public void SeveralResultsWaitForEachOther()
    {
        var x = Leaf(1, 2);
        var calls = 0;
        var both = Autograd.FunctionOfSeveral<T>(
            "Both",
            (_, inputs) => [inputs[0] * 2, inputs[0] * 3],
            (_, gradients) =>
            {
                calls++;
                return [gradients[0] * 2 + gradients[1] * 3];
            });
        var results = both.ApplyAll(x);
        (results[0] * 10 + results[1].Exp() * 0 + results[1]).Sum().Backward();
        Assert.AreEqual(1, calls);
        Prints("tensor([23., 23.])", x.Grad);
    }

    [TestMethod]
    public void AResultWithoutGradientHasZerosOrNull()
    {
        var x = Leaf(1, 2);
        List<string?> seen = [];
        Function<T> Both(bool materialize) => Autograd.FunctionOfSeveral<T>(
            "Both",
            (context, inputs) =>
            {
                context.MaterializeGrads = materialize;
                return [inputs[0] * 2, inputs[0] * 3];
            },
            (_, gradients) =>
            {
                seen.Add(gradients[1]?.ToString());
                return [gradients[0]];
            });
        Both(materialize: true).ApplyAll(x)[0].Sum().Backward();
        Both(materialize: false).ApplyAll(x)[0].Sum().Backward();
        CollectionAssert.AreEqual(new[] { "tensor([0., 0.])", null }, seen);
    }

    [TestMethod]
    public void AMarkedOrIntegerResultStaysOutsideTheGraph()
    {
        var x = Leaf(3, 1, 2);
        var sorted = Autograd.FunctionOfSeveral<T>(
            "Sorted",
            (context, inputs) =>
            {
                var (values, indices) = inputs[0].Sort();
                var marked = values * 10;
                context.MarkNonDifferentiable(marked);
                context.SaveForBackward(indices);
                return [values, indices, marked];
            },
            (context, gradients) => [Zeros(3).Scatter(0, context.SavedTensors[0], gradients[0])]);
        var results = sorted.ApplyAll(x);
        Assert.AreEqual("True, False, False", string.Join(", ", results.Select(result => result.RequiresGrad)));
        (results[0] * Vector(1, 10, 100)).Sum().Backward();
        Prints("tensor([100.,   1.,  10.])", x.Grad);
    }

    [TestMethod]
    public void NullIsNoGradient()
    {
        var (x, y) = (Leaf(1), Leaf(2));
        Doubling((_, gradients) => [gradients[0], null]).ApplyAll(x, y).Aggregate((a, b) => a + b).Sum().Backward();
        Prints("tensor([1.])", x.Grad);
        Prints("None", y.Grad);
    }

    [TestMethod]
    public void AFunctionKnowsWhatGradientsAreNeeded()
    {
        IReadOnlyList<bool>? needed = null;
        var results = Doubling((context, gradients) =>
        {
            needed = context.NeedsInputGrad;
            return [gradients[0], gradients[1]];
        }).ApplyAll(Leaf(1), Vector(2));
        (results[0] + results[1]).Sum().Backward();
        CollectionAssert.AreEqual(new[] { true, false }, needed!.ToArray());
    }

    [TestMethod]
    public void NothingOfTheForwardIsRecordedAndNothingWithoutGrad()
    {
        var x = Leaf(1);
        bool? recording = null;
        var function = Autograd.Function<T>(
            "Looking",
            (_, input) =>
            {
                recording = T.GradEnabled;
                return input * 2;
            },
            (_, gradient) => gradient);
        Assert.IsTrue(function.Apply(x).RequiresGrad);
        Assert.IsFalse(recording);
        Assert.IsFalse(function.Apply(Vector(1)).RequiresGrad);
        using (new GradMode<T>(enabled: false))
            Assert.IsFalse(function.Apply(x).RequiresGrad);
        Assert.IsTrue(T.GradEnabled);
    }

    [TestMethod]
    public void AnInputGivenBackIsAResultOfItsOwn()
    {
        var x = Leaf(1, 2);
        var y = Autograd.Function<T>("Reversal", (_, input) => input, (_, gradient) => -gradient).Apply(x);
        Assert.AreEqual("ReversalBackward", y.GradFn!.Name);
        Assert.IsTrue(x.IsLeaf);
        y.Sum().Backward();
        Prints("tensor([-1., -1.])", x.Grad);
    }

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
    public void APassMayRunInsideABackward()
    {
        var x = Leaf(3);
        // The derivative of x^3 by a pass of its own.
        var cube = Autograd.Function<T>(
            "Cube",
            (context, input) =>
            {
                context.SaveForBackward(input);
                return input.Pow(3);
            },
            (context, gradient) =>
            {
                using var recording = new GradMode<T>(enabled: true);
                var inner = context.SavedTensors[0].Detach().RequiresGrad_();
                return gradient * Autograd.Grad(MyCube(inner).Sum(), inner);
            });
        cube.Apply(x).Sum().Backward();
        Prints("tensor([27.])", x.Grad);

        static T MyCube(T x) => Cube(x);
    }

    [TestMethod]
    public void HooksAndFunctionsMeet()
    {
        var x = Leaf(2);
        var y = Cube(x);
        y.RegisterHook(gradient => gradient * 10);
        x.RegisterHook(gradient => gradient + 1);
        y.RetainGrad();
        y.Sum().Backward();
        Prints("tensor([121.])", x.Grad);
        Prints("tensor([10.])", y.Grad);
    }

    [TestMethod]
    public void AFunctionInAPassToChosenInputs()
    {
        var (x, y) = (Leaf(2), Leaf(5));
        var product = new Product<T>().Apply(x, y);
        product.Sum().Backward(retainGraph: true, inputs: [y]);
        Prints("None", x.Grad);
        Prints("tensor([2.])", y.Grad);
        Prints("tensor([5.])", Autograd.Grad(product.Sum(), x, retainGraph: true));
        Prints("tensor([1.])", Autograd.Grad(product.Sum(), product));
        product.Sum().Backward();
        Prints("tensor([4.])", y.Grad);
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

    [TestMethod]
    public void AChainOfAThousandFunctions()
    {
        var x = Leaf(1);
        var y = x;
        for (var i = 0; i < 1000; i++)
            y = MyExp(y * 0);
        y.Sum().Backward();
        Prints("tensor([0.])", x.Grad);
    }

    private static T MyExp(T x) => Autograd.Function<T>(
        "MyExp",
        (context, input) =>
        {
            var result = input.Exp();
            context.SaveForBackward(result);
            return result;
        },
        (context, gradient) => gradient * context.SavedTensors[0]).Apply(x);

    private static T Cube(T x) => Autograd.Function<T>(
        "Cube",
        (context, input) =>
        {
            context.SaveForBackward(input);
            return input * input * input;
        },
        (context, gradient) => gradient * 3 * context.SavedTensors[0] * context.SavedTensors[0]).Apply(x);
}

/// <summary>A function as a class.</summary>
internal sealed class Product<T> : Function<T>
    where T : ITensor<T>
{
    protected override IReadOnlyList<T> Forward(FunctionContext<T> context, IReadOnlyList<T> inputs)
    {
        context.SaveForBackward([.. inputs]);
        return [inputs[0] * inputs[1]];
    }

    protected override IReadOnlyList<T?> Backward(FunctionContext<T> context, IReadOnlyList<T> gradients)
        => [gradients[0] * context.SavedTensors[1], gradients[0] * context.SavedTensors[0]];
}
