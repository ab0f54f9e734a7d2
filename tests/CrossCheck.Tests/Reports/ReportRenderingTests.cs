using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TwinGrad.Tests;

/// <summary>A report as JSON and as a page.</summary>
[TestClass]
public sealed class ReportRenderingTests
{
    private const string Nasty = "a < b && \"c\" > 'd' ]]> --> </pre><script>alert(1)</script> \u0001 \ud800 \u00e9 \U0001F600";

    private static readonly Report Sample = new("Reports & <titles>", "dotnet run -- check", new Dictionary<string, string> { ["libtorch"] = "2.10.0" },
    [
        new() { Name = "Abs", Verdict = RowVerdict.Agree, UlpsFloat32 = new(0, 0, 0), UlpsFloat64 = new(0, 0.25, null), Differences = 3e-12 },
        new()
        {
            Name = "Broken",
            Group = "planted",
            Verdict = RowVerdict.Differ,
            UlpsFloat32 = new(0.5, 3.4e6, double.PositiveInfinity),
            UlpsFloat64 = new(0.5, 1e15, double.NaN),
            Differences = double.NegativeInfinity,
            WorstInput = "[2, 3]",
            Details = Nasty,
            Divergence = new()
            {
                Order = 1,
                Operator = "SinBackward0",
                Input = 0,
                Element = 3,
                InputValues = [9, double.NaN, null],
                Torch = -0.9,
                Reference = 1.8,
                CallSite = new("/somewhere/Loss.cs", 12, "Loss"),
            },
        },
        new() { Name = "Refused", Verdict = RowVerdict.Refused },
        new() { Name = "Zeta", Verdict = RowVerdict.Agree, UlpsFloat32 = new(1.5, 12, null), Skip = "no second gradient" },
    ]);

    private static XElement Page => XDocument.Parse(HtmlRendering.Of(Sample)).Root!;

    [TestMethod]
    public void Json_reads_back_as_it_was()
    {
        // Text that is no Unicode is replaced once.
        var json = JsonRendering.Of(JsonRendering.Read(JsonRendering.Of(Sample)));

        Assert.AreEqual(json, JsonRendering.Of(JsonRendering.Read(json)));
        var broken = JsonRendering.Read(json).Rows[1];
        Assert.AreEqual(RowVerdict.Differ, broken.Verdict);
        Assert.AreEqual(double.PositiveInfinity, broken.UlpsFloat32.SecondGradient);
        Assert.AreEqual(double.NaN, broken.UlpsFloat64.SecondGradient);
        Assert.AreEqual(Sample.Rows[1].Divergence!.CallSite, broken.Divergence!.CallSite);
        CollectionAssert.AreEqual(new double?[] { 9, double.NaN, null }, broken.Divergence.InputValues.ToArray());
    }

    [TestMethod]
    public void Json_has_the_names_that_it_is_documented_to_have()
    {
        var json = JsonRendering.Of(Sample);

        foreach (var name in new[]
        {
            "title", "command", "machine", "rows", "totals", "name", "group", "verdict", "ulps_float32", "ulps_float64", "value", "gradient",
            "second_gradient", "differences", "worst_input", "details", "skip", "divergence", "order", "operator", "input", "element", "input_values",
            "torch", "reference", "call_site", "file", "line", "member", "differ", "agree", "refused",
        })
            Assert.Contains($"\"{name}\":", json);
        Assert.Contains("\"verdict\": \"differ\"", json);
        Assert.Contains("\"second_gradient\": \"inf\"", json);
    }

    [TestMethod]
    public void The_page_says_what_differs_before_anything_else()
    {
        var page = HtmlRendering.Of(Sample);

        Assert.IsLessThan(page.IndexOf("<svg", StringComparison.Ordinal), page.IndexOf("What differs", StringComparison.Ordinal));
        CollectionAssert.AreEqual(
            new[] { "Broken", "Abs", "Refused", "Zeta" },
            Page.Descendants("tbody").Elements("tr").Select(row => ((XText)row.Element("th")!.FirstNode!).Value).ToArray());
        var article = Page.Descendants("article").Single();
        Assert.AreEqual("Brokenplanted", article.Element("h3")!.Value);
        Assert.AreEqual(
            "first parting: SinBackward0 at Loss.cs:12 in Loss: gradient of input 0, element 3, where the inputs are 9.0, nan: libtorch -0.9, reference 1.8",
            article.Element("p")!.Value);
    }

    [TestMethod]
    public void A_page_without_differences_has_no_place_for_them()
    {
        var page = HtmlRendering.Of(Sample with { Rows = [Sample.Rows[0]] });

        Assert.DoesNotContain("What differs", page);
        Assert.Contains("1 of 1 agree", page);
    }

    [TestMethod]
    public void Text_is_encoded_and_what_xml_cannot_say_is_replaced()
    {
        Assert.AreEqual(
            Nasty.Replace('\u0001', '\ufffd').Replace("\ud800 ", "\ufffd ", StringComparison.Ordinal), Page.Descendants("pre").Single().Value);
        Assert.HasCount(1, Page.Descendants("script"));
        Assert.AreEqual("Reports & <titles>", Page.Descendants("h1").Single().Value);
    }

    [TestMethod]
    public void The_page_needs_nothing_beside_itself()
    {
        var page = HtmlRendering.Of(Sample);

        Assert.DoesNotMatchRegex(new Regex("https?:|//[a-z]|url\\(|@import|xmlns", RegexOptions.IgnoreCase), Regex.Replace(page, @"^\s*//.*$", "", RegexOptions.Multiline));
        Assert.IsEmpty(Page.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "src" or "href" or "srcset" or "data"));
        Assert.IsEmpty(Page.Descendants().Where(element => element.Name.LocalName is "link" or "iframe" or "img" or "object"));
    }

    [TestMethod]
    public void Browsers_and_xml_close_the_same_elements()
    {
        // HTML knows no <td/>: a browser would take what follows for the cell's content.
        var closed = Regex.Matches(HtmlRendering.Of(Sample), "<([a-z]+)[^<>]*/>").Select(match => match.Groups[1].Value).Distinct();
        Assert.IsEmpty(closed.Except(["meta", "input", "circle", "line"]));
    }

    [TestMethod]
    public void Every_distance_is_in_the_plot_inside_its_frame()
    {
        var plot = Page.Descendants("svg").Single();
        var dots = plot.Descendants("circle").ToList();

        // Not zero and not null: two of Broken's three quantities in each dtype stand on the axis or beyond it, and the nan.
        Assert.HasCount(9, dots);
        Assert.HasCount(6, dots.Where(dot => dot.Attribute("class")!.Value == "differ"));
        var size = plot.Attribute("viewBox")!.Value.Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        foreach (var dot in dots)
        {
            var (x, y) = (Coordinate(dot, "cx"), Coordinate(dot, "cy"));
            Assert.IsTrue(x > 0 && x < size[2] && y > 0 && y < size[3], dot.ToString());
        }
        var places = dots.Where(dot => dot.Value.StartsWith("Broken", StringComparison.Ordinal)).Take(3).Select(dot => Coordinate(dot, "cx")).ToArray();
        Assert.IsTrue(places[0] < places[1] && places[1] < places[2], "0.5, 3.4e6 and inf stand in this order");

        static double Coordinate(XElement dot, string name) => double.Parse(dot.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    [TestMethod]
    public void Many_rows_stay_in_their_strips()
    {
        var rows = Enumerable.Range(0, 2000).Select(i => new ReportRow
        {
            Name = $"row {i}",
            Verdict = RowVerdict.Agree,
            UlpsFloat32 = new(0.5, i * 0.01, null),
        }).ToList();

        foreach (var strip in UlpPlot.Of(rows)!.Elements("g").Skip(1))
        {
            var bottom = double.Parse(strip.Element("line")!.Attribute("y1")!.Value, CultureInfo.InvariantCulture);
            foreach (var dot in strip.Elements("circle"))
            {
                var y = double.Parse(dot.Attribute("cy")!.Value, CultureInfo.InvariantCulture);
                Assert.IsTrue(y < bottom && y > bottom - 74, $"{dot} in the strip that ends at {bottom}");
            }
        }
    }

    [TestMethod]
    [DataRow(0.02)]
    [DataRow(0.3)]
    [DataRow(0.45)]
    [DataRow(0.5)]
    [DataRow(0.55)]
    [DataRow(1.0)]
    [DataRow(2.11)]
    [DataRow(9.9)]
    [DataRow(3e6)]
    [DataRow(double.PositiveInfinity)]
    public void No_line_runs_through_the_name_of_the_farthest_dot(double ulps)
    {
        var plot = UlpPlot.Of([new() { Name = "In [44] w.grad", Verdict = RowVerdict.Agree, UlpsFloat64 = new(null, ulps, null) }])!;

        var line = X(plot.Descendants("line").Single(element => element.Attribute("class")!.Value == "half"), "x1");
        var label = plot.Descendants("text").Single(element => element.Attribute("class")!.Value.StartsWith("worst", StringComparison.Ordinal));
        var width = 6.5 * label.Value.Length;
        var left = label.Attribute("class")!.Value == "worst" ? X(label, "x") : X(label, "x") - width;
        Assert.IsTrue(left > 0 && left + width <= 1000, $"from {left} to {left + width}");
        Assert.IsTrue(line < left || line > left + width, $"the line at {line}, the name from {left} to {left + width}");

        static double X(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
    }

    [TestMethod]
    public void A_report_without_distances_has_no_plot()
        => Assert.DoesNotContain("<svg", HtmlRendering.Of(Sample with { Rows = [Sample.Rows[2]] }));

    [TestMethod]
    public void Distances_are_written_short()
    {
        CollectionAssert.AreEqual(
            new[] { "", "0", "0.35", "0.01", "1.0e-4", "9999.00", "3.4e6", "inf", "nan" },
            new double?[] { null, 0, 0.35, 0.0051, 0.0001, 9999, 3.4e6, double.PositiveInfinity, double.NaN }.Select(ReportNumber.Ulps).ToArray());
        CollectionAssert.AreEqual(
            new[] { "", "0", "2.1e-11", "inf" },
            new double?[] { null, 0, 2.1e-11, double.PositiveInfinity }.Select(ReportNumber.Relative).ToArray());
    }
}
