namespace TwinGrad;

/// <summary>A point of a picture; y grows downwards.</summary>
internal readonly record struct LayoutPoint(double X, double Y)
{
    /// <summary>The same with exchanged axes.</summary>
    internal LayoutPoint Turned => new(Y, X);
}

/// <summary>Where a node was put: its left upper corner and its size.</summary>
internal readonly record struct LayoutBox(double X, double Y, double Width, double Height)
{
    /// <summary>The same with exchanged axes.</summary>
    internal LayoutBox Turned => new(Y, X, Height, Width);
}

/// <summary>A layered drawing of an acyclic graph, after Sugiyama: layers, an order within each that crosses few edges, coordinates.</summary>
/// <remarks>
/// Boxes stand in layers, curves run only between layers and straight lines only beside boxes, so that no edge runs through a box.
/// See <see href="https://doi.org/10.1109/TSMC.1981.4308636"/>.
/// </remarks>
/// <param name="Size">The size of the picture, without a margin.</param>
/// <param name="Boxes">One a node.</param>
/// <param name="Strokes">The pieces that the edges are drawn of.</param>
internal sealed record GraphLayout(LayoutPoint Size, IReadOnlyList<LayoutBox> Boxes, IReadOnlyList<LayoutStroke> Strokes)
{
    /// <summary>The part of a box's side at each of its corners where no edge may end, as the corner is round there.</summary>
    internal const double Corner = 12;

    private const double PortDistance = 13;

    /// <summary>A box grows for so many edges to end side by side; more of them stand closer.</summary>
    private const int RoomyPorts = 12;

    /// <summary>Lays out nodes of the given sizes; an edge leads from an earlier node to a later one.</summary>
    internal static GraphLayout Of(IReadOnlyList<LayoutPoint> sizes, IReadOnlyList<GraphEdge> edges, GraphDirection direction)
    {
        if (direction == GraphDirection.LeftToRight)
            return LeftToRight(sizes, edges);
        var turned = LeftToRight([.. sizes.Select(size => size.Turned)], edges);
        return new(turned.Size.Turned, [.. turned.Boxes.Select(box => box.Turned)], [.. turned.Strokes.Select(stroke => stroke.Turned)]);
    }

    private static GraphLayout LeftToRight(IReadOnlyList<LayoutPoint> sizes, IReadOnlyList<GraphEdge> edges)
    {
        var heights = sizes.Select(size => size.Y).ToArray();
        foreach (var (node, count) in edges.CountBy(edge => edge.To))
            heights[node] = Math.Max(heights[node], 2 * Corner + PortDistance * Math.Min(count - 1, RoomyPorts));
        var graph = LayeredGraph.Of(sizes.Count, edges);
        LayerOrder.Improve(graph);
        var centers = LayerPlacement.Centers(graph, heights);
        var layers = LayerSpan.Of(graph, sizes, centers);
        var boxes = new LayoutBox[sizes.Count];
        for (var node = 0; node < boxes.Length; node++)
        {
            var width = sizes[node].X;
            boxes[node] = new(layers[graph.LayerOf(node)].Middle - width / 2, centers[node] - heights[node] / 2, width, heights[node]);
        }
        var height = Enumerable.Range(0, graph.Vertices)
            .Select(vertex => centers[vertex] + (graph.IsBend(vertex) ? 0 : heights[vertex] / 2)).DefaultIfEmpty().Max();
        return new(new(layers[^1].End, height), boxes, EdgeRouter.Strokes(graph, layers, boxes, centers, Ports(graph, heights, centers)));
    }

    /// <summary>Where on the side of its box each edge ends: in the order in which they come, so that they do not cross there.</summary>
    private static double[] Ports(LayeredGraph graph, double[] heights, double[] centers)
    {
        var ports = new double[graph.Edges.Count];
        foreach (var edges in Enumerable.Range(0, ports.Length).GroupBy(edge => graph.Edges[edge].To))
        {
            var sorted = edges.OrderBy(edge => centers[graph.LastStops[edge]]).ThenBy(edge => graph.Edges[edge].Input).ToArray();
            var distance = sorted.Length == 1 ? 0 : Math.Min(PortDistance, (heights[edges.Key] - 2 * Corner) / (sorted.Length - 1));
            for (var i = 0; i < sorted.Length; i++)
                ports[sorted[i]] = centers[edges.Key] + (i - (sorted.Length - 1) / 2.0) * distance;
        }
        return ports;
    }
}

/// <summary>The part of the picture, from left to right, in which a layer's boxes stand.</summary>
internal readonly record struct LayerSpan(double Start, double End)
{
    private const double ShortestGap = 44;
    private const double LongestGap = 150;
    private const double Steepest = 6;

    internal double Middle => (Start + End) / 2;

    /// <summary>The spans of the layers: as wide as the widest box, and further apart where a curve has far to climb between them.</summary>
    internal static LayerSpan[] Of(LayeredGraph graph, IReadOnlyList<LayoutPoint> sizes, double[] centers)
    {
        var spans = new LayerSpan[graph.Order.Length];
        var end = 0.0;
        for (var layer = 0; layer < spans.Length; layer++)
        {
            var climb = graph.Order[layer]
                .SelectMany(vertex => graph.Before(vertex).Select(before => Math.Abs(centers[vertex] - centers[before]))).DefaultIfEmpty().Max();
            var start = layer == 0 ? 0 : end + Math.Clamp(climb / Steepest, ShortestGap, LongestGap);
            end = start + graph.Order[layer].Max(vertex => graph.IsBend(vertex) ? 0 : sizes[vertex].X);
            spans[layer] = new(start, end);
        }
        return spans;
    }
}
