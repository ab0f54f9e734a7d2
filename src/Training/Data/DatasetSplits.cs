namespace TwinGrad;

/// <summary>Datasets split into parts that share no sample.</summary>
public static class DatasetSplits
{
    // What rounding leaves of fractions that add up to 1: below 1 as much as PyTorch takes, above it as little as adds no sample.
    private const double BelowOne = 1e-9;
    private const double AboveOne = 1e-12;

    /// <summary>Parts of given lengths, filled at random: <c>torch.utils.data.random_split(dataset, [450, 119])</c>.</summary>
    /// <param name="dataset">The whole.</param>
    /// <param name="lengths">How many samples each part gets: all of them together.</param>
    /// <param name="seed">What the parts depend on, and nothing else.</param>
    /// <exception cref="TorchArgumentException">A length is negative, or they don't add up to the dataset's.</exception>
    public static Subset<TSample>[] RandomSplit<TSample>(this Dataset<TSample> dataset, ReadOnlySpan<int> lengths, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var sum = 0L;
        for (var split = 0; split < lengths.Length; split++)
            sum += lengths[split] >= 0 ? lengths[split] : throw Error.SplitLength(split, lengths[split]);
        if (sum != dataset.Count)
            throw Error.SplitLengths(sum, dataset.Count);
        var order = Permutation.Of(dataset.Count, seed, stream: 0);
        var splits = new Subset<TSample>[lengths.Length];
        var start = 0;
        for (var split = 0; split < lengths.Length; start += lengths[split++])
            splits[split] = new(dataset, order[start..(start + lengths[split])]);
        return splits;
    }

    /// <summary>Parts of given shares, filled at random: <c>torch.utils.data.random_split(dataset, [0.8, 0.2])</c>.</summary>
    /// <param name="dataset">The whole.</param>
    /// <param name="fractions">Each part's share, rounded down; samples left over go to the parts in turn, the first one first.</param>
    /// <param name="seed">What the parts depend on, and nothing else.</param>
    /// <exception cref="TorchArgumentException">A fraction is not between 0 and 1, or they don't add up to 1.</exception>
    public static Subset<TSample>[] RandomSplit<TSample>(this Dataset<TSample> dataset, ReadOnlySpan<double> fractions, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var lengths = Floors(fractions, dataset.Count, out var left);
        for (var i = 0; i < left; i++)
            lengths[i % lengths.Length]++;
        WarnOfEmptyParts(lengths);
        return RandomSplit<TSample>(dataset, lengths, seed);
    }

    /// <summary>Parts of given shares that hold each class in the proportion of the whole, as far as its samples can be divided.</summary>
    /// <remarks>
    /// Of n samples of a class a part of share f gets floor(f n), or one more: those left over go to the parts that are furthest behind their
    /// share of all samples so far. Samples of a class are chosen at random, and a part's samples lie in the order of the dataset.
    /// </remarks>
    /// <param name="dataset">The whole.</param>
    /// <param name="labels">The class of each sample.</param>
    /// <param name="fractions">Each part's share.</param>
    /// <param name="seed">What the parts depend on, and nothing else.</param>
    /// <exception cref="TorchArgumentException">There is not one label a sample, a fraction is not between 0 and 1, or they don't add up to 1.</exception>
    public static Subset<TSample>[] StratifiedSplit<TSample>(
        this Dataset<TSample> dataset, IReadOnlyList<long> labels, ReadOnlySpan<double> fractions, long seed = 0)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(labels);
        if (labels.Count != dataset.Count)
            throw Error.LabelCount(labels.Count, dataset.Count);
        Floors(fractions, 0, out _);
        var parts = new List<int>[fractions.Length];
        for (var split = 0; split < parts.Length; split++)
            parts[split] = [];
        var numbers = SplitMix64.Of(seed, stream: 0);
        var seen = 0;
        foreach (var members in Enumerable.Range(0, labels.Count).GroupBy(sample => labels[sample]).OrderBy(group => group.Key))
        {
            var samples = members.ToArray();
            Permutation.Shuffle(samples, ref numbers);
            seen += samples.Length;
            Deal(samples, fractions, parts, seen);
        }
        WarnOfEmptyParts([.. parts.Select(part => part.Count)]);
        return [.. parts.Select(part => new Subset<TSample>(dataset, [.. part.Order()]))];
    }

    private static void Deal(int[] samples, ReadOnlySpan<double> fractions, List<int>[] parts, int seen)
    {
        var lengths = Floors(fractions, samples.Length, out var left);
        // Only what was rounded down gets one more, and only one.
        var behind = new double[parts.Length];
        for (var split = 0; split < parts.Length; split++)
            behind[split] = fractions[split] * samples.Length > lengths[split]
                ? fractions[split] * seen - parts[split].Count - lengths[split]
                : double.NegativeInfinity;
        for (; left > 0; left--)
        {
            var furthest = Array.IndexOf(behind, behind.Max());
            lengths[furthest]++;
            behind[furthest] = double.NegativeInfinity;
        }
        var start = 0;
        for (var split = 0; split < parts.Length; start += lengths[split++])
            parts[split].AddRange(samples.AsSpan(start, lengths[split]));
    }

    private static int[] Floors(ReadOnlySpan<double> fractions, int count, out int left)
    {
        var lengths = new int[fractions.Length];
        var sum = 0.0;
        for (var split = 0; split < fractions.Length; split++)
        {
            if (!(fractions[split] >= 0 && fractions[split] <= 1))
                throw Error.SplitFraction(split);
            sum += fractions[split];
            lengths[split] = (int)Math.Floor(count * fractions[split]);
        }
        if (!(sum >= 1 - BelowOne && sum <= 1 + AboveOne))
            throw Error.SplitFractions(sum);
        left = count - lengths.Sum();
        return lengths;
    }

    private static void WarnOfEmptyParts(ReadOnlySpan<int> lengths)
    {
        for (var split = 0; split < lengths.Length; split++)
            if (lengths[split] == 0)
                Warnings.Warn($"Length of split at index {split} is 0. This might result in an empty dataset.");
    }
}
