namespace TwinGrad.Tests;

/// <summary>The autograd graph of expressions, node by node, as PyTorch records it.</summary>
public abstract partial class RecordedNodes<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    public static IEnumerable<object[]> Codes => Expressions.Keys.Select(code => new object[] { code });

    [TestMethod]
    [DynamicData(nameof(Codes))]
    public void The_graph_is_PyTorchs(string code)
    {
        var recorded = Recorded.Nodes[code].GetProperty("outputs").EnumerateArray().Single();
        var variables = new Variables();
        var result = Expressions[code](variables);

        Assert.AreEqual(recorded.GetProperty("grad_fn").GetString(), result.GradFn?.Name);
        Assert.AreEqual(recorded.GetProperty("chain").GetString(), result.GradFn is { } node ? Chain(node, variables.Names()) : null);
    }

    /// <summary>A node and, in brackets, what its edges lead to: <c>AddBackward0(AccumulateGrad[a], None)</c>.</summary>
    private static string Chain(Node? node, Dictionary<Node, string> leaves) => node switch
    {
        null => "None",
        { Name: "AccumulateGrad" } => $"AccumulateGrad[{leaves[node]}]",
        _ => $"{node.Name}({string.Join(", ", node.NextFunctions.Select(edge => Chain(edge.Function, leaves)))})",
    };

    /// <summary>The variables that the recorded expressions are written in.</summary>
    private sealed class Variables
    {
        internal T S { get; } = Number(3.0, requiresGrad: true);

        internal T S2 { get; } = Number(2.0, requiresGrad: true);

        internal T A { get; } = Leaf(1, 2, 3);

        internal T B { get; } = Leaf(4, 5, 6);

        internal T C { get; } = Vector(0.5, 1.5, 2.5);

        internal T P { get; } = Leaf(0.2, 0.5, 0.7);

        internal T M { get; } = Steps(2, 3);

        internal T N { get; } = Steps(3, 4);

        internal T Bm { get; } = Steps(2, 3, 4);

        internal T Bn { get; } = Steps(2, 4, 5);

        internal T One { get; } = Steps(1, 3);

        internal T Mask { get; } = Bools(true, false, true);

        /// <summary>Each leaf's own node: where the gradient of an operation on it flows to.</summary>
        internal Dictionary<Node, string> Names()
        {
            (T Leaf, string Name)[] leaves =
                [(S, "s"), (S2, "s2"), (A, "a"), (B, "b"), (P, "p"), (M, "m"), (N, "n"), (Bm, "bm"), (Bn, "bn"), (One, "one")];
            return leaves.ToDictionary(leaf => leaf.Leaf.Neg().GradFn!.NextFunctions[0].Function!, leaf => leaf.Name);
        }

        private static T Steps(params long[] shape) => (Counting(shape) * 0.1 + 0.2).Detach().RequiresGrad_();
    }
}
