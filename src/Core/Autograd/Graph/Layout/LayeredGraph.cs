namespace TwinGrad;

/// <summary>A graph whose nodes stand in layers, with a bend in every layer that an edge passes, so that links join neighbouring layers only.</summary>
/// <remarks>
/// Vertices are the nodes, by their numbers, and the bends behind them. All edges of a node share its bends: one line leaves the node and
/// sends out a branch wherever it is used, which keeps a weight of a network of many steps from filling the picture.
/// </remarks>
internal sealed class LayeredGraph
{
    private readonly List<int> _layers;
    private readonly List<List<int>> _before;
    private readonly List<List<int>> _after;

    private LayeredGraph(int nodes, IReadOnlyList<GraphEdge> edges)
    {
        Nodes = nodes;
        Edges = edges;
        _layers = [.. LayersOf(nodes, edges)];
        _before = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        _after = [.. Enumerable.Range(0, nodes).Select(_ => new List<int>())];
        LastStops = new int[edges.Count];
        AddLinks();
        Order = [.. Enumerable.Range(0, _layers.Count).GroupBy(vertex => _layers[vertex]).OrderBy(layer => layer.Key).Select(layer => layer.ToArray())];
    }

    /// <summary>How many nodes there are; vertices from this number on are bends.</summary>
    internal int Nodes { get; }

    /// <summary>How many nodes and bends there are.</summary>
    internal int Vertices => _layers.Count;

    /// <summary>The edges between nodes.</summary>
    internal IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The vertex from which each edge enters its node: a bend of the layer before it, or the node that it comes from.</summary>
    internal int[] LastStops { get; }

    /// <summary>The bends of each line, from one layer to the next.</summary>
    internal List<List<int>> Lines { get; } = [];

    /// <summary>The vertices of each layer, in their order across the picture.</summary>
    internal int[][] Order { get; }

    internal static LayeredGraph Of(int nodes, IReadOnlyList<GraphEdge> edges) => new(nodes, edges);

    internal int LayerOf(int vertex) => _layers[vertex];

    internal bool IsBend(int vertex) => vertex >= Nodes;

    /// <summary>The vertices in the layer before that a vertex is linked with.</summary>
    internal IReadOnlyList<int> Before(int vertex) => _before[vertex];

    /// <summary>The vertices in the layer behind that a vertex is linked with.</summary>
    internal IReadOnlyList<int> After(int vertex) => _after[vertex];

    /// <summary>The longest way from an input, but no node further from where it is used than it must be: an input stands beside its first use.</summary>
    private static int[] LayersOf(int nodes, IReadOnlyList<GraphEdge> edges)
    {
        var into = edges.ToLookup(edge => edge.To, edge => edge.From);
        var outOf = edges.ToLookup(edge => edge.From, edge => edge.To);
        var layers = new int[nodes];
        for (var node = 0; node < nodes; node++)
            layers[node] = into[node].Select(from => layers[from] + 1).DefaultIfEmpty().Max();
        for (var node = nodes - 1; node >= 0; node--)
            if (outOf[node].Distinct().Count() > into[node].Distinct().Count())
                layers[node] = outOf[node].Min(to => layers[to]) - 1;
        return layers;
    }

    private void AddLinks()
    {
        var edgesFrom = Enumerable.Range(0, Edges.Count).GroupBy(edge => Edges[edge].From);
        foreach (var edges in edgesFrom)
        {
            var end = edges.Key;
            var bends = new List<int>();
            var linked = new HashSet<int>();
            foreach (var edge in edges.OrderBy(edge => _layers[Edges[edge].To]))
            {
                var to = Edges[edge].To;
                while (_layers[end] < _layers[to] - 1)
                    bends.Add(end = AddBend(end));
                LastStops[edge] = end;
                if (linked.Add(to))
                    Link(end, to);
            }
            if (bends.Count > 0)
                Lines.Add(bends);
        }
    }

    private int AddBend(int behind)
    {
        var bend = _layers.Count;
        _layers.Add(_layers[behind] + 1);
        _before.Add([]);
        _after.Add([]);
        Link(behind, bend);
        return bend;
    }

    private void Link(int from, int to)
    {
        _after[from].Add(to);
        _before[to].Add(from);
    }
}
