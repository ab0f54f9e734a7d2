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
    private readonly Dictionary<int, int> _results;

    private GraphListing(AutogradGraph graph)
    {
        _graph = graph;
        _into = graph.Edges.ToLookup(edge => edge.To);
        _results = graph.Edges.Where(edge => graph.Nodes[edge.To].Kind == GraphNodeKind.Value).GroupBy(edge => edge.From)
            .Where(edges => edges.Count() == 1).ToDictionary(edges => edges.Key, edges => edges.Single().To);
    }

    internal static string Of(AutogradGraph graph) => new GraphListing(graph).Text();

    private string Text()
    {
        var shared = _results.Values.ToHashSet();
        string[][] rows = [.. Enumerable.Range(0, _graph.Nodes.Count).Where(place => !shared.Contains(place)).Select(Row)];
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    private string[] Row(int place)
    {
        var node = _graph.Nodes[place];
        var told = _graph.Nodes[_results.GetValueOrDefault(place, place)];
        return [$"{NameOf(place)} = {Made(place)}", told.Type ?? "", told.Value ?? "", told.Gradient ?? "", node.CallSite is { } site ? $"# {site}" : ""];
    }

    private string Made(int place)
    {
        var node = _graph.Nodes[place];
        switch (node.Kind)
        {
            case GraphNodeKind.Operation:
                var inputs = Enumerable.Repeat(Unknown, node.Inputs).ToArray();
                foreach (var edge in _into[place])
                    inputs[edge.Input] = NameOf(edge.From);
                return $"{node.Operator}({string.Join(", ", inputs)})";
            case GraphNodeKind.Value:
                return _into[place].Select(edge => NameOf(edge.From)).FirstOrDefault("value");
            default:
                return node.Kind == GraphNodeKind.Leaf ? "leaf" : "untracked";
        }
    }

    private string NameOf(int place)
        => _graph.Nodes[_results.GetValueOrDefault(place, place)].Name ?? string.Create(CultureInfo.InvariantCulture, $"%{place}");
}
