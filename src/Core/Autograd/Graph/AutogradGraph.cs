using System.Globalization;

namespace TwinGrad;

/// <summary>A picture of what autograd recorded: the operations that made a tensor and the tensors that they began with, in the forward direction.</summary>
/// <remarks>
/// It is a copy of what was known when it was made: it keeps no tensor alive, and a backward pass that frees the graph leaves it as it is.
/// Values of intermediate results that have no name are known where they were computed under <see cref="Autograd.Trace"/>.
/// </remarks>
public sealed class AutogradGraph
{
    internal AutogradGraph(IReadOnlyList<GraphNode> nodes, IReadOnlyList<GraphEdge> edges)
    {
        Nodes = nodes;
        Edges = edges;
    }

    /// <summary>The operations and tensors; what a node is computed of stands before it.</summary>
    public IReadOnlyList<GraphNode> Nodes { get; }

    /// <summary>What goes where. A value that an operation takes twice goes to it by two edges.</summary>
    public IReadOnlyList<GraphEdge> Edges { get; }

    /// <summary>The graph of several tensors together.</summary>
    /// <param name="results">The tensors and their names; null for no name.</param>
    /// <param name="names">Other tensors and what to call them.</param>
    /// <param name="gradients">Differentiate the sum of all elements of the results by every tensor that is known.</param>
    /// <exception cref="TorchException">Gradients were asked for and the graph was freed.</exception>
    /// <exception cref="TorchArgumentException">There are no results, or one of the tensors is null.</exception>
    public static AutogradGraph Of<T>(
        ReadOnlySpan<(string? Name, T Tensor)> results, ReadOnlySpan<(string Name, T Tensor)> names = default, bool gradients = false)
        where T : class, ITensor<T>
        => new GraphBuilder<T>(results, names).Build(gradients);

    /// <summary>Which result of an operation goes along an edge, as an index: <c>[1]</c>; null where there is only one.</summary>
    internal string? LabelOf(GraphEdge edge)
        => Nodes[edge.From].Outputs > 1 ? string.Create(CultureInfo.InvariantCulture, $"[{edge.Output}]") : null;

    /// <summary>The picture as SVG, which browsers show without further help, in light and dark mode.</summary>
    public string ToSvg(GraphDirection direction = GraphDirection.LeftToRight) => GraphSvg.Of(this, direction);

    /// <summary>The graph as a Mermaid flowchart, which GitHub and other hosts draw where it stands in Markdown.</summary>
    /// <remarks>See <see href="https://mermaid.js.org/syntax/flowchart.html"/>.</remarks>
    public string ToMermaid(GraphDirection direction = GraphDirection.LeftToRight) => GraphMermaid.Of(this, direction);

    /// <summary>The graph in Graphviz's language.</summary>
    /// <remarks>See <see href="https://graphviz.org/doc/info/lang.html"/>.</remarks>
    public string ToDot(GraphDirection direction = GraphDirection.LeftToRight) => GraphDot.Of(this, direction);

    /// <summary>The graph as a listing, an assignment a line: <c>z = sin(y)</c> and what is known of z.</summary>
    public override string ToString() => GraphListing.Of(this);
}
