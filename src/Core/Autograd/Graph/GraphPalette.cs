namespace TwinGrad;

/// <summary>The looks that a graph's pictures have in common, whatever language they are written in.</summary>
internal static class GraphPalette
{
    /// <summary>The class of tensors that require no grad.</summary>
    internal const string Untracked = "untracked";

    /// <summary>The class of operations that stand for others.</summary>
    internal const string Opaque = "opaque";

    /// <summary>Fonts whose characters are all of one width, so that text is as wide as computed.</summary>
    internal const string Font = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

    /// <summary>The colors in light mode.</summary>
    internal static GraphColors Light { get; } = new()
    {
        Paper = "#ffffff",
        Text = "#1c2128",
        Detail = "#656d76",
        Gradient = "#a04100",
        Line = "#7d8590",
        Boxes = new Dictionary<string, (string, string)>
        {
            ["leaf"] = ("#e3f2e8", "#3f8f62"),
            [Untracked] = ("#f6f8fa", "#a8b0ba"),
            ["operation"] = ("#eef0f3", "#8c95a1"),
            [Opaque] = ("#eef0f3", "#8c95a1"),
            ["value"] = ("#ffffff", "#6e7781"),
            ["result"] = ("#e2ecfb", "#3f72c4"),
        },
    };

    /// <summary>The colors in dark mode.</summary>
    internal static GraphColors Dark { get; } = new()
    {
        Paper = "#0d1117",
        Text = "#e6edf3",
        Detail = "#9198a1",
        Gradient = "#f0a868",
        Line = "#848d97",
        Boxes = new Dictionary<string, (string, string)>
        {
            ["leaf"] = ("#14291d", "#57ab7a"),
            [Untracked] = ("#12161c", "#59626d"),
            ["operation"] = ("#212830", "#768390"),
            [Opaque] = ("#212830", "#768390"),
            ["value"] = ("#0d1117", "#9aa4af"),
            ["result"] = ("#14233c", "#6797e6"),
        },
    };

    /// <summary>The class of a node, by which it is colored: its kind, or <c>result</c>.</summary>
    internal static string ClassOf(GraphNode node) => node switch
    {
        { Kind: GraphNodeKind.Untracked } => Untracked,
        { IsResult: true } => "result",
        { IsOpaque: true } => Opaque,
        { Kind: GraphNodeKind.Leaf } => "leaf",
        { Kind: GraphNodeKind.Operation } => "operation",
        _ => "value",
    };
}

/// <summary>The colors of a picture.</summary>
internal sealed class GraphColors
{
    internal required string Paper { get; init; }

    internal required string Text { get; init; }

    internal required string Detail { get; init; }

    internal required string Gradient { get; init; }

    internal required string Line { get; init; }

    /// <summary>Fill and stroke of the boxes of each class.</summary>
    internal required IReadOnlyDictionary<string, (string Fill, string Stroke)> Boxes { get; init; }
}
