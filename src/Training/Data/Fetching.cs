namespace TwinGrad;

/// <summary>Samples asked of a dataset, which may be anyone's.</summary>
internal static class Fetching
{
    /// <summary>As many samples as indices.</summary>
    /// <exception cref="TorchException">The dataset gave another number of samples, or null.</exception>
    internal static IReadOnlyList<TSample> Samples<TSample>(Dataset<TSample> dataset, IReadOnlyList<int> indices)
    {
        var samples = dataset.GetItems(indices) ?? throw Error.NoSamples(dataset.GetType());
        return samples.Count == indices.Count ? samples : throw Error.SampleCount(dataset.GetType(), samples.Count, indices.Count);
    }
}
