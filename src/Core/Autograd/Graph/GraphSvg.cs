using System.Globalization;
using System.Xml;
using static System.FormattableString;

namespace TwinGrad;

/// <summary>A graph as SVG: boxes and lines where <see cref="GraphLayout"/> puts them, colors that follow the reader's light or dark mode.</summary>
internal sealed class GraphSvg
{
    private const double Margin = 20;
    private const double PaddingX = 14;
    private const double PaddingY = 9;
    private const double LineHeight = 1.4;
    private const double ArrowWidth = 8;

    // The line ends inside of its arrow, as its blunt end would stick out at the tip.
    private const double InsideArrow = EdgeRouter.Arrow / 2;

    private readonly XmlWriter _xml;
    private readonly bool _sideways;

    private GraphSvg(XmlWriter xml, GraphDirection direction) => (_xml, _sideways) = (xml, direction == GraphDirection.LeftToRight);

    internal static string Of(AutogradGraph graph, GraphDirection direction)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var settings = new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n", OmitXmlDeclaration = true };
        using (var xml = XmlWriter.Create(text, settings))
            new GraphSvg(xml, direction).Write(graph, GraphLayout.Of([.. graph.Nodes.Select(SizeOf)], graph.Edges, direction));
        return text.ToString() + '\n';
    }

    /// <summary>How large a node's box must be for its lines.</summary>
    internal static LayoutPoint SizeOf(GraphNode node)
    {
        var (width, height) = (0.0, 0.0);
        foreach (var line in GraphLine.Of(node))
        {
            var size = SvgStyle.SizeOf(line.Kind);
            width = Math.Max(width, TextMetrics.Width(line.Text, size));
            height += size * LineHeight;
        }
        return new(Math.Ceiling(width + 2 * PaddingX), Math.Ceiling(height + 2 * PaddingY));
    }

    private void Write(AutogradGraph graph, GraphLayout layout)
    {
        var (width, height) = (layout.Size.X + 2 * Margin, layout.Size.Y + 2 * Margin);
        _xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        Attributes(("class", "autograd"), ("width", Invariant($"{width:0.#}")), ("height", Invariant($"{height:0.#}")), ("viewBox", Invariant($"0 0 {width:0.#} {height:0.#}")));
        _xml.WriteElementString("style", SvgStyle.Text);
        Element("rect", ("class", "paper"), ("width", "100%"), ("height", "100%"), ("rx", "8"));
        _xml.WriteStartElement("g");
        Attributes(("transform", Invariant($"translate({Margin} {Margin})")));
        foreach (var stroke in layout.Strokes)
            WriteStroke(stroke);
        foreach (var stroke in layout.Strokes)
            if (stroke.Edge is { } edge && graph.LabelOf(graph.Edges[edge]) is { } label)
                WriteLabel(label, stroke.D, graph.Edges[edge].Input);
        foreach (var (node, box) in graph.Nodes.Zip(layout.Boxes))
            WriteNode(node, box);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteStroke(LayoutStroke stroke)
    {
        var (a, b, c, d, edge) = stroke;
        var middle = new LayoutPoint((b.X + c.X) / 2, (b.Y + c.Y) / 2);
        var (leaving, reaching) = _sideways
            ? (new LayoutPoint(middle.X, b.Y), new LayoutPoint(middle.X, c.Y))
            : (new LayoutPoint(b.X, middle.Y), new LayoutPoint(c.X, middle.Y));
        var tip = d;
        if (edge is not null)
            d = _sideways ? d with { X = d.X - InsideArrow } : d with { Y = d.Y - InsideArrow };
        Element("path", ("class", "edge"), ("d", $"M{Text(a)} L{Text(b)} C{Text(leaving)} {Text(reaching)} {Text(c)} L{Text(d)}"));
        if (edge is not null)
            Element("path", ("class", "arrow"), ("d", $"M{Text(tip)} {ArrowHead} z"));
    }

    /// <summary>Writes beside the arrow that ends here which result it leads on.</summary>
    private void WriteLabel(string label, LayoutPoint tip, int input)
    {
        var aside = TextMetrics.Width(label, SvgStyle.OutputSize) / 2 + 2;
        // Downwards, where arrows end closer to each other than labels are wide, the first stands on the other side and the rest in two rows.
        var place = _sideways
            ? new LayoutPoint(tip.X - EdgeRouter.Arrow - aside, tip.Y - 3)
            : new LayoutPoint(input == 0 ? tip.X - aside : tip.X + aside, tip.Y - EdgeRouter.Arrow - (input > 0 && input % 2 == 0 ? SvgStyle.OutputSize : 0));
        _xml.WriteStartElement("text");
        Attributes(("class", "output"), ("x", Invariant($"{place.X:0.#}")), ("y", Invariant($"{place.Y:0.#}")));
        _xml.WriteString(label);
        _xml.WriteEndElement();
    }

    private void WriteNode(GraphNode node, LayoutBox box)
    {
        _xml.WriteStartElement("g");
        Attributes(("class", GraphPalette.ClassOf(node)));
        var tooltip = GraphLine.Of(node).Select(line => line.Text);
        _xml.WriteElementString("title", string.Join('\n', node.CallSite is { } site ? tooltip.Append(site.ToString()) : tooltip));
        var round = node.Kind == GraphNodeKind.Operation ? GraphLayout.Corner : GraphLayout.Corner / 2;
        Element("rect", ("x", Invariant($"{box.X:0.#}")), ("y", Invariant($"{box.Y:0.#}")), ("width", Invariant($"{box.Width:0.#}")), ("height", Invariant($"{box.Height:0.#}")), ("rx", Invariant($"{round}")));
        var y = box.Y + (box.Height - SizeOf(node).Y) / 2 + PaddingY;
        foreach (var line in GraphLine.Of(node))
        {
            var height = SvgStyle.SizeOf(line.Kind) * LineHeight;
            y += height;
            _xml.WriteStartElement("text");
            // The line of writing lies somewhat above the lower end of the line's height.
            Attributes(("class", SvgStyle.ClassOf(line.Kind)), ("x", Invariant($"{box.X + box.Width / 2:0.#}")), ("y", Invariant($"{y - height * 0.28:0.#}")));
            _xml.WriteString(line.Text);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
    }

    private void Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name);
        Attributes(attributes);
        _xml.WriteEndElement();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes)
            _xml.WriteAttributeString(name, value);
    }

    private string ArrowHead => _sideways
        ? Invariant($"l{-EdgeRouter.Arrow} {-ArrowWidth / 2} v{ArrowWidth}")
        : Invariant($"l{-ArrowWidth / 2} {-EdgeRouter.Arrow} h{ArrowWidth}");

    private static string Text(LayoutPoint point) => Invariant($"{point.X:0.#} {point.Y:0.#}");
}
