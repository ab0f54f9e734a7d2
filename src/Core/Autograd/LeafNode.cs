namespace TwinGrad;

/// <summary>Where the gradient of a leaf is added up.</summary>
internal sealed class LeafNode<T>(T leaf) : Node("AccumulateGrad")
    where T : class, ITensor<T>
{
    internal T Leaf { get; } = leaf;
}
