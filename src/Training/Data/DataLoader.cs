namespace TwinGrad;

/// <summary>The samples of a dataset in batches, in an order of each epoch's own: <c>torch.utils.data.DataLoader</c>.</summary>
/// <typeparam name="TSample">A sample.</typeparam>
/// <typeparam name="TBatch">What the collate function makes of several samples.</typeparam>
/// <remarks>
/// <para>The order of an epoch is a function of the seed and the epoch's number alone: Fisher-Yates over SplitMix64. A checkpoint needs no
/// state of a generator: <c>loader.Epoch(3, startBatch: 17)</c> goes on where a run broke off, with the same batches.</para>
/// <para>Without workers a batch is fetched on the thread that asks for it, in its scopes. With workers, background threads fetch and collate
/// up to <see cref="Prefetch"/> batches each ahead; batches come in order all the same. Threads belong to an enumeration, not to the loader:
/// they end when it ends, is broken off or is lost. One that is in the middle of a fetch ends after it, and nobody waits for it; what it made
/// is dropped, for the collector.</para>
/// <para>An exception of the dataset or of the collate function comes out where its batch would have: itself, with its own stack. The
/// enumerator may be asked for the next batch then, as in PyTorch. <see cref="Order"/> says which samples the batch was to hold.</para>
/// <para>A batch belongs to whoever takes it: nothing frees it while it is in use, also after the loop. A worker's batch belongs to no scope.</para>
/// See <see href="https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.DataLoader"/>.
/// </remarks>
public class DataLoader<TSample, TBatch>
{
    private readonly Func<IReadOnlyList<TSample>, TBatch> _collate;

    /// <summary>Over a dataset; nothing is fetched yet.</summary>
    /// <param name="dataset">Where samples come from. With workers, several threads read it at once.</param>
    /// <param name="collate">Makes a batch of samples. With workers, several threads call it at once.</param>
    /// <param name="batchSize">How many samples a batch has; the last one may have fewer.</param>
    /// <param name="shuffle">Whether each epoch has an order of its own instead of the dataset's.</param>
    /// <param name="seed">What the orders depend on.</param>
    /// <param name="dropLast">Whether a last batch of fewer samples is left out.</param>
    /// <param name="workers">How many threads fetch ahead; with 0 none does.</param>
    /// <param name="prefetch">How many batches are fetched ahead for each worker.</param>
    /// <exception cref="TorchArgumentException">A number makes no sense, or an empty dataset should be shuffled.</exception>
    public DataLoader(
        Dataset<TSample> dataset, Func<IReadOnlyList<TSample>, TBatch> collate, int batchSize = 1, bool shuffle = false, long seed = 0,
        bool dropLast = false, int workers = 0, int prefetch = 2)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate);
        if (workers < 0)
            throw Error.WorkerCount();
        if (prefetch < 1)
            throw Error.Prefetch(prefetch);
        if (batchSize < 1)
            throw Error.BatchSize(batchSize);
        Dataset = dataset;
        _collate = collate;
        BatchSize = batchSize;
        Shuffle = shuffle;
        Seed = seed;
        DropLast = dropLast;
        Workers = workers;
        Prefetch = prefetch;
        if (shuffle && Length == 0)
            throw Error.NothingToShuffle();
    }

    /// <summary>Where samples come from.</summary>
    public Dataset<TSample> Dataset { get; }

    /// <summary>How many samples a batch has; the last one may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>Whether each epoch has an order of its own instead of the dataset's.</summary>
    public bool Shuffle { get; }

    /// <summary>What the orders depend on.</summary>
    public long Seed { get; }

    /// <summary>Whether a last batch of fewer samples is left out.</summary>
    public bool DropLast { get; }

    /// <summary>How many threads fetch ahead; with 0 none does.</summary>
    public int Workers { get; }

    /// <summary>How many batches are fetched ahead for each worker.</summary>
    public int Prefetch { get; }

    /// <summary>How many batches an epoch has: <c>len(loader)</c>.</summary>
    public int BatchCount => Batches(Length);

    /// <summary>How many samples an epoch's batches hold together: all of the dataset's but those that <see cref="DropLast"/> leaves out.</summary>
    public int SampleCount => Samples(Length);

    /// <summary>The dataset's length as it is now.</summary>
    private int Length => Dataset.Count is >= 0 and var count ? count : throw Error.NegativeLength(Dataset.Count);

    /// <summary>The samples of an epoch in the order of its batches: batch b has <see cref="BatchSize"/> of them from place b * BatchSize on.</summary>
    /// <exception cref="TorchArgumentException">The epoch is negative.</exception>
    public IReadOnlyList<int> Order(int epoch)
    {
        if (epoch < 0)
            throw Error.EpochNumber(epoch);
        return Arranged(epoch).AsReadOnly();
    }

    /// <summary>The batches of an epoch, fetched while they are enumerated, anew each time.</summary>
    /// <param name="epoch">The epoch's number, from 0: it decides the order.</param>
    /// <param name="startBatch">The first batch to be fetched: those before it are passed over, not fetched.</param>
    /// <param name="cancellationToken">Ends the enumeration, also while it waits for a worker.</param>
    /// <exception cref="TorchArgumentException">The epoch is negative, or has no such batch; its end is one.</exception>
    /// <exception cref="OperationCanceledException">Of the enumeration: it was cancelled.</exception>
    public IEnumerable<TBatch> Epoch(int epoch = 0, int startBatch = 0, CancellationToken cancellationToken = default)
    {
        if (epoch < 0)
            throw Error.EpochNumber(epoch);
        if (startBatch < 0 || startBatch > BatchCount)
            throw Error.StartBatch(startBatch, BatchCount);
        return new EpochBatches<TBatch>(() => Start(epoch, startBatch, cancellationToken));
    }

    /// <summary>The batch of the samples at several indices.</summary>
    private protected virtual TBatch Fetch(IReadOnlyList<int> indices) => _collate(Fetching.Samples(Dataset, indices));

    private IEnumerator<TBatch> Start(int epoch, int startBatch, CancellationToken cancellationToken)
    {
        var order = Arranged(epoch);
        var batches = Batches(order.Length);
        var workers = Math.Min(Workers, batches - startBatch);
        return workers > 0
            ? new PrefetchedBatches<TBatch>(new(FetchBatch, startBatch, batches, workers, Prefetch, cancellationToken))
            : new FetchedBatches<TBatch>(FetchBatch, startBatch, batches, cancellationToken);

        TBatch FetchBatch(int batch)
        {
            var first = batch * BatchSize;
            return Fetch(order[first..(first + Math.Min(BatchSize, order.Length - first))]);
        }
    }

    private int[] Arranged(int epoch)
    {
        var count = Length;
        var order = Shuffle ? Permutation.Of(count, Seed, epoch) : Permutation.Identity(count);
        return order[..Samples(count)];
    }

    private int Batches(int count) => DropLast ? count / BatchSize : (int)(((long)count + BatchSize - 1) / BatchSize);

    private int Samples(int count) => DropLast ? count - count % BatchSize : count;
}
