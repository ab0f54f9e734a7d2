namespace TwinGrad;

/// <summary>A line of text in a node's picture.</summary>
internal readonly record struct GraphLine(string Text, GraphLineKind Kind)
{
    /// <summary>How many characters of numbers stand on a line before the next one begins.</summary>
    private const int Wide = 30;

    /// <summary>What is said of an operation that stands for others.</summary>
    internal const string Opaque = "recorded out of sight";

    /// <summary>What a picture shows of a node, line by line: at least one.</summary>
    internal static IReadOnlyList<GraphLine> Of(GraphNode node)
    {
        var lines = new List<GraphLine>();
        Add(node.Name ?? node.Operator, GraphLineKind.Title);
        Add(node.IsOpaque ? Opaque : node.Function, GraphLineKind.Detail);
        AddWrapped(node.Value, GraphLineKind.Value);
        Add(node is { Kind: GraphNodeKind.Untracked, Type: { } type } ? $"{type}, no grad" : node.Type, GraphLineKind.Detail);
        AddWrapped(node.Gradient, GraphLineKind.Gradient);
        if (lines.Count == 0)
            Add(node.Kind == GraphNodeKind.Leaf ? "leaf" : "tensor", GraphLineKind.Detail);
        return lines;

        void Add(string? text, GraphLineKind kind)
        {
            if (text is not null)
                lines.Add(new(text, kind));
        }

        void AddWrapped(string? text, GraphLineKind kind)
        {
            while (text is not null && text.Length > Wide && LastBreak(text) is > 0 and var end)
            {
                Add(text[..end].TrimEnd(), kind);
                text = text[end..];
            }
            Add(text, kind);
        }
    }

    /// <summary>Behind which of its characters a line too long ends: rather between the rows of a matrix than within one.</summary>
    private static int LastBreak(string text)
    {
        foreach (var mark in new[] { "], ", ", " })
            if (text.LastIndexOf(mark, Wide, StringComparison.Ordinal) is >= 0 and var place)
                return place + mark.Length;
        return 0;
    }
}

/// <summary>What a line tells, by which writers choose its look.</summary>
internal enum GraphLineKind
{
    /// <summary>What the tensor or the operation is called.</summary>
    Title,

    /// <summary>What matters less: PyTorch's name of the node, dtype and shape.</summary>
    Detail,

    /// <summary>The tensor's elements.</summary>
    Value,

    /// <summary>The elements of its gradient.</summary>
    Gradient,
}
