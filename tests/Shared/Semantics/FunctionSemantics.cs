namespace TwinGrad.Tests;

/// <summary>Functions with a backward of their own: <c>torch.autograd.Function</c>.</summary>
public abstract class FunctionSemantics<T> : FunctionTestBase<T>
    where T : class, ITensor<T>
{
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
                seen.Add(gradients[1] is { } gradient ? Text(gradient) : null);
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
    public void AChainOfAThousandFunctions()
    {
        var x = Leaf(1);
        var y = x;
        for (var i = 0; i < 1000; i++)
            y = MyExp(y * 0);
        y.Sum().Backward();
        Prints("tensor([0.])", x.Grad);
    }
}
