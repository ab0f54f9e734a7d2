namespace TwinGrad;

/// <summary>An operation of one or two inputs, as most are: their edges lie in the node itself until somebody asks for them as a list.</summary>
internal sealed class RecordedNode : Node
{
    private readonly Edge _first;
    private readonly Edge _second;
    private readonly bool _hasSecond;

    internal RecordedNode(string name, Edge first)
        : base(name)
        => _first = first;

    internal RecordedNode(string name, Edge first, Edge second)
        : base(name)
        => (_first, _second, _hasSecond) = (first, second, true);

    /// <inheritdoc/>
    internal override Edge[] MakeEdges() => _hasSecond ? [_first, _second] : [_first];
}
