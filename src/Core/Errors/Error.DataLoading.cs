using System.Globalization;

namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException BatchSize(int size)
        => new($"batch_size should be a positive integer value, but got batch_size={size}", "ValueError");

    internal static TorchArgumentException WorkerCount()
        => new("num_workers option should be non-negative; use num_workers=0 to disable multiprocessing.", "ValueError");

    internal static TorchArgumentException Prefetch(int batches)
        => new($"a worker fetches 1 batch ahead at least, but got prefetch={batches}", "ValueError");

    internal static TorchArgumentException NothingToShuffle()
        => new("num_samples should be a positive integer value, but got num_samples=0", "ValueError");

    internal static TorchArgumentException NegativeLength(int count)
        => new($"__len__() should return >= 0, but the dataset's Count is {count}", "ValueError");

    internal static TorchArgumentException EpochNumber(int epoch)
        => new($"epochs count from 0, but got epoch={epoch}", "ValueError");

    internal static TorchArgumentException StartBatch(int batch, int count)
        => new($"an epoch of {count} batches can't start at batch {batch}", "ValueError");

    internal static TorchException NoSamples(Type dataset)
        => new($"{dataset.Name}.GetItems gave null instead of samples");

    internal static TorchException SampleCount(Type dataset, int got, int expected)
        => new($"{dataset.Name}.GetItems gave {got} samples where {expected} were asked for");

    internal static TorchArgumentException TensorLengths(Shape inputs, Shape targets)
        => new($"Size mismatch between tensors: inputs of shape {inputs} and targets of shape {targets}", "AssertionError");

    internal static TorchArgumentException SamplesOf0Dim(string name)
        => new($"a 0-dim tensor holds no samples, but {name} is one", "IndexError");

    internal static TorchArgumentException TooManySamples(long count)
        => new($"a dataset holds at most {int.MaxValue} samples, but got {count}", "ValueError");

    internal static TorchArgumentException NoDatasets() => new("datasets should not be an empty iterable", "AssertionError");

    internal static TorchArgumentException SplitFraction(int split)
        => new($"Fraction at index {split} is not between 0 and 1", "ValueError");

    internal static TorchArgumentException SplitFractions(double sum)
        => new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Sum of input lengths does not equal the length of the input dataset! Fractions add up to 1, but these to {sum}"),
            "ValueError");

    internal static TorchArgumentException SplitLength(int split, int length)
        => new($"the length of a split is not negative, but at index {split} it is {length}", "ValueError");

    internal static TorchArgumentException SplitLengths(long sum, int count)
        => new($"Sum of input lengths does not equal the length of the input dataset! They add up to {sum}, and it holds {count}", "ValueError");

    internal static TorchArgumentException LabelCount(int labels, int samples)
        => new($"there is one label a sample, but got {labels} labels for {samples} samples", "ValueError");
}
