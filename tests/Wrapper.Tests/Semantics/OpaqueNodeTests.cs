namespace TwinGrad.Tests;

/// <summary>Pictures of what libtorch recorded out of sight.</summary>
[TestClass]
public sealed class OpaqueNodeTests
{
    [TestMethod]
    public void A_recorded_pass_is_one_step_that_is_marked()
    {
        var x = Torch.Tensor(3.0, requiresGrad: true);
        var y = x.Pow(3);
        var g = Autograd.Grad(y, x, createGraph: true);

        var graph = g.Graph([("x", x), ("y", y)]);

        Assert.AreEqual(
            """
            x = leaf                float32[]  3.0
            y = pow(x)              float32[]  27.0
            g = BackwardPass(y, x)  float32[]  27.0    # recorded out of sight
            """.ReplaceLineEndings("\n"),
            graph.ToString());
        Assert.IsTrue(graph.Nodes.Single(node => node.Operator == "BackwardPass").IsOpaque);
        Assert.Contains("<g class=\"opaque\">", graph.ToSvg());
        Assert.Contains("<b>BackwardPass</b><br/>recorded out of sight\"):::opaque", graph.ToMermaid());
        Assert.Contains("penwidth=3", graph.ToDot());
    }

    [TestMethod]
    public void What_came_from_TorchSharp_is_marked_too()
    {
        var x = Torch.Tensor(3.0, requiresGrad: true);
        var doubled = (x * 2).Torch;
        var y = Tensor.FromTorch(doubled);

        Assert.IsTrue(y.Graph().Nodes.Single(node => node.Operator == "TorchSharp").IsOpaque);
    }

    [TestMethod]
    public void A_recorded_pass_is_seen_through_for_anomalies()
    {
        using var scope = Autograd.DetectAnomaly(checkInfinity: false);
        var x = Torch.Tensor(0.0, requiresGrad: true);
        var g = Autograd.Grad(x.Pow(1.5), x, createGraph: true);

        Assert.Throws<TorchAnomalyException>(() => (g * 0).Backward());
    }
}
