namespace TwinGrad;

/// <summary>A piece of an edge: straight from A to B, a smooth curve to C, straight to D.</summary>
/// <param name="A">Where it begins: at the box that the edge comes from, or at the end of the piece before.</param>
/// <param name="B">Where the curve begins.</param>
/// <param name="C">Where the curve ends; it leaves B and reaches C in the direction of the picture.</param>
/// <param name="D">Where it ends: at the box that the edge goes to, or behind the layer that it passes.</param>
/// <param name="Edge">The number of the edge that ends with this piece; null for a piece that several edges share.</param>
internal readonly record struct LayoutStroke(LayoutPoint A, LayoutPoint B, LayoutPoint C, LayoutPoint D, int? Edge)
{
    /// <summary>The same with exchanged axes.</summary>
    internal LayoutStroke Turned => new(A.Turned, B.Turned, C.Turned, D.Turned, Edge);
}

/// <summary>Draws the edges of a laid out graph: curves between layers, straight lines through them.</summary>
internal static class EdgeRouter
{
    /// <summary>The straight end of an edge, as long as its arrow.</summary>
    internal const double Arrow = 9;

    /// <summary>The pieces of all edges, each drawn once however many edges it serves.</summary>
    internal static IReadOnlyList<LayoutStroke> Strokes(
        LayeredGraph graph, LayerSpan[] layers, LayoutBox[] boxes, double[] centers, double[] ports)
    {
        var strokes = new List<LayoutStroke>();
        for (var bend = graph.Nodes; bend < graph.Vertices; bend++)
        {
            var layer = layers[graph.LayerOf(bend)];
            strokes.Add(Stroke(graph.Before(bend)[0], layer.Start, layer.End, centers[bend], null));
        }
        for (var edge = 0; edge < ports.Length; edge++)
        {
            var to = graph.Edges[edge].To;
            strokes.Add(Stroke(graph.LastStops[edge], layers[graph.LayerOf(to)].Start - Arrow, boxes[to].X, ports[edge], edge));
        }
        return strokes;

        LayoutStroke Stroke(int from, double curveEnd, double end, double y, int? edge)
        {
            var layerEnd = layers[graph.LayerOf(from)].End;
            var start = graph.IsBend(from) ? layerEnd : boxes[from].X + boxes[from].Width;
            return new(new(start, centers[from]), new(layerEnd, centers[from]), new(curveEnd, y), new(end, y), edge);
        }
    }
}
