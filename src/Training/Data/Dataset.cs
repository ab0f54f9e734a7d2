using System.Collections;

namespace TwinGrad;

/// <summary>Samples by index: PyTorch's map-style <c>torch.utils.data.Dataset</c>.</summary>
/// <typeparam name="TSample">A sample: for supervised learning a pair (T Input, T Target).</typeparam>
/// <remarks>
/// A <see cref="DataLoader{TSample, TBatch}"/> with workers asks from several threads at once, also while an enumeration that was abandoned
/// ends: reading must be safe for several threads then.
/// See <see href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.Dataset"/>.
/// </remarks>
public abstract class Dataset<TSample> : IReadOnlyList<TSample>
{
    /// <summary>How many samples there are: <c>len(dataset)</c>.</summary>
    public abstract int Count { get; }

    /// <summary>The sample at an index from 0 to <see cref="Count"/> - 1; a negative one counts from the end.</summary>
    /// <exception cref="TorchIndexException">There is no such sample.</exception>
    public abstract TSample this[int index] { get; }

    /// <summary>The samples at several indices, in their order: what a loader asks for a batch, <c>__getitems__</c>.</summary>
    /// <remarks>
    /// One after another by default. A dataset that can fetch a batch at once overrides it, and may return a <see cref="Batch{T}"/>: that one
    /// is not stacked again.
    /// </remarks>
    /// <exception cref="TorchIndexException">There is no such sample.</exception>
    public virtual IReadOnlyList<TSample> GetItems(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var samples = new TSample[indices.Count];
        for (var i = 0; i < samples.Length; i++)
            samples[i] = this[indices[i]];
        return samples;
    }

    /// <summary>The samples in order.</summary>
    public IEnumerator<TSample> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
