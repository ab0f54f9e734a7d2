using CsCheck;

namespace TwinGrad.Tests;

/// <summary>The geometry of pictures of random graphs.</summary>
[TestClass]
public sealed class GraphLayoutTests
{
    private const double Tolerance = 1e-6;

    /// <summary>Nodes of random sizes; an edge leads from an earlier one to a later one, several between the same two.</summary>
    private static readonly Gen<(LayoutPoint[] Sizes, GraphEdge[] Edges)> Graphs =
        from sizes in Gen.Select(Gen.Double[20, 300], Gen.Double[20, 120], (width, height) => new LayoutPoint(width, height)).Array[1, 30]
        from pairs in Gen.Select(Gen.Int[0, sizes.Length - 1], Gen.Int[0, sizes.Length - 1]).Array[0, 2 * sizes.Length]
        select (sizes, pairs.Where(pair => pair.Item1 != pair.Item2)
            .Select((pair, i) => new GraphEdge(Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2), i)).ToArray());

    [TestMethod]
    public void Boxes_are_large_enough_lie_in_the_picture_and_do_not_overlap() => Graphs.Sample((sizes, edges) =>
    {
        foreach (var direction in Enum.GetValues<GraphDirection>())
        {
            var layout = GraphLayout.Of(sizes, edges, direction);
            Assert.HasCount(sizes.Length, layout.Boxes);
            for (var i = 0; i < sizes.Length; i++)
            {
                var box = layout.Boxes[i];
                Assert.IsGreaterThanOrEqualTo(sizes[i].X, box.Width);
                Assert.IsGreaterThanOrEqualTo(sizes[i].Y, box.Height);
                Assert.IsTrue(box.X >= -Tolerance && box.X + box.Width <= layout.Size.X + Tolerance, $"{box} in {layout.Size}");
                Assert.IsTrue(box.Y >= -Tolerance && box.Y + box.Height <= layout.Size.Y + Tolerance, $"{box} in {layout.Size}");
                for (var j = 0; j < i; j++)
                    Assert.IsFalse(Overlap(box, layout.Boxes[j]), $"{box} and {layout.Boxes[j]}");
            }
        }
    }, iter: 300);

    [TestMethod]
    public void Edges_run_forward_from_box_to_box_and_end_on_its_straight_side() => Graphs.Sample((sizes, edges) =>
    {
        var layout = GraphLayout.Of(sizes, edges, GraphDirection.LeftToRight);
        var ends = layout.Strokes.Where(stroke => stroke.Edge is not null).ToDictionary(stroke => stroke.Edge!.Value);
        Assert.HasCount(edges.Length, ends);
        foreach (var (edge, last) in ends)
        {
            var (from, to) = (layout.Boxes[edges[edge].From], layout.Boxes[edges[edge].To]);
            Assert.AreEqual(to.X, last.D.X, Tolerance);
            Assert.IsTrue(last.D.Y >= to.Y + GraphLayout.Corner - Tolerance && last.D.Y <= to.Y + to.Height - GraphLayout.Corner + Tolerance);
            var stroke = last;
            while (Math.Abs(stroke.A.X - (from.X + from.Width)) > Tolerance || Math.Abs(stroke.A.Y - (from.Y + from.Height / 2)) > Tolerance)
            {
                AssertForward(stroke);
                stroke = layout.Strokes.Single(before => before.Edge is null && Same(before.D, stroke.A));
            }
            AssertForward(stroke);
        }

        static void AssertForward(LayoutStroke stroke)
            => Assert.IsTrue(
                stroke.A.X <= stroke.B.X + Tolerance && stroke.B.X < stroke.C.X && stroke.C.X <= stroke.D.X + Tolerance, stroke.ToString());
    }, iter: 300);

    [TestMethod]
    public void No_edge_runs_through_a_box() => Graphs.Sample((sizes, edges) =>
    {
        var layout = GraphLayout.Of(sizes, edges, GraphDirection.TopToBottom);
        foreach (var point in layout.Strokes.SelectMany(Points))
            foreach (var box in layout.Boxes)
                Assert.IsFalse(
                    point.X > box.X + Tolerance && point.X < box.X + box.Width - Tolerance
                    && point.Y > box.Y + Tolerance && point.Y < box.Y + box.Height - Tolerance,
                    $"{point} in {box}");
    }, iter: 300);

    [TestMethod]
    public void A_chain_is_a_straight_row()
    {
        var layout = GraphLayout.Of(Sizes(300), [.. Enumerable.Range(0, 299).Select(i => new GraphEdge(i, i + 1))], GraphDirection.LeftToRight);

        Assert.AreEqual(40, layout.Size.Y, Tolerance);
    }

    [TestMethod]
    [Timeout(60_000)]
    public void A_weight_that_every_step_of_a_long_chain_uses_is_one_line_along_it()
    {
        const int steps = 3000;
        GraphEdge[] edges = [.. Enumerable.Range(1, steps).SelectMany(i => new[] { new GraphEdge(i, i + 1), new GraphEdge(0, i + 1, 1) })];

        var layout = GraphLayout.Of(Sizes(steps + 2), edges, GraphDirection.LeftToRight);

        Assert.IsLessThan(200, layout.Size.Y);
        Assert.IsLessThan(4 * steps, layout.Strokes.Count);
    }

    [TestMethod]
    public void Inputs_stand_beside_their_first_use()
    {
        var layout = GraphLayout.Of(
            Sizes(5), [new(0, 1), new(1, 2), new(2, 4), new(3, 4, 1)], GraphDirection.LeftToRight);

        Assert.AreEqual(layout.Boxes[2].X, layout.Boxes[3].X, Tolerance);
    }

    [TestMethod]
    public void Links_are_brought_out_of_each_others_way()
    {
        // Three pairs, given crosswise.
        GraphEdge[] edges = [new(0, 5), new(1, 4), new(2, 3)];

        var layout = GraphLayout.Of(Sizes(6), edges, GraphDirection.LeftToRight);

        foreach (var edge in edges)
            Assert.AreEqual(layout.Boxes[edge.From].Y, layout.Boxes[edge.To].Y, Tolerance);
    }

    private static LayoutPoint[] Sizes(int count) => [.. Enumerable.Repeat(new LayoutPoint(100, 40), count)];

    private static bool Overlap(LayoutBox a, LayoutBox b)
        => a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;

    private static bool Same(LayoutPoint a, LayoutPoint b) => Math.Abs(a.X - b.X) < Tolerance && Math.Abs(a.Y - b.Y) < Tolerance;

    /// <summary>Points along a stroke that runs downwards, its curve drawn as the pictures draw it.</summary>
    private static IEnumerable<LayoutPoint> Points(LayoutStroke stroke)
    {
        var middle = (stroke.B.Y + stroke.C.Y) / 2;
        for (var i = 0; i <= 20; i++)
        {
            var t = i / 20.0;
            yield return Between(stroke.A, stroke.B, t);
            yield return Between(stroke.C, stroke.D, t);
            var (b, c) = (new LayoutPoint(stroke.B.X, middle), new LayoutPoint(stroke.C.X, middle));
            var (left, center, right) = (Between(stroke.B, b, t), Between(b, c, t), Between(c, stroke.C, t));
            yield return Between(Between(left, center, t), Between(center, right, t), t);
        }
    }

    private static LayoutPoint Between(LayoutPoint a, LayoutPoint b, double t) => new(a.X + (b.X - a.X) * t, a.Y + (b.Y - a.Y) * t);
}
