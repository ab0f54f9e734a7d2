using System.Globalization;
using System.Text;

namespace TwinGrad;

/// <summary>A graph as a Mermaid flowchart.</summary>
internal static class GraphMermaid
{
    internal static string Of(AutogradGraph graph, GraphDirection direction)
    {
        var text = new StringBuilder();
        Line($"flowchart {(direction == GraphDirection.LeftToRight ? "LR" : "TB")}");
        for (var place = 0; place < graph.Nodes.Count; place++)
        {
            var node = graph.Nodes[place];
            var (open, close) = node.Kind == GraphNodeKind.Operation ? ("(", ")") : ("[", "]");
            var label = string.Join("<br/>", GraphLine.Of(node).Select(line => line.Kind == GraphLineKind.Title ? $"<b>{Escape(line.Text)}</b>" : Escape(line.Text)));
            Line($"    n{place}{open}\"{label}\"{close}:::{GraphPalette.ClassOf(node)}");
        }
        foreach (var edge in graph.Edges)
            Line($"    n{edge.From} -->{(graph.LabelOf(edge) is { } label ? $"|\"{Escape(label)}\"|" : "")} n{edge.To}");
        foreach (var (name, colors) in GraphPalette.Light.Boxes)
            Line($"    classDef {name} fill:{colors.Fill},stroke:{colors.Stroke},color:{GraphPalette.Light.Text}{StyleOf(name)}");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string StyleOf(string name) => name switch
    {
        GraphPalette.Untracked => ",stroke-dasharray:4 3",
        GraphPalette.Opaque => ",stroke-width:3px",
        _ => "",
    };

    /// <summary>Mermaid's entities: whatever is no letter, digit or plain mark is written by its number.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || " .,_-+=".Contains(rune.ToString(), StringComparison.Ordinal))
                escaped.Append(rune);
            else
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
        return escaped.ToString();
    }
}
