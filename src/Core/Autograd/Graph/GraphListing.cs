using System.Globalization;

namespace TwinGrad;

/// <summary>A graph as text: an assignment a line, and beside it what is known of its value.</summary>
internal sealed class GraphListing
{
    /// <summary>An input that needs no gradient: what it was is not recorded.</summary>
    private const string Unknown = "_";

    private readonly AutogradGraph _graph;
    private readonly ILookup<int, GraphEdge> _into;

    // The place of an operation's one named result, which shares its line.
    private readonly Dictionary<int, GraphEdge> _results;

    // The place of that operation, by the result's.
    private readonly Dictionary<int, int> _shared;

    private GraphListing(AutogradGraph graph)
    {
        _graph = graph;
        _into = graph.Edges.ToLookup(edge => edge.To);
        _results = graph.Edges.GroupBy(edge => edge.From)
            .Where(edges => edges.Count() == 1 && graph.Nodes[edges.First().To].Kind == GraphNodeKind.Value)
            .ToDictionary(edges => edges.Key, edges => edges.Single());
        _shared = _results.ToDictionary(result => result.Value.To, result => result.Key);
    }

    internal static string Of(AutogradGraph graph) => new GraphListing(graph).Text();

    private string Text()
    {
        string[][] rows = [.. Enumerable.Range(0, _graph.Nodes.Count).Where(place => !_shared.ContainsKey(place)).Select(Row)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    private string[] Row(int place)
    {
        var node = _graph.Nodes[place];
        var told = Told(place);
        return [$"{NameOf(place)} = {Made(place)}", told.Type ?? "", told.Value ?? "", told.Gradient ?? "", Note(node)];
    }

    private static string Note(GraphNode node)
        => (node.CallSite, node.IsOpaque) switch
        {
            ({ } site, true) => $"# {site}, {GraphLine.Opaque}",
            ({ } site, false) => $"# {site}",
            (null, true) => $"# {GraphLine.Opaque}",
            _ => "",
        };

    private string Made(int place)
    {
        var node = _graph.Nodes[place];
        switch (node.Kind)
        {
            case GraphNodeKind.Operation:
                var inputs = Enumerable.Repeat(Unknown, node.Inputs).ToArray();
                foreach (var edge in _into[place])
                    inputs[edge.Input] = NameOf(edge);
                return $"{node.Operator}({string.Join(", ", inputs)}){(_results.TryGetValue(place, out var result) ? _graph.LabelOf(result) : "")}";
            case GraphNodeKind.Value:
                return _into[place].Select(NameOf).FirstOrDefault("value");
            default:
                return node.Kind == GraphNodeKind.Leaf ? "leaf" : "untracked";
        }
    }

    private string NameOf(GraphEdge edge) => NameOf(edge.From) + _graph.LabelOf(edge);

    /// <summary>What a line begins with, and what stands for it in others.</summary>
    private string NameOf(int place) => Told(place).Name ?? string.Create(CultureInfo.InvariantCulture, $"%{_shared.GetValueOrDefault(place, place)}");

    /// <summary>What stands on a node's line: of an operation its one result that has a box, if it is all that is used of it.</summary>
    private GraphNode Told(int place) => _graph.Nodes[_results.TryGetValue(place, out var result) ? result.To : place];
}
