using System.Globalization;
using System.Text;

namespace TwinGrad;

/// <summary>The style sheet of a graph's SVG.</summary>
internal static class SvgStyle
{
    /// <summary>The rules. All are about what is inside of <c>svg.autograd</c>, as the picture may stand in a page with rules of its own.</summary>
    internal static string Text { get; } = Rules();

    /// <summary>The size in pixels of what says at an arrow which result it leads on.</summary>
    internal const int OutputSize = 9;

    /// <summary>The size in pixels of a line's letters.</summary>
    internal static int SizeOf(GraphLineKind kind) => kind switch
    {
        GraphLineKind.Title => 14,
        GraphLineKind.Value => 13,
        GraphLineKind.Gradient => 12,
        _ => 10,
    };

    /// <summary>The class of a line of text.</summary>
    internal static string ClassOf(GraphLineKind kind) => kind.ToString().ToLowerInvariant();

    private static string Rules()
    {
        var rules = new StringBuilder("\n");
        Rule("text", $"font-family: {GraphPalette.Font}; text-anchor: middle; stroke: none");
        foreach (var kind in Enum.GetValues<GraphLineKind>())
            Rule($"text.{ClassOf(kind)}", $"font-size: {SizeOf(kind).ToString(CultureInfo.InvariantCulture)}px");
        Rule("text.title", "font-weight: 600");
        Rule("text.output", $"font-size: {OutputSize.ToString(CultureInfo.InvariantCulture)}px; paint-order: stroke; stroke-width: 3");
        Rule("rect", "stroke-width: 1.2");
        Rule($".{GraphPalette.Untracked} rect", "stroke-dasharray: 4 3");
        Rule($".{GraphPalette.Opaque} rect", "stroke-width: 3.5");
        Rule(".edge", "fill: none; stroke-width: 1.4");
        Colors(GraphPalette.Light);
        rules.Append("@media (prefers-color-scheme: dark) {\n");
        Colors(GraphPalette.Dark);
        return rules.Append("}\n").ToString();

        void Colors(GraphColors colors)
        {
            Rule(".paper", $"fill: {colors.Paper}");
            Rule("text", $"fill: {colors.Text}");
            Rule("text.detail", $"fill: {colors.Detail}");
            Rule("text.output", $"fill: {colors.Detail}; stroke: {colors.Paper}");
            Rule("text.gradient", $"fill: {colors.Gradient}");
            Rule(".edge", $"stroke: {colors.Line}");
            Rule(".arrow", $"fill: {colors.Line}");
            foreach (var (name, (fill, stroke)) in colors.Boxes)
                Rule($".{name} rect", $"fill: {fill}; stroke: {stroke}");
        }

        void Rule(string selector, string declarations)
            => rules.Append(CultureInfo.InvariantCulture, $"svg.autograd {selector} {{ {declarations} }}\n");
    }
}
