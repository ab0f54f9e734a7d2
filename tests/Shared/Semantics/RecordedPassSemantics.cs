namespace TwinGrad.Tests;

/// <summary>What can be seen of a graph that a backward pass recorded: whatever the engine tells of it, it leads on to what it was computed of.</summary>
public abstract class RecordedPassSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_recorded_gradient_leads_to_the_leaves_it_depends_on()
    {
        var (x, w) = (Number(3.0, DType.Float64, requiresGrad: true), Number(2.0, DType.Float64, requiresGrad: true));
        var y = w * x.Pow(3);
        var g = Autograd.Grad(y, x, createGraph: true);

        var graph = g.Graph([("x", x), ("w", w)], gradients: true);

        Connects(graph, "x", "g");
        Connects(graph, "w", "g");
        Assert.AreEqual("dg/dx = 36.0", graph.Nodes.Single(node => node.Name == "x").Gradient);
        Assert.AreEqual("dg/dw = 27.0", graph.Nodes.Single(node => node.Name == "w").Gradient);
    }

    [TestMethod]
    public void Derivatives_of_any_order_are_one_graph()
    {
        var x = Number(2.0, DType.Float64, requiresGrad: true);
        var first = Autograd.Grad(x.Pow(4), x, createGraph: true);
        var second = Autograd.Grad(first, x, createGraph: true);
        var loss = (first + second) * 2;

        var graph = loss.Graph([("x", x), ("first", first), ("second", second)], gradients: true);

        Connects(graph, "x", "first");
        Connects(graph, "x", "second");
        Connects(graph, "first", "loss");
        Connects(graph, "second", "loss");
        Assert.AreEqual("dloss/dx = 192.0", graph.Nodes.Single(node => node.Name == "x").Gradient);
    }

    [TestMethod]
    public void A_recorded_gradient_leads_to_what_the_pass_started_with()
    {
        var (x, v) = (Leaf(1, 2), Leaf(3, 4));
        var g = Autograd.Grad(x.Pow(2), x, v, createGraph: true);

        Connects(g.Graph([("v", v)]), "v", "g");
    }

    [TestMethod]
    public void A_gradient_that_is_what_the_pass_started_with_leads_to_it_though_nothing_is_recorded()
    {
        var (x, v) = (Leaf(1, 2), Leaf(3, 4));
        var flow = v * 2;
        var g = Autograd.Grad(x + 1, x, flow);

        Connects(g.Graph([("v", v)]), "v", "g");
    }

    [TestMethod]
    public void Gradients_of_one_pass_are_told_apart()
    {
        var (x, w) = (Number(3.0, DType.Float64, requiresGrad: true), Number(2.0, DType.Float64, requiresGrad: true));
        var gradients = Autograd.Grad((w * x).Pow(2), [x, w], createGraph: true);
        var (gx, gw) = (gradients[0]!, gradients[1]!);
        var loss = gx * gw;

        var graph = loss.Graph([("gx", gx), ("gw", gw)]);
        var mul = Place(graph, "loss") - 1;

        CollectionAssert.AreEqual(
            new[] { "gx", "gw" },
            graph.Edges.Where(edge => edge.To == mul).OrderBy(edge => edge.Input).Select(edge => graph.Nodes[edge.From].Name).ToArray());
    }

    [TestMethod]
    public void A_collected_gradient_leads_to_the_leaves_it_depends_on()
    {
        var (x, w) = (Number(3.0, DType.Float64, requiresGrad: true), Number(2.0, DType.Float64, requiresGrad: true));
        var y = w * x.Pow(2);
        y.RetainGrad();
        y.Pow(2).Backward(createGraph: true);
        var (gx, gw, gy) = (x.Grad!, w.Grad!, y.Grad!);
        var loss = gx * gw * gy;

        var graph = loss.Graph([("x", x), ("w", w), ("gx", gx), ("gw", gw), ("gy", gy)]);

        foreach (var from in new[] { "x", "w" })
            foreach (var to in new[] { "gx", "gw", "gy" })
                Connects(graph, from, to);
        foreach (var gradient in new[] { "gx", "gw", "gy" })
            Connects(graph, gradient, "loss");
    }

    [TestMethod]
    public void Gradients_of_two_passes_that_add_up_lead_to_both()
    {
        var (x, w, v) = (Leaf(3), Leaf(2), Leaf(4));
        (x * w).Sum().Backward(createGraph: true);
        (x * v).Sum().Backward(createGraph: true);

        var graph = x.Grad!.Graph([("w", w), ("v", v)], name: "g");

        Connects(graph, "w", "g");
        Connects(graph, "v", "g");
    }

    [TestMethod]
    public void A_gradient_that_was_assigned_leads_to_what_made_it()
    {
        var (x, w) = (Leaf(3), Leaf(2));
        (x * x).Sum().Backward(createGraph: true);
        x.Grad = w * 2;

        Assert.AreEqual("MulBackward0", x.Grad.GradFn!.Name);
        Connects(x.Grad.Graph([("w", w)], name: "g"), "w", "g");
        x.Grad = null;
        (x * 2).Sum().Backward();
        Assert.IsNull(x.Grad!.GradFn);
    }

    [TestMethod]
    public void A_gradient_on_its_way_leads_to_the_leaves_it_depends_on()
    {
        var (x, w) = (Leaf(3), Leaf(2));
        var y = x * w;
        T? seen = null;
        y.RegisterHook(gradient => { seen = gradient; });
        Autograd.Grad(y.Pow(2).Sum(), x, createGraph: true);

        Connects(seen!.Graph([("w", w)], name: "g"), "w", "g");
    }

    private static int Place(AutogradGraph graph, string name)
        => graph.Nodes.Index().Single(node => node.Item.Name == name).Index;

    /// <summary>Whether a way leads from one tensor to the other.</summary>
    private static void Connects(AutogradGraph graph, string from, string to)
    {
        var reached = new HashSet<int> { Place(graph, from) };
        foreach (var edge in graph.Edges.OrderBy(edge => edge.To))
            if (reached.Contains(edge.From))
                reached.Add(edge.To);
        Assert.Contains(Place(graph, to), reached, $"from {from} to {to} in\n{graph}");
    }
}
