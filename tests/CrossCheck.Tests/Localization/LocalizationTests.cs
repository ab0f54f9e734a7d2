namespace TwinGrad.Tests;

/// <summary>A fault planted in one of thirty operations is found: its operator, its input and the line of its call.</summary>
[TestClass]
public sealed class LocalizationTests
{
    private static readonly double[,] X = { { 0.3, -0.7, 1.1 }, { 0.2, 0.9, -0.4 }, { -1.2, 0.6, 0.8 } };
    private static readonly double[,] Y = { { 1.3, 0.4, -0.2 }, { 0.7, -1.1, 0.5 }, { 0.1, 1.6, -0.9 } };

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
    public void WithoutAFaultNothingIsBlamed() => Assert.IsNull(Find(new(), _ => { }));

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void AWrongDerivativeIsLocated(int place)
    {
        var program = new ThirtyOperations();
        var found = Find(program, planted => planted.WrongDerivativeAt = place);
        Assert.IsNotNull(found);
        Assert.AreEqual((1, program.Nodes[place], program.Lines[place]), (found.Order, found.Operator, found.CallSite!.Value.Line));
        Assert.AreEqual(0, found.Input);
        Assert.AreEqual(1.01, found.Reference / found.Torch, 1e-9, found.ToString());
    }

    [TestMethod]
    [DynamicData(nameof(Places))]
    public void AWrongValueIsLocated(int place)
    {
        var program = new ThirtyOperations();
        var found = Find(program, planted => planted.WrongValueAt = place);
        Assert.IsNotNull(found);
        Assert.AreEqual((0, program.Nodes[place], program.Lines[place]), (found.Order, found.Operator, found.CallSite!.Value.Line));
        Assert.AreEqual(1.01, found.Reference / found.Torch, 1e-9, found.ToString());
    }

    private static Divergence? Find(ThirtyOperations program, Action<ThirtyOperations> plant)
    {
        var planted = new ThirtyOperations();
        plant(planted);
        return TwinGrad.Localization.Find(
            inputs => program.Run(inputs[0], inputs[1]), inputs => planted.Run(inputs[0], inputs[1]), [X, Y]);
    }
}
