namespace TwinGrad;

/// <summary>What an engine recorded out of sight, as one operation.</summary>
/// <param name="name">What it is called.</param>
/// <param name="edges">All that it may have been computed of; none where that is not known.</param>
internal sealed class OpaqueNode(string name, params ReadOnlySpan<Edge> edges) : Node(name, edges);
