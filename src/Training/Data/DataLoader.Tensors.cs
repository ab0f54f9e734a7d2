namespace TwinGrad;

/// <summary>Pairs of tensors in batches of tensors: the loader that most training uses.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// <code>
/// var loader = new DataLoader&lt;Tensor&gt;(dataset, batchSize: 64, shuffle: true, seed: 1, workers: 2);
/// foreach (var (inputs, targets) in loader.Epoch(0)) ...
/// </code>
/// A batch is data: it is fetched and collated outside of autograd and of every scope, whatever the thread that asks for it has open, so that
/// batches are the same with and without workers. A dataset that differentiates something does so under an <c>EnableGrad()</c> of its own.
/// </remarks>
public sealed class DataLoader<T> : DataLoader<(T Input, T Target), Batch<T>>
    where T : class, ITensor<T>
{
    /// <summary>Over a dataset; nothing is fetched yet.</summary>
    /// <inheritdoc cref="DataLoader{TSample, TBatch}(Dataset{TSample}, Func{IReadOnlyList{TSample}, TBatch}, int, bool, long, bool, int, int)"/>
    public DataLoader(
        Dataset<(T Input, T Target)> dataset, int batchSize = 1, bool shuffle = false, long seed = 0, bool dropLast = false, int workers = 0,
        int prefetch = 2, Func<IReadOnlyList<(T Input, T Target)>, Batch<T>>? collate = null)
        : base(dataset, collate ?? Collate.Pairs, batchSize, shuffle, seed, dropLast, workers, prefetch)
    {
    }

    private protected override Batch<T> Fetch(IReadOnlyList<int> indices)
    {
        using var ordinary = new InferenceMode<T>(enabled: false);
        using var mode = new GradMode<T>(enabled: false);
        Batch<T>? batch = null;
        T.Unscoped(() => (batch = base.Fetch(indices)).Inputs);
        return batch!;
    }
}
