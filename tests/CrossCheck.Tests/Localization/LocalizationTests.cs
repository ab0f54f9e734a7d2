namespace TwinGrad.Tests;

/// <summary>A fault planted in one of thirty operations is found: its operator, its input and the line of its call.</summary>
[TestClass]
public sealed class LocalizationTests
{
    private static readonly double[,] X = { { 0.3, -0.7, 1.1 }, { 0.2, 0.9, -0.4 }, { -1.2, 0.6, 0.8 } };
    private static readonly double[,] Y = { { 1.3, 0.4, -0.2 }, { 0.7, -1.1, 0.5 }, { 0.1, 1.6, -0.9 } };

    private static readonly double[] Vector = [0.25, -1.25, 2.5];

    /// <summary>Every place of the program, which has ten different operators.</summary>
    private static IEnumerable<object[]> Places => Enumerable.Range(1, 30).Select(place => new object[] { place });

    [TestMethod]
    public void TheProgramHasTenOperatorsInThirtyOperations()
    {
        var program = new ThirtyOperations();
        using var trace = Autograd.Trace();
        var graph = new TracedGraph<Tensor>([program.Run<Tensor>(Torch.Tensor(X, requiresGrad: true), Torch.Tensor(Y, requiresGrad: true)).GradFn]);
        var operations = graph.Nodes.Where(node => !TracedGraph<Tensor>.IsLeaf(node)).ToArray();
        Assert.HasCount(30, operations);
        Assert.AreEqual(10, operations.Select(node => node.Name).Distinct().Count());
    }

    [TestMethod]
    public void WithoutAFaultNothingIsBlamed() => Assert.IsNull(Find(new(), new()));

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void AWrongValueIsLocated(int place) => Assert.AreEqual(1.01, Located(place, 0), 1e-9);

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void AWrongDerivativeIsLocated(int place) => Assert.AreEqual(1.01, Located(place, 1), 1e-9);

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void AWrongSecondDerivativeIsLocated(int place) => Assert.AreNotEqual(1, Located(place, 2));

    [TestMethod]
    public void AnOperationWhoseResultIsOverwrittenIsNoHindrance()
    {
        var found = TwinGrad.Localization.Find(inputs => Loss(inputs[0], x => x.Sin()), inputs => Loss(inputs[0], x => x.Sin() * 1.5 - x.Sin().Detach() * 0.5), [X]);
        Assert.AreEqual("SinBackward0", found!.Operator);

        static T Loss<T>(T x, Func<T, T> sin)
            where T : class, ITensor<T>
        {
            var y = x * 2;
            y.Add_(1);
            y[0].Mul_(3);
            return sin(y) + y;
        }
    }

    [TestMethod]
    public void FactorsInAnotherOrderAreNoHindrance()
    {
        var report = CrossCheck.Run(x => x.Sin() * x.Exp(), x => x.Exp() * Cut(x, 1.1).Sin(), Vector);
        Assert.AreEqual(1, report.Divergence!.Order);
        Assert.AreEqual("SinBackward0", report.Divergence.Operator);
        Assert.AreEqual(1.1, report.Divergence.Reference / report.Divergence.Torch, 1e-9);

        var value = CrossCheck.Run(x => x.Sin() * x.Sin(), x => x.Sin() * x.Sin() * 1.1, Vector).Divergence!;
        Assert.AreEqual("MulBackward0", value.Operator);
        Assert.AreEqual(0, value.Order);
    }

    [TestMethod]
    public void WhatIsAddedUpInPlaceIsBlamedWhereItWasAdded()
    {
        var found = CrossCheck.Run(x => Chain(x, 1), x => Chain(x, 1.01), Vector, new() { Differences = false }).Divergence!;
        Assert.AreEqual("CutBackward", found.Operator);

        static T Chain<T>(T x, double slope)
            where T : class, ITensor<T>
        {
            var y = x * 1;
            y.Add_((y * 0.1).Sin());
            y.Add_((y * 0.1).Tanh());
            y.Add_(Cut(y, slope).Exp());
            y.Add_((y * 0.1).Sigmoid());
            y.Add_((y * 0.1).Cos());
            return y;
        }
    }

    [TestMethod]
    public void AnOperationThatOnlyTheReferenceHasIsPartOfTheNext()
    {
        var found = CrossCheck.Run(x => x.Sum(), x => Cut(x, 1.1).Sum(), Vector).Divergence!;
        Assert.AreEqual("SumBackward0", found.Operator);
        Assert.AreEqual(1.1, found.Reference, 1e-12);
    }

    [TestMethod]
    public void NumbersOfInputsAreThoseThatTheElementIsComputedOf()
    {
        var flipped = CrossCheck.Run(x => x.Flip(0).Exp(), x => (x * Reference.Torch.Tensor([1, 1, 1.01])).Flip(0).Exp(), Vector).Divergence!;
        Assert.AreEqual("FlipBackward0", flipped.Operator);
        Assert.IsNull(flipped.InputValues.Single());

        var product = CrossCheck.Run((x, y) => x * y, (x, y) => x * Cut(y, 1.1), Vector, Vector).Divergence!;
        Assert.AreEqual("MulBackward0", product.Operator);
        CollectionAssert.AreEqual(new double?[] { Vector[product.Element], Vector[product.Element] }, product.InputValues.ToArray());
    }

    [TestMethod]
    public void WhereNoOperationPartsTheReportSaysSo()
    {
        var report = CrossCheck.Run(x => x, x => 2 * x - x.Detach(), 3.0);
        Assert.IsNull(report.Divergence);
        Assert.Contains(note => note.StartsWith("no single operation was found", StringComparison.Ordinal), report.Notes);
    }

    [TestMethod]
    public void WhatTheReferenceComposesIsBlamedAsTheOneOperationThatItIs()
    {
        var found = TwinGrad.Localization.Find(
            inputs => (inputs[0] * 2).Sigmoid().Exp(), inputs => (1 / (1 + (-inputs[0].Detach() * 0.1 - inputs[0] * 1.9).Exp())).Exp(), [X]);
        Assert.AreEqual("SigmoidBackward0", found!.Operator);
    }

    [TestMethod]
    public void AFaultBehindAResultWhoseSumHasNoSlopeIsLocated()
    {
        var found = TwinGrad.Localization.Find(
            inputs => inputs[0].Sin().Softmax(0), inputs => (inputs[0].Sin() * 1.5 - inputs[0].Sin().Detach() * 0.5).Softmax(0), [X]);
        Assert.AreEqual(("SinBackward0", 1), (found!.Operator, found.Order));
    }

    [TestMethod]
    public void TheMessageSaysAllThereIs()
    {
        var program = new ThirtyOperations();
        StringAssert.Matches(
            Find(program, new() { PlantedAt = 7, FaultyOrder = 1 })!.ToString(),
            new(@"^DivBackward0 at ThirtyOperations\.cs:\d+ in Run: gradient of input 0, element \d, where the inputs are [-0-9.e]+, [-0-9.e]+: libtorch [-0-9.e]+, reference [-0-9.e]+$"));
    }

    /// <summary>How much too large what is found is; the operator and its line are checked.</summary>
    private static double Located(int place, int order)
    {
        var program = new ThirtyOperations();
        var found = Find(program, new() { PlantedAt = place, FaultyOrder = order });
        Assert.IsNotNull(found);
        Assert.AreEqual((order, program.Nodes[place], program.Lines[place]), (found.Order, found.Operator, found.CallSite!.Value.Line), found.ToString());
        Assert.AreEqual(0, found.Input);
        return found.Reference / found.Torch;
    }

    private static Divergence? Find(ThirtyOperations program, ThirtyOperations planted)
        => TwinGrad.Localization.Find(inputs => program.Run(inputs[0], inputs[1]), inputs => planted.Run(inputs[0], inputs[1]), [X, Y]);

    /// <summary>x, with a slope of its own.</summary>
    private static T Cut<T>(T x, double slope)
        where T : class, ITensor<T>
        => Autograd.Function<T>("Cut", (_, v) => v * 1, (_, g) => g * slope).Apply(x);
}
