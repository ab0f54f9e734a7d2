namespace TwinGrad;

/// <summary>The order of the vertices within each layer: sweeps that bring every vertex to the middle of its neighbours.</summary>
internal static class LayerOrder
{
    private const int Sweeps = 24;

    /// <summary>Reorders the layers so that few links cross.</summary>
    internal static void Improve(LayeredGraph graph)
    {
        var order = graph.Order;
        var place = new int[graph.Vertices];
        foreach (var layer in order)
            Number(layer, place);
        var best = order.Select(layer => layer.ToArray()).ToArray();
        var fewest = Crossings(graph, place);
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            if (sweep % 2 == 0)
                for (var layer = 1; layer < order.Length; layer++)
                    Sort(order[layer], graph.Before, place);
            else
                for (var layer = order.Length - 2; layer >= 0; layer--)
                    Sort(order[layer], graph.After, place);
            var crossings = Crossings(graph, place);
            if (crossings >= fewest)
                continue;
            fewest = crossings;
            for (var layer = 0; layer < order.Length; layer++)
                order[layer].CopyTo(best[layer], 0);
        }
        best.CopyTo(order, 0);
    }

    private static void Sort(int[] layer, Func<int, IReadOnlyList<int>> neighbours, int[] place)
    {
        var middles = new double[layer.Length];
        for (var i = 0; i < layer.Length; i++)
        {
            var beside = neighbours(layer[i]);
            middles[i] = beside.Count == 0 ? i : beside.Average(vertex => place[vertex]);
        }
        // A stable order: vertices with one and the same middle stay as they were.
        var sorted = Enumerable.Range(0, layer.Length).OrderBy(i => middles[i]).Select(i => layer[i]).ToArray();
        sorted.CopyTo(layer, 0);
        Number(layer, place);
    }

    private static void Number(int[] layer, int[] place)
    {
        for (var i = 0; i < layer.Length; i++)
            place[layer[i]] = i;
    }

    /// <summary>How many pairs of links cross: inversions, counted by a Fenwick tree.</summary>
    private static long Crossings(LayeredGraph graph, int[] place)
    {
        var crossings = 0L;
        for (var layer = 1; layer < graph.Order.Length; layer++)
        {
            var width = graph.Order[layer].Length;
            var tree = new int[width + 1];
            var seen = 0;
            foreach (var from in graph.Order[layer - 1])
            {
                var ends = graph.After(from).Select(to => place[to]).Order().ToArray();
                foreach (var end in ends)
                {
                    crossings += seen;
                    for (var i = end + 1; i > 0; i -= i & -i)
                        crossings -= tree[i];
                }
                foreach (var end in ends)
                    for (var i = end + 1; i <= width; i += i & -i)
                        tree[i]++;
                seen += ends.Length;
            }
        }
        return crossings;
    }
}
