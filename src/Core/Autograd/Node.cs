namespace TwinGrad;

/// <summary>An operation of the autograd graph, as <c>torch.autograd.graph.Node</c>: what a tensor's <c>grad_fn</c> is.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/autograd.html#torch.autograd.graph.Node"/>.</remarks>
public class Node
{
    private Edge[]? _nextFunctions;

    // What few nodes have; null where it has none of it.
    private Notes? _notes;

    /// <summary>An operation over the given edges.</summary>
    public Node(string name, params ReadOnlySpan<Edge> nextFunctions)
    {
        Name = name;
        _nextFunctions = nextFunctions.ToArray();
    }

    /// <summary>An operation that says what its edges are when somebody asks.</summary>
    internal Node(string name) => Name = name;

    /// <summary>PyTorch's name of the operation: <c>PowBackward0</c>; <c>AccumulateGrad</c> for a leaf.</summary>
    public string Name { get; }

    /// <summary>Where gradients flow on to, one edge an input in the order of the arguments.</summary>
    public IReadOnlyList<Edge> NextFunctions => _nextFunctions ??= MakeEdges();

    /// <summary>The call that recorded the operation, where it was recorded under <see cref="Autograd.Trace"/> or <see cref="Autograd.DetectAnomaly"/>.</summary>
    public CallSite? CallSite => Origin?.Site;

    /// <summary>How many results it has that gradients come from, as far as is known: more than 1 of what gives several.</summary>
    internal int Outputs { get; set; } = 1;

    /// <summary>What made the gradient that was left behind here, where an engine notes that; a number below 0 is still to be given.</summary>
    internal Edge GradMadeBy
    {
        get => _notes?.GradMadeBy ?? default;
        set
        {
            if (_notes is not null || value != default)
                Noted.GradMadeBy = value;
        }
    }

    /// <summary>What was noted of the operation when it was recorded; nothing unless it was traced.</summary>
    internal NodeOrigin? Origin
    {
        get => _notes?.Origin;
        set => Noted.Origin = value;
    }

    /// <summary>The tensor that was asked to keep its gradient, where an engine keeps no list of them; null also when it is gone.</summary>
    internal object? RetainedFor => _notes?.RetainedFor?.Target;

    /// <summary>The edges of an operation that was not given them as a list.</summary>
    internal virtual Edge[] MakeEdges() => [];

    /// <summary>A tensor keeps the gradient of the operation's result.</summary>
    internal void RetainFor(object tensor) => Noted.RetainedFor = new(tensor);

    private Notes Noted => _notes ??= new();

    /// <summary>PyTorch's text of a node: <c>&lt;PowBackward0&gt;</c>.</summary>
    public override string ToString() => $"<{Name}>";

    private sealed class Notes
    {
        internal Edge GradMadeBy { get; set; }

        internal NodeOrigin? Origin { get; set; }

        internal WeakReference? RetainedFor { get; set; }
    }
}

/// <summary>The way of a gradient to the operation that made an input.</summary>
/// <param name="Function">That operation, or null where the input needs no gradient.</param>
/// <param name="InputNumber">Which of that operation's outputs the input was.</param>
public readonly record struct Edge(Node? Function, int InputNumber = 0);
