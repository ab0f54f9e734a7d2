namespace TwinGrad.Tests;

/// <summary>Pictures of operations that give several results.</summary>
public abstract class GraphResultsSemantics<T> : EngineTests<T>
    where T : class, ITensor<T>
{
    [TestMethod]
    public void A_function_with_several_results_leads_to_each_that_has_a_name()
    {
        var x = Doubles(1, 2, 3).RequiresGrad_();
        var parts = x.Unbind();
        var z = parts[0] * parts[2];

        var graph = z.Graph([("x", x), ("a", parts[0]), ("b", parts[2])], gradients: true);

        foreach (var (name, gradient) in new[] { ("a", "dz/da = 3.0"), ("b", "dz/db = 1.0"), ("x", "dz/dx = [3.0, 0.0, 1.0]") })
            Assert.AreEqual(gradient, graph.Nodes.Single(node => node.Name == name).Gradient);
        var a = graph.Edges.Single(edge => graph.Nodes[edge.To].Name == "a");
        Assert.AreEqual("unbind", graph.Nodes[a.From].Operator);
    }

    [TestMethod]
    public void A_result_that_was_not_used_is_no_source()
    {
        var a = Doubles(1, 2, 3, 4, 5, 6).View(3, 2).Detach().RequiresGrad_();
        var u = a.Unbind();
        var s = (u[1] * u[2]).Sum();

        Lists(
            """
            a = leaf                float64[3, 2]  3.5 ± 1.71, 1.0 .. 6.0  ds/da = 3.0 ± 2.31, 0.0 .. 6.0
            %1 = unbind(a)
            u0 = %1[0]              float64[2]     [1.0, 2.0]
            %3 = mul(%1[1], %1[2])
            s = sum(%3)             float64[]      39.0
            """,
            s.Graph([("a", a), ("u0", u[0])], gradients: true));
        Lists(
            """
            a = leaf          float64[3, 2]  3.5 ± 1.71, 1.0 .. 6.0
            %1 = unbind(a)
            u2 = %1[2]        float64[2]     [5.0, 6.0]
            u1 = %1[1]        float64[2]     [3.0, 4.0]
            %4 = mul(u1, u2)
            s = sum(%4)       float64[]      39.0
            """,
            s.Graph([("a", a), ("u2", u[2]), ("u1", u[1])]));
    }

    [TestMethod]
    public void A_result_is_told_by_its_number_even_where_it_is_the_only_one_in_use()
    {
        var m = Doubles(2, 1, 1, 2).View(2, 2).Detach().RequiresGrad_();
        var (w, v) = T.Eigh(m, Uplo.L);
        var (p, q) = (w.Sum(), v.Sum());

        Assert.Contains("\nw = linalg_eigh(m)[0] ", p.Graph([("m", m), ("w", w)]).ToString());
        Assert.Contains("\np = sum(%1[0]) ", p.Graph([("m", m)]).ToString());
        Assert.Contains("\nq = sum(%1[1]) ", q.Graph([("m", m), ("w", w)]).ToString());
        CollectionAssert.AreEquivalent(
            new GraphEdge[] { new(0, 1), new(1, 2), new(1, 3, Output: 1), new(3, 4) }, q.Graph([("m", m), ("w", w)]).Edges.ToArray());
    }

    private static void Lists(string expected, AutogradGraph graph) => Assert.AreEqual(expected.ReplaceLineEndings("\n"), graph.ToString());
}
