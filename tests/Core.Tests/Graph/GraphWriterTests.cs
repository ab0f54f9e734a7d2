using System.Globalization;
using System.Xml.Linq;
using CsCheck;

namespace TwinGrad.Tests;

/// <summary>What the pictures are written in: valid whatever tensors are called.</summary>
[TestClass]
public sealed class GraphWriterTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [TestMethod]
    public void Svg_is_well_formed_and_shows_every_line_within_its_box() => Gen.String.Sample(name =>
    {
        var graph = Square(GraphNames.Shown(name));
        foreach (var direction in Enum.GetValues<GraphDirection>())
        {
            var svg = XDocument.Parse(graph.ToSvg(direction), LoadOptions.PreserveWhitespace).Root!;
            var boxes = svg.Descendants(Svg + "g").Where(group => group.Element(Svg + "text") is not null).ToList();
            Assert.HasCount(3, boxes);
            foreach (var (box, node) in boxes.Zip(graph.Nodes))
            {
                var lines = box.Elements(Svg + "text").Select(text => text.Value).ToArray();
                CollectionAssert.AreEqual(GraphLine.Of(node).Select(line => line.Text).ToArray(), lines);
                var rectangle = box.Element(Svg + "rect")!;
                foreach (var text in box.Elements(Svg + "text"))
                {
                    Assert.IsLessThanOrEqualTo(Number(rectangle, "width"), TextMetrics.Width(text.Value, SvgStyle.SizeOf(Enum.Parse<GraphLineKind>(text.Attribute("class")!.Value, ignoreCase: true))));
                    Assert.IsTrue(Number(text, "y") > Number(rectangle, "y") && Number(text, "y") < Number(rectangle, "y") + Number(rectangle, "height"));
                }
            }
        }
    }, iter: 200);

    [TestMethod]
    public void Svg_tells_the_call_of_an_operation_as_a_tooltip()
    {
        var graph = new AutogradGraph([new() { Kind = GraphNodeKind.Operation, Operator = "sin", CallSite = new("src/Loss.cs", 12, "Loss") }], []);

        var title = XDocument.Parse(graph.ToSvg()).Descendants(Svg + "title").Single();

        Assert.AreEqual("sin\nLoss.cs:12 in Loss", title.Value);
    }

    [TestMethod]
    public void Svg_has_colors_for_dark_mode() => Assert.Contains("@media (prefers-color-scheme: dark)", Square("x").ToSvg());

    [TestMethod]
    public void Svg_is_the_same_in_every_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        var expected = Square("x").ToSvg();
        try
        {
            CultureInfo.CurrentCulture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture.NumberFormat.NegativeSign = "~";
            Assert.AreEqual(expected, Square("x").ToSvg());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [TestMethod]
    public void Mermaid_writes_marks_by_their_numbers()
    {
        const string expected = """
            flowchart TB
                n0["<b>a#60;b#62;#38;#34;#35;#59;</b><br/>3.0"]:::leaf
                n1("<b>pow</b><br/>PowBackward0"):::operation
                n2["<b>y</b>"]:::result
                n0 --> n1
                n1 --> n2

            """;

        var text = Square("a<b>&\"#;").ToMermaid(GraphDirection.TopToBottom);

        Assert.AreEqual(expected.ReplaceLineEndings("\n"), text[..text.IndexOf("    classDef", StringComparison.Ordinal)]);
    }

    [TestMethod]
    public void Dot_escapes_quotes_and_backslashes()
    {
        var lines = Square("a\\n\"&<b>").ToDot().Split('\n');

        Assert.AreEqual("digraph autograd {", lines[0]);
        Assert.AreEqual("    rankdir=LR", lines[1]);
        Assert.Contains("""n0 [label="a\\n\"&amp;<b>\n3.0", """, lines[4]);
        CollectionAssert.AreEqual(new[] { "    n0 -> n1", "    n1 -> n2", "}", "" }, lines[^4..]);
    }

    [TestMethod]
    [DataRow("PowBackward0", "pow")]
    [DataRow("LogSoftmaxBackward0", "log_softmax")]
    [DataRow("AsStridedBackward0", "as_strided")]
    [DataRow("RsubBackward1", "rsub")]
    [DataRow("Log1PBackward0", "log1p")]
    [DataRow("UpsampleNearest2DBackward0", "upsample_nearest2d")]
    [DataRow("CopyBackwards", "copy")]
    [DataRow("CopySlices", "CopySlices")]
    [DataRow("MyOwnFunctionBackward", "MyOwnFunction")]
    [DataRow("BackwardPass", "BackwardPass")]
    [DataRow("Backward", "Backward")]
    public void Operations_go_by_their_python_names(string node, string expected) => Assert.AreEqual(expected, OperatorName.Of(node));

    [TestMethod]
    [DataRow("loss", "loss")]
    [DataRow("model.Loss", "model.Loss")]
    [DataRow("x * 2", null)]
    [DataRow("F(x)", null)]
    [DataRow("losses[0]", null)]
    [DataRow(null, null)]
    public void An_expression_names_a_tensor_if_it_is_a_variable(string? expression, string? expected)
        => Assert.AreEqual(expected, GraphNames.VariableOf(expression));

    [TestMethod]
    public void A_name_is_cut_before_it_fills_the_picture()
    {
        Assert.AreEqual(new string('x', 60) + '…', GraphNames.Shown(new('x', 61)));
        Assert.AreEqual(new string('x', 60), GraphNames.Shown(new('x', 60)));
        Assert.AreEqual("a\uFFFDb\uFFFD", GraphNames.Shown("a\nb\uD800"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow(" \t")]
    [DataRow("\u200B\u0007")]
    public void A_name_that_nobody_would_see_is_none(string blank) => Assert.IsNull(GraphNames.Shown(blank));

    [TestMethod]
    [DataRow(GraphDirection.LeftToRight)]
    [DataRow(GraphDirection.TopToBottom)]
    public void Every_format_tells_which_of_several_results_goes_where(GraphDirection direction)
    {
        var graph = new AutogradGraph(
            [
                new() { Kind = GraphNodeKind.Operation, Operator = "unbind", Outputs = 3 },
                new() { Kind = GraphNodeKind.Operation, Operator = "mul", Inputs = 2 },
                new() { Kind = GraphNodeKind.Operation, Operator = "sum", Inputs = 1 },
            ],
            [new(0, 1, 0, 2), new(0, 1, 1, 1), new(1, 2)]);

        var labels = XDocument.Parse(graph.ToSvg(direction)).Descendants(Svg + "text").Where(text => text.Attribute("class")!.Value == "output");
        CollectionAssert.AreEqual(new[] { "[2]", "[1]" }, labels.Select(label => label.Value).ToArray());
        Assert.Contains("    n0 -->|\"#91;2#93;\"| n1\n    n0 -->|\"#91;1#93;\"| n1\n    n1 --> n2\n", graph.ToMermaid(direction));
        Assert.Contains("    n0 -> n1 [label=\"[2]\", ", graph.ToDot(direction));
        Assert.Contains("    n1 -> n2\n", graph.ToDot(direction));
        Assert.AreEqual("%0 = unbind()\n%1 = mul(%0[2], %0[1])\n%2 = sum(%1)", graph.ToString());
    }

    [TestMethod]
    public void Long_values_go_on_in_the_next_line_between_elements()
    {
        var node = new GraphNode { Kind = GraphNodeKind.Leaf, Name = "x", Value = "[[1.2345, 2.3456], [3.4567, 4.5678]]", Gradient = "dz/dx = " + new string('1', 40) };

        CollectionAssert.AreEqual(
            new[] { "x", "[[1.2345, 2.3456],", "[3.4567, 4.5678]]", node.Gradient }, GraphLine.Of(node).Select(line => line.Text).ToArray());
    }

    private static AutogradGraph Square(string? name) => new(
        [
            new() { Kind = GraphNodeKind.Leaf, Name = name, Value = "3.0" },
            new() { Kind = GraphNodeKind.Operation, Operator = "pow", Function = "PowBackward0", Inputs = 1 },
            new() { Kind = GraphNodeKind.Value, Name = "y", IsResult = true },
        ],
        [new(0, 1), new(1, 2)]);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);
}
