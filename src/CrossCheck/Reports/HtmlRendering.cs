using System.Globalization;
using System.Xml.Linq;
using static TwinGrad.Html;

namespace TwinGrad;

/// <summary>A report as one page that needs nothing beside itself: what differs first, then the distances as a plot, then every row.</summary>
internal static class HtmlRendering
{
    private static readonly NumberColumn[] Numbers =
    [
        new("float32, ulps", "value", row => row.UlpsFloat32.Value, ReportNumber.Ulps),
        new("float32, ulps", "gradient", row => row.UlpsFloat32.Gradient, ReportNumber.Ulps),
        new("float32, ulps", "second", row => row.UlpsFloat32.SecondGradient, ReportNumber.Ulps),
        new("float64, ulps", "value", row => row.UlpsFloat64.Value, ReportNumber.Ulps),
        new("float64, ulps", "gradient", row => row.UlpsFloat64.Gradient, ReportNumber.Ulps),
        new("float64, ulps", "second", row => row.UlpsFloat64.SecondGradient, ReportNumber.Ulps),
        new("differences", "relative", row => row.Differences, ReportNumber.Relative),
    ];

    private static readonly (string Name, Func<ReportRow, string?> Of)[] Notes =
        [("worst at", row => row.WorstInput), ("left out", row => row.Skip)];

    internal static string Of(Report report) => Page(Element(
        "html", Attribute("lang", "en"),
        Element(
            "head",
            Element("meta", Attribute("charset", "utf-8")),
            Element("meta", Attribute("name", "viewport"), Attribute("content", "width=device-width, initial-scale=1")),
            Element("title", $"{report.Title}: {report.Totals}"),
            Verbatim("style", "report.css")),
        Element("body", Header(report), Failures(report), Plot(report), Rows(report), Machine(report), Verbatim("script", "report.js"))));

    private static XElement Header(Report report) => Element(
        "header",
        Element("h1", report.Title),
        Element(
            "p", Attribute("class", "totals"),
            Chip("differ", report.Totals.Differ, "differ"),
            Chip("agree", report.Totals.Agree, "agree"),
            Chip("refused", report.Totals.Refused, "refused by both alike")));

    private static XElement? Chip(string verdict, int count, string text)
        => count == 0 ? null : Element("span", Attribute("class", $"chip {verdict}"), $"{count} {text}");

    private static XElement? Failures(Report report)
    {
        var failures = report.Rows.Where(row => row.Verdict == RowVerdict.Differ).ToList();
        return failures.Count == 0 ? null : Element(
            "section", Attribute("id", "failures"),
            Element("h2", "What differs"),
            failures.Select(row => Element(
                "article",
                Element("h3", row.Name, row.Group.Length == 0 ? null : Element("small", row.Group)),
                row.Divergence is null ? null : Element("p", Attribute("class", "divergence"), $"first parting: {row.Divergence}"),
                Element("pre", row.Details ?? "no details"))));
    }

    private static XElement? Plot(Report report) => UlpPlot.Of(report.Rows) is not { } plot ? null : Element(
        "section", Attribute("id", "plot"),
        Element("h2", "How far libtorch is from the reference"),
        Element(
            "figure",
            Element("div", Attribute("class", "wide"), plot),
            Element(
                "figcaption",
                "A dot is a row, at its largest distance; touch one to see which. A correctly rounded result is at most half a step away. "
                + "In float64 both engines round, and a distance does not say which is nearer.")));

    /// <summary>The table; a column that no row has anything for is left out.</summary>
    private static XElement Rows(Report report)
    {
        var numbers = Array.FindAll(Numbers, column => report.Rows.Any(row => column.Of(row) is not null));
        var notes = Array.FindAll(Notes, note => report.Rows.Any(row => note.Of(row) is not null));
        return Element(
            "section", Attribute("id", "rows"),
            Element("h2", "Row by row"),
            Element(
                "p", Attribute("class", "controls"),
                Element("input", Attribute("id", "filter"), Attribute("type", "search"), Attribute("placeholder", "part of a name"), Attribute("aria-label", "part of a name")),
                Element("span", Attribute("id", "count"))),
            Element(
                "div", Attribute("class", "wide"),
                Element(
                    "table",
                    Element(
                        "thead",
                        Element(
                            "tr",
                            Element("th"), Element("th"),
                            numbers.GroupBy(column => column.Group).Select(group => Element(
                                "th", Attribute("class", "group"), Attribute("colspan", group.Count().ToString(CultureInfo.InvariantCulture)), group.Key)),
                            notes.Select(_ => Element("th"))),
                        Element(
                            "tr",
                            Heading("name", "text"), Heading("verdict", "text"),
                            numbers.Select(column => Heading(column.Name, "number")),
                            notes.Select(note => Heading(note.Name, "text")))),
                    Element("tbody", report.FailuresFirst.Select(row => Row(row, numbers, notes))))));
    }

    private static XElement Heading(string name, string kind)
        => Element("th", Attribute("class", kind), Attribute("scope", "col"), Element("button", Attribute("type", "button"), name));

    private static XElement Row(ReportRow row, NumberColumn[] numbers, (string Name, Func<ReportRow, string?> Of)[] notes) => Element(
        "tr", Attribute("class", Verdict(row)),
        Element("th", Attribute("scope", "row"), row.Name, row.Group.Length == 0 ? null : Element("small", row.Group)),
        Element("td", Element("span", Attribute("class", $"chip {Verdict(row)}"), Verdict(row))),
        numbers.Select(column => Number(column.Of(row), column.Text)),
        notes.Select(note => Element("td", Attribute("class", "note"), note.Of(row))));

    private static XElement Number(double? value, Func<double?, string> text) => Element(
        "td", Attribute("class", "number"),
        value is null ? null : Attribute("data-value", value.Value.ToString("R", CultureInfo.InvariantCulture)),
        text(value));

    private static XElement Machine(Report report) => Element(
        "section", Attribute("id", "machine"),
        Element("h2", "Where it ran"),
        Element(
            "dl",
            report.Machine.Select(fact => new[] { Element("dt", fact.Key), Element("dd", fact.Value) }),
            Element("dt", "again"), Element("dd", Element("code", report.Command))));

    private static string Verdict(ReportRow row) => row.Verdict switch
    {
        RowVerdict.Differ => "differ",
        RowVerdict.Agree => "agree",
        _ => "refused",
    };

    /// <summary>A column of numbers.</summary>
    /// <param name="Group">The heading above it, which it may share.</param>
    /// <param name="Name">Its own heading.</param>
    /// <param name="Of">What a row has there.</param>
    /// <param name="Text">How that is written.</param>
    private sealed record NumberColumn(string Group, string Name, Func<ReportRow, double?> Of, Func<double?, string> Text);
}
