namespace TwinGrad.Tests;

/// <summary>What <c>y.Graph()</c> tells of the recorded operations.</summary>
public abstract class GraphPictureSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_chain_runs_from_the_leaf_to_the_result_under_the_names_that_were_given()
    {
        var x = Number(3.0, DType.Float64, requiresGrad: true);
        var y = x.Pow(2);
        var z = y.Sin();

        Lists(
            """
            x = leaf    float64[]  3.0      dz/dx = -5.4668
            y = pow(x)  float64[]  9.0      dz/dy = -0.91113
            z = sin(y)  float64[]  0.41212
            """,
            z.Graph([("x", x), ("y", y)], gradients: true));
        Assert.IsNull(x.Grad, "nobody's gradient changes");
        z.Backward();
        Assert.AreEqual(-5.4668, x.Grad!.Item<double>(), 1e-4, "nothing was freed");
    }

    [TestMethod]
    public void Collected_gradients_are_told_where_none_are_asked_for_and_a_freed_graph_keeps_its_shape()
    {
        var x = Number(2.0, DType.Float64, requiresGrad: true);
        var y = x.Pow(2);
        y.Backward();
        x.Pow(2).Backward();

        Lists(
            """
            x = leaf    float64[]  2.0  x.grad = 8.0
            y = pow(x)  float64[]  4.0
            """,
            y.Graph([("x", x)]));
        var freed = Assert.Throws<TorchException>(() => y.Graph([("x", x)], gradients: true));
        Assert.StartsWith("Trying to backward through the graph a second time", freed.Message);
    }

    [TestMethod]
    public void A_gradient_that_a_named_result_retains_is_told()
    {
        var x = Number(2.0, DType.Float64, requiresGrad: true);
        var y = x * 3;
        y.RetainGrad();
        var z = y.Pow(2);
        z.Backward();

        Assert.AreEqual("y.grad = 12.0", z.Graph([("y", y)]).Nodes.Single(node => node.Name == "y").Gradient);
    }

    [TestMethod]
    public void Values_on_the_way_are_known_where_they_were_traced()
    {
        var x = Number(3.0, DType.Float64, requiresGrad: true);
        var untraced = x.Pow(2).Sin().Graph();
        T z;
        using (Autograd.Trace())
            z = x.Pow(2).Sin();
        var traced = z.Graph(gradients: true).Nodes[1];

        Assert.IsNull(untraced.Nodes[1].Value);
        Assert.IsNull(untraced.Nodes[1].CallSite);
        Assert.AreEqual("PowBackward0", traced.Function);
        Assert.AreEqual("9.0", traced.Value);
        Assert.AreEqual("grad = -0.91113", traced.Gradient);
        Assert.AreEqual(nameof(Values_on_the_way_are_known_where_they_were_traced), traced.CallSite?.Member);
    }

    [TestMethod]
    public void What_was_overwritten_in_place_is_told_no_more()
    {
        var x = Number(3.0, DType.Float64, requiresGrad: true);
        T y;
        using (Autograd.Trace())
            y = (x * 2).Add_(1);

        var nodes = y.Graph([("x", x)]).Nodes;

        CollectionAssert.AreEqual(new[] { "3.0", null, null, "7.0" }, nodes.Select(node => node.Value).ToArray());
    }

    [TestMethod]
    public void What_is_shared_is_drawn_once_and_what_is_used_twice_goes_by_two_edges()
    {
        var x = Number(1.5, DType.Float64, requiresGrad: true);
        var y = x.Exp();
        var z = y * y + y.Sin();

        var graph = z.Graph([("x", x), ("y", y)]);

        CollectionAssert.AreEqual(
            new[] { "x", "exp", "y", "mul", "sin", "add", "z" }, graph.Nodes.Select(node => node.Name ?? node.Operator).ToArray());
        CollectionAssert.AreEquivalent(
            new GraphEdge[] { new(0, 1), new(1, 2), new(2, 3), new(2, 3, 1), new(2, 4), new(3, 5), new(4, 5, 1), new(5, 6) },
            graph.Edges.ToArray());
    }

    [TestMethod]
    public void Every_node_stands_behind_what_it_is_computed_of()
    {
        var x = Leaf(1, 2, 3);
        var graph = (x * x.Sin() + (x.Exp() - x).Sum() * x.Sum()).Sum().Graph();

        Assert.IsTrue(graph.Edges.All(edge => edge.From < edge.To));
    }

    [TestMethod]
    public void Numbers_and_tensors_without_grad_leave_a_gap_among_the_inputs()
    {
        var x = Number(2.0, DType.Float64, requiresGrad: true);
        var y = Number(5.0, DType.Float64) * (x * 3);

        Lists(
            """
            x = leaf        float64[]  2.0
            %1 = mul(x, _)
            y = mul(_, %1)  float64[]  30.0
            """,
            y.Graph([("x", x)]));
    }

    [TestMethod]
    public void A_tensor_without_a_graph_is_one_box()
    {
        var leaf = Number(2.0, DType.Float64, requiresGrad: true);
        var detached = leaf.Detach();

        Lists("leaf = leaf  float64[]  2.0", leaf.Graph(gradients: true));
        Lists("detached = untracked  float64[]  2.0", detached.Graph(gradients: true));
        Assert.IsTrue(detached.Graph().Nodes.Single().IsResult);
    }

    [TestMethod]
    public void A_named_leaf_that_the_result_was_not_computed_of_stands_by_itself()
    {
        var x = Number(4.0, DType.Float64, requiresGrad: true);
        var z = x.Detach() * 2;

        var graph = z.Graph([("x", x), ("unused", Number(1.0))]);

        Lists(
            """
            x = leaf       float64[]  4.0
            z = untracked  float64[]  8.0
            """,
            graph);
        Assert.IsEmpty(graph.Edges);
    }

    [TestMethod]
    public void Several_results_are_one_graph_and_the_gradients_those_of_their_sum()
    {
        var x = Number(2.0, DType.Float64, requiresGrad: true);
        var (a, b) = (x.Pow(2), x * 3);

        Lists(
            """
            x = leaf       float64[]  2.0  grad = 7.0
            a = pow(x)     float64[]  4.0
            b = mul(x, _)  float64[]  6.0
            """,
            AutogradGraph.Of([("a", a), ("b", b)], [("x", x)], gradients: true));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \t\n")]
    [DataRow("\u200B\0")]
    public void A_name_of_which_nothing_would_be_seen_is_none(string blank)
    {
        var x = Number(3.0, DType.Float64, requiresGrad: true);
        var y = x.Sin();
        var z = y * 2;

        Lists(
            """
            %0 = leaf       float64[]  3.0      grad = -1.98
            %1 = sin(%0)    float64[]  0.14112  grad = 2.0
            z = mul(%1, _)  float64[]  0.28224
            """,
            z.Graph([(blank, x), (blank, y)], gradients: true));
        Assert.IsNull(z.Graph(name: blank).Nodes[^1].Name);
        Assert.AreEqual("z", z.Graph([(blank, z)]).Nodes[^1].Name);
        Assert.DoesNotContain("<b></b>", z.Graph([(blank, x), (blank, y)]).ToMermaid());
    }

    [TestMethod]
    public void Gradients_of_several_elements_are_those_of_their_sum()
    {
        var x = Doubles(1, 2, 3).RequiresGrad_();
        var y = x.Pow(2);

        Assert.AreEqual("dsum(y)/dx = [2.0, 4.0, 6.0]", y.Graph([("x", x)], gradients: true).Nodes[0].Gradient);
    }

    [TestMethod]
    public void Values_are_told_in_full_in_part_or_by_what_they_are_like()
    {
        Assert.AreEqual("[1.0, -2.5, 1e-08, nan]", ValueOf(Doubles(1, -2.5, 1e-8, NaN)));
        Assert.AreEqual("[[1.0, 2.0], [3.0, 4.0]]", ValueOf(Doubles(1, 2, 3, 4).View(2, 2)));
        Assert.AreEqual("[]", ValueOf(Zeros(0, 3)));
        Assert.AreEqual("[0.33333, 2.0, 3.0, ...]", ValueOf(Doubles(1.0 / 3, 2, 3, 4, 5)));
        Assert.AreEqual("2.5 ± 1.71, 0.0 .. 5.0", ValueOf(Counting(2, 3)));
        Assert.AreEqual("7.5 ± 0.0, 7.5 .. 7.5, 2 not finite", ValueOf(Doubles(7.5, Infinity, 7.5, NaN, 7.5, 7.5).View(2, 3)));
        Assert.AreEqual("6 not finite", ValueOf(Doubles(NaN, NaN, NaN, NaN, NaN, NaN).View(2, 3)));
        Assert.AreEqual("[1, 2]", ValueOf(Ints(1, 2)));
        Assert.AreEqual("-3 .. 9", ValueOf(Ints(1, 2, -3, 4, 9, 0).View(2, 3)));
        Assert.AreEqual("[True, False]", ValueOf(Bools(true, false)));
        Assert.AreEqual("2 of 6 True", ValueOf(Bools(true, false, false, true, false, false).View(2, 3)));

        static string? ValueOf(T tensor) => tensor.Graph().Nodes.Single().Value;
    }

    [TestMethod]
    public void The_result_goes_by_the_variable_it_was_asked_of()
    {
        var x = Number(2.0, requiresGrad: true);

        Assert.AreEqual("x", x.Graph().Nodes[^1].Name);
        Assert.IsNull(x.Pow(2).Graph().Nodes[^1].Name);
        Assert.AreEqual("loss", x.Pow(2).Graph(name: "loss").Nodes[^1].Name);
        Assert.AreEqual("given", x.Graph([("given", x)]).Nodes[^1].Name);
    }

    [TestMethod]
    [Timeout(60_000)]
    public void A_graph_of_thousands_of_operations_is_drawn()
    {
        var x = Number(0.5, requiresGrad: true);
        var y = x;
        for (var i = 0; i < 3000; i++)
            y = (y + x).Sin();

        var graph = y.Graph([("x", x)]);

        Assert.HasCount(6002, graph.Nodes);
        Assert.StartsWith("<svg", graph.ToSvg());
        Assert.AreEqual(6001, graph.ToString().Split('\n').Length);
    }

    [TestMethod]
    public void What_is_no_tensor_is_refused()
    {
        var x = Number(2.0);

        Assert.Throws<ArgumentException>(() => ((T)null!).Graph());
        Assert.Throws<ArgumentException>(() => x.Graph([("y", null!)]));
        Assert.Throws<ArgumentNullException>(() => x.Graph([(null!, x)]));
        Refuses("a graph needs at least one tensor to be the graph of", () => AutogradGraph.Of<T>([]));
    }

    private static void Lists(string expected, AutogradGraph graph) => Assert.AreEqual(expected.ReplaceLineEndings("\n"), graph.ToString());
}
