namespace TwinGrad;

/// <summary>Some samples of a dataset: <c>torch.utils.data.Subset</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.Subset"/>.</remarks>
public sealed class Subset<TSample> : Dataset<TSample>
{
    private readonly int[] _indices;

    /// <summary>The samples at the indices, in their order; one may occur several times.</summary>
    /// <param name="dataset">The whole.</param>
    /// <param name="indices">Indices of the whole; a negative one counts from the end. They are copied.</param>
    /// <exception cref="TorchIndexException">There is no such sample.</exception>
    public Subset(Dataset<TSample> dataset, IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(indices);
        var count = dataset.Count;
        Dataset = dataset;
        _indices = [.. indices.Select(index => SampleIndex.Wrap(index, count))];
    }

    /// <summary>The whole.</summary>
    public Dataset<TSample> Dataset { get; }

    /// <summary>Which samples of the whole these are, counted from its beginning.</summary>
    public IReadOnlyList<int> Indices => _indices.AsReadOnly();

    /// <inheritdoc/>
    public override int Count => _indices.Length;

    /// <inheritdoc/>
    public override TSample this[int index] => Dataset[_indices[SampleIndex.Wrap(index, Count)]];

    /// <inheritdoc/>
    public override IReadOnlyList<TSample> GetItems(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        return Dataset.GetItems([.. indices.Select(index => _indices[SampleIndex.Wrap(index, Count)])]);
    }
}
