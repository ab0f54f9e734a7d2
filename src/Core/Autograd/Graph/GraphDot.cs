using System.Globalization;
using System.Text;

namespace TwinGrad;

/// <summary>A graph in Graphviz's language.</summary>
internal static class GraphDot
{
    internal static string Of(AutogradGraph graph, GraphDirection direction)
    {
        var text = new StringBuilder();
        Line($"digraph autograd {{");
        Line($"    rankdir={(direction == GraphDirection.LeftToRight ? "LR" : "TB")}");
        Line($"    node [shape=box, style=\"rounded,filled\", fontname=\"monospace\", fontsize=11, fontcolor=\"{GraphPalette.Light.Text}\"]");
        Line($"    edge [color=\"{GraphPalette.Light.Line}\", arrowsize=0.7]");
        for (var place = 0; place < graph.Nodes.Count; place++)
        {
            var node = graph.Nodes[place];
            var name = GraphPalette.ClassOf(node);
            var colors = GraphPalette.Light.Boxes[name];
            var label = string.Join("\\n", GraphLine.Of(node).Select(line => Escape(line.Text)));
            var tooltip = node.CallSite is { } site ? $", tooltip=\"{Escape(site.ToString())}\"" : "";
            var style = name switch
            {
                GraphPalette.Untracked => ", style=\"rounded,filled,dashed\"",
                GraphPalette.Opaque => ", penwidth=3",
                _ => "",
            };
            Line($"    n{place} [label=\"{label}\", fillcolor=\"{colors.Fill}\", color=\"{colors.Stroke}\"{style}{tooltip}]");
        }
        foreach (var edge in graph.Edges)
            Line($"    n{edge.From} -> n{edge.To}{(graph.LabelOf(edge) is { } label ? $" [label=\"{label}\", fontname=\"monospace\", fontsize=9, fontcolor=\"{GraphPalette.Light.Detail}\"]" : "")}");
        Line($"}}");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>Within quotes a quote and a backslash are escaped; an ampersand begins an HTML entity.</summary>
    private static string Escape(string text)
        => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
