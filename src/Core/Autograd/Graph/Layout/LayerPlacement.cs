namespace TwinGrad;

/// <summary>Where across the picture the vertices of each layer stand: as near to the middle of their neighbours as their order allows.</summary>
internal sealed class LayerPlacement
{
    private const double BoxDistance = 24;
    private const double BendDistance = 14;
    private const int Sweeps = 12;

    private readonly LayeredGraph _graph;
    private readonly IReadOnlyList<double> _heights;
    private readonly double[] _centers;

    private LayerPlacement(LayeredGraph graph, IReadOnlyList<double> heights)
        => (_graph, _heights, _centers) = (graph, heights, new double[graph.Vertices]);

    /// <summary>The vertices' centers across the picture; the uppermost box or line is at 0.</summary>
    /// <param name="graph">The graph, its layers in their final order.</param>
    /// <param name="heights">How much room each node needs across the picture; a bend needs none.</param>
    internal static double[] Centers(LayeredGraph graph, IReadOnlyList<double> heights)
    {
        var placement = new LayerPlacement(graph, heights);
        placement.Place();
        placement.Straighten();
        var top = Enumerable.Range(0, graph.Vertices).Min(vertex => placement._centers[vertex] - placement.Half(vertex));
        return Array.ConvertAll(placement._centers, center => center - top);
    }

    private void Place()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var layer in _graph.Order)
                Place(layer, _graph.Before);
            foreach (var layer in Enumerable.Reverse(_graph.Order))
                Place(layer, _graph.After);
        }
        foreach (var layer in _graph.Order)
            Place(layer, vertex => [.. _graph.Before(vertex), .. _graph.After(vertex)]);
    }

    /// <summary>The places of a layer nearest to where its vertices are drawn, in the sense of least squares: pool adjacent violators.</summary>
    private void Place(int[] layer, Func<int, IReadOnlyList<int>> neighbours)
    {
        // What a vertex's place would be if all those before it in the layer stood as near to each other as they may.
        var offsets = new double[layer.Length];
        var blocks = new Stack<(double Sum, double Weight, int Count)>();
        for (var i = 0; i < layer.Length; i++)
        {
            if (i > 0)
                offsets[i] = offsets[i - 1] + Distance(layer[i - 1], layer[i]);
            var (at, weight) = Pull(layer[i], neighbours(layer[i]));
            var block = (Sum: (at - offsets[i]) * weight, Weight: weight, Count: 1);
            while (blocks.TryPeek(out var last) && last.Sum / last.Weight >= block.Sum / block.Weight)
            {
                blocks.Pop();
                block = (last.Sum + block.Sum, last.Weight + block.Weight, last.Count + block.Count);
            }
            blocks.Push(block);
        }
        var end = layer.Length;
        foreach (var (sum, weight, count) in blocks)
        {
            for (var i = end - count; i < end; i++)
                _centers[layer[i]] = sum / weight + offsets[i];
            end -= count;
        }
    }

    /// <summary>Where its neighbours draw a vertex, and how much: to their weighted median, so that it stands straight beside one of them; one without any stays.</summary>
    private (double At, double Weight) Pull(int vertex, IReadOnlyList<int> neighbours)
    {
        if (neighbours.Count == 0)
            return (_centers[vertex], 0.01);
        var pulls = neighbours.Select(other => (At: _centers[other], Weight: Weight(vertex, other))).OrderBy(pull => pull.At).ToArray();
        var all = pulls.Sum(pull => pull.Weight);
        var (middle, below) = (0, pulls[0].Weight);
        while (2 * below < all)
            below += pulls[++middle].Weight;
        return (2 * below == all ? (pulls[middle].At + pulls[middle + 1].At) / 2 : pulls[middle].At, all);
    }

    /// <summary>How much a neighbour counts: a line that passes by should be straight, and draws no box out of its row.</summary>
    private double Weight(int vertex, int other) => (_graph.IsBend(vertex), _graph.IsBend(other)) switch
    {
        (true, true) => 8,
        (false, true) => 0.25,
        _ => 1,
    };

    /// <summary>Puts the bends of a line at one height as far as there is room, instead of one a little beside the other.</summary>
    private void Straighten()
    {
        var place = new int[_graph.Vertices];
        foreach (var layer in _graph.Order)
            for (var i = 0; i < layer.Length; i++)
                place[layer[i]] = i;
        foreach (var line in _graph.Lines)
        {
            var begin = 0;
            var room = (Low: double.NegativeInfinity, High: double.PositiveInfinity);
            for (var i = 0; i < line.Count; i++)
            {
                var (low, high) = Room(line[i], place[line[i]]);
                if (i > begin && Math.Max(low, room.Low) > Math.Min(high, room.High))
                {
                    Level(line.GetRange(begin, i - begin), room);
                    (begin, room) = (i, (double.NegativeInfinity, double.PositiveInfinity));
                }
                room = (Math.Max(low, room.Low), Math.Min(high, room.High));
            }
            Level(line.GetRange(begin, line.Count - begin), room);
        }
    }

    /// <summary>Between which places a vertex may move while the others of its layer stay.</summary>
    private (double Low, double High) Room(int vertex, int place)
    {
        var layer = _graph.Order[_graph.LayerOf(vertex)];
        return (
            place == 0 ? double.NegativeInfinity : _centers[layer[place - 1]] + Distance(layer[place - 1], vertex),
            place == layer.Length - 1 ? double.PositiveInfinity : _centers[layer[place + 1]] - Distance(vertex, layer[place + 1]));
    }

    private void Level(List<int> bends, (double Low, double High) room)
    {
        var level = Math.Min(Math.Max(bends.Average(bend => _centers[bend]), room.Low), room.High);
        foreach (var bend in bends)
            _centers[bend] = level;
    }

    private double Distance(int above, int below)
        => Half(above) + Half(below) + (_graph.IsBend(above) && _graph.IsBend(below) ? BendDistance : BoxDistance);

    private double Half(int vertex) => _graph.IsBend(vertex) ? 0 : _heights[vertex] / 2;
}
