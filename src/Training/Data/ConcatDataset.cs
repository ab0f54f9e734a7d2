namespace TwinGrad;

/// <summary>Datasets one after another: <c>torch.utils.data.ConcatDataset</c>.</summary>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.ConcatDataset"/>.</remarks>
public sealed class ConcatDataset<TSample> : Dataset<TSample>
{
    private readonly Dataset<TSample>[] _datasets;
    private readonly int[] _ends;

    /// <summary>The samples of the first dataset, then those of the second, and so on.</summary>
    /// <exception cref="TorchArgumentException">There is no dataset, or together they hold too many samples.</exception>
    public ConcatDataset(params IReadOnlyList<Dataset<TSample>> datasets)
    {
        ArgumentNullException.ThrowIfNull(datasets);
        if (datasets.Count == 0)
            throw Error.NoDatasets();
        _datasets = [.. datasets];
        _ends = new int[_datasets.Length];
        var end = 0L;
        for (var part = 0; part < _datasets.Length; part++)
        {
            ArgumentNullException.ThrowIfNull(_datasets[part], nameof(datasets));
            end += _datasets[part].Count;
            _ends[part] = end <= int.MaxValue ? (int)end : throw Error.TooManySamples(end);
        }
    }

    /// <summary>The parts.</summary>
    public IReadOnlyList<Dataset<TSample>> Datasets => _datasets.AsReadOnly();

    /// <inheritdoc/>
    public override int Count => _ends[^1];

    /// <inheritdoc/>
    public override TSample this[int index]
    {
        get
        {
            var (part, at) = Find(index);
            return _datasets[part][at];
        }
    }

    /// <summary>The samples at several indices; each part is asked once for all that are in it.</summary>
    /// <exception cref="TorchIndexException">There is no such sample.</exception>
    public override IReadOnlyList<TSample> GetItems(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        var samples = new TSample[indices.Count];
        foreach (var group in indices.Select((index, place) => (Place: place, Found: Find(index))).GroupBy(item => item.Found.Part))
        {
            var places = group.Select(item => item.Place).ToArray();
            var own = Fetching.Samples(_datasets[group.Key], [.. group.Select(item => item.Found.At)]);
            for (var i = 0; i < places.Length; i++)
                samples[places[i]] = own[i];
        }
        return samples;
    }

    private (int Part, int At) Find(int index)
    {
        var at = SampleIndex.Wrap(index, Count);
        // A part that ends where the sample lies is before it; empty parts end there too.
        var part = 0;
        while (_ends[part] <= at)
            part++;
        return (part, at - (part > 0 ? _ends[part - 1] : 0));
    }
}
