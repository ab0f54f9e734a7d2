namespace TwinGrad;

/// <summary>Where the gradient of a leaf is added up.</summary>
internal sealed class LeafNode<T>(T leaf) : Node("AccumulateGrad"), IHooked<T>
    where T : class, ITensor<T>
{
    /// <inheritdoc/>
    public HookList<T>? Hooks { get; set; }

    internal T Leaf { get; } = leaf;
}
