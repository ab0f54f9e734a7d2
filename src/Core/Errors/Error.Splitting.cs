namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException SplitOf0Dim() => new("split expects at least a 1-dimensional tensor");

    internal static TorchArgumentException NegativeSplit(long size)
        => new($"split expects split_size be non-negative, but got split_size={size}");

    internal static TorchArgumentException NegativeSplit(ReadOnlySpan<long> sizes)
        => new($"split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes={Shape.Create(sizes)}");

    internal static TorchArgumentException SplitIntoNothing(long length)
        => new($"split_size can only be 0 if dimension size is 0, but got dimension size of {length}");

    internal static TorchArgumentException SplitSum(long length, int dim, ReadOnlySpan<long> sizes)
        => new($"split_with_sizes expects split_sizes to sum exactly to {length} (input tensor's size at dimension {dim}), but got "
            + $"split_sizes={Shape.Create(sizes)}");

    internal static TorchArgumentException TooManyParts(long parts, long most)
        => new($"{parts} parts are more tensors than memory could hold: at most {most} come of one operation");

    internal static TorchArgumentException ChunkOf0Dim() => new("chunk expects at least a 1-dimensional tensor");

    internal static TorchArgumentException NoChunks(long chunks)
        => new($"chunk expects `chunks` to be greater than 0, got: {chunks}");

    internal static TorchIndexException NoDims(int dim) => new($"Dimension specified as {dim} but tensor has no dimensions");

    internal static TorchArgumentException NarrowOf0Dim() => new("narrow() cannot be applied to a 0-dim tensor.");

    internal static TorchArgumentException NarrowLength() => new("narrow(): length must be non-negative.");

    internal static TorchIndexException NarrowStart(long start, long places)
        => new($"start out of range (expected to be in range of [{-places}, {places}], but got {start})");

    internal static TorchArgumentException NarrowEnd(long start, long length, long places)
        => new($"start ({start}) + length ({length}) exceeds dimension size ({places}).");

    internal static TorchArgumentException TensorSplitOf0Dim(int count)
        => new($"tensor_split expected at least a 1-dimensional tensor, but got a tensor with {count} dims");

    internal static TorchArgumentException NoSections(long sections)
        => new($"number of sections must be larger than 0, got {sections}");

    internal static TorchArgumentException TensorSplitDType(DType dtype)
        => new($"tensor_split expected tensor_indices_or_sections to have dtype of long, but got {ScalarTypeName(dtype)}");

    internal static TorchArgumentException TensorSplitDims(int count)
        => new("tensor_split expected tensor_indices_or_sections to be a zero-dimensional or one-dimensional tensor, but got a tensor with "
            + $"{count} dims");

    internal static TorchArgumentException SplitDims(string operation, int least, int count)
        => new($"torch.{operation} requires a tensor with at least {least} dimension{(least == 1 ? "" : "s")}, but got a tensor with "
            + $"{count} dimensions!");

    internal static TorchArgumentException SplitUneven(string operation, int dim, long length, long sections)
        => new($"torch.{operation} attempted to split along dimension {dim}, but the size of the dimension {length} is not divisible by the "
            + $"split_size {sections}!");

    internal static TorchArgumentException NarrowStartTensor() => new("start must be an 0-dim integral Tensor.");
}
