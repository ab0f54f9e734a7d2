namespace TwinGrad;

/// <summary>What a node of an <see cref="AutogradGraph"/> stands for.</summary>
public enum GraphNodeKind
{
    /// <summary>A leaf that requires grad: where a backward pass ends.</summary>
    Leaf,

    /// <summary>A tensor that requires no grad: nothing flows to it.</summary>
    Untracked,

    /// <summary>A recorded operation. Its result, if nobody named it, is told here too.</summary>
    Operation,

    /// <summary>The result of an operation, drawn for itself as it has a name.</summary>
    Value,
}

/// <summary>A node of an <see cref="AutogradGraph"/>: an operation or a tensor, and what is known of it.</summary>
public sealed record GraphNode
{
    /// <summary>What it stands for.</summary>
    public required GraphNodeKind Kind { get; init; }

    /// <summary>The tensor's name, as the caller gave it; null for an operation and for a tensor without one.</summary>
    public string? Name { get; init; }

    /// <summary>What the operation is called: <c>sin</c>; null for a tensor.</summary>
    public string? Operator { get; init; }

    /// <summary>PyTorch's name of the autograd node: <c>SinBackward0</c>; null for a tensor.</summary>
    public string? Function { get; init; }

    /// <summary>The tensor's dtype and shape: <c>float32[32, 64]</c>; null where the tensor is not known.</summary>
    public string? Type { get; init; }

    /// <summary>The tensor's elements if they are few, else what they are like; null where they are not known.</summary>
    public string? Value { get; init; }

    /// <summary>The gradient in the same short form and what it is the gradient of: <c>dz/dx = -5.4668</c>; null where there is none.</summary>
    public string? Gradient { get; init; }

    /// <summary>Whether the graph was asked for as this tensor's.</summary>
    public bool IsResult { get; init; }

    /// <summary>The call that recorded the operation, where it was recorded under <see cref="Autograd.Trace"/>.</summary>
    public CallSite? CallSite { get; init; }

    /// <summary>How many inputs an operation has, those that need no gradient included.</summary>
    public int Inputs { get; init; }

    /// <summary>
    /// Whether an operation stands for what was recorded out of sight, and leads on from all that it may have been computed of: a backward pass
    /// on libtorch, or what TorchSharp computed.
    /// </summary>
    public bool IsOpaque { get; init; }

    /// <summary>How many results an operation has that gradients come from; where there are several, edges tell which one goes where.</summary>
    public int Outputs { get; init; } = 1;
}

/// <summary>The way of a value in an <see cref="AutogradGraph"/>, in the forward direction.</summary>
/// <param name="From">The place in <see cref="AutogradGraph.Nodes"/> of the node that it comes from.</param>
/// <param name="To">The place of the node that it goes to, which is behind the first.</param>
/// <param name="Input">Which input of an operation it is.</param>
/// <param name="Output">Which result of an operation it is.</param>
public readonly record struct GraphEdge(int From, int To, int Input = 0, int Output = 0);
