namespace TwinGrad;

/// <summary>What a backward pass brought to a node.</summary>
/// <param name="Node">The node.</param>
/// <param name="Sums">The gradients of its results before hooks saw them, as far as the pass itself made them; of a leaf also what they added up to.</param>
/// <param name="IsFlows">Whether the sums are of what operations passed on and of nothing else: no gradient that the pass began with or that was there before.</param>
/// <param name="IsSuspect">Whether anything that arrived, or that hooks made of it, is no finite number.</param>
internal sealed record Arrival<T>(Node Node, IReadOnlyList<T> Sums, bool IsFlows, bool IsSuspect)
    where T : class, ITensor<T>;
