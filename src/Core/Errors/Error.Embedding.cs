namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException EmbeddingIndices(string function, DType dtype)
        => new("Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; "
            + $"but got torch.{LegacyType(dtype)} instead (while checking arguments for {function})");

    internal static TorchArgumentException EmbeddingWeight() => new("'weight' must be 2-D");

    internal static TorchIndexException EmbeddingRow() => new("index out of range in self");

    internal static TorchArgumentException EmbeddingPadding()
        => new("Padding_idx must be within num_embeddings", "AssertionError");

    internal static TorchArgumentException BagWeight(int dims)
        => new($"weight has to be a 2D Tensor, but got Tensor of dimension {dims}", "ValueError");

    internal static TorchArgumentException BagFactors(Shape factors, Shape x)
        => new($"embedding_bag: If per_sample_weights ({Sizes(factors)}) is not None, then it must have the same shape as the input ({Sizes(x)})",
            "ValueError");

    internal static TorchArgumentException BagOffsetsOfMatrix()
        => new("if input is 2D, then offsets has to be None, as input is treated is a mini-batch of fixed length sequences. "
            + "However, found offsets of type <class 'torch.Tensor'>", "ValueError");

    internal static TorchArgumentException BagOffsets(bool isNull)
        => new(isNull ? "offsets has to be a 1D Tensor but got None" : "offsets has to be a 1D Tensor", "ValueError");

    internal static TorchArgumentException BagInput(int dims)
        => new($"input has to be 1D or 2D Tensor, but got Tensor of dimension {dims}", "ValueError");

    internal static TorchArgumentException BagMaxByFrequency()
        => new("max mode does not support scaling the gradient by the frequency", "ValueError");

    internal static TorchNotImplementedException BagFactorsWith(EmbeddingBagMode mode)
        => new("embedding_bag: per_sample_weights was not None. per_sample_weights is only supported for mode='sum' "
            + $"(got mode='{mode.ToString().ToLowerInvariant()}'). Please open a feature request on GitHub.");

    internal static TorchArgumentException NoSuchMode<TMode>(TMode mode)
        where TMode : struct, Enum
        => new($"mode '{mode}' is not known", "ValueError");

    internal static TorchArgumentException BagLastOffset() => new("include_last_offset: number of offset should be at least 1");

    internal static TorchArgumentException BagFirstOffset(long offset)
        => new("offsets[0] has to be 0, i.e., the first sequence in the mini-batch has to start from position 0. "
            + $"However, got {offset}");

    internal static TorchArgumentException BagOffsetBeyond(long length, long offset)
        => new($"offsets[-1] can not be greater than input's length({length}) but got offsets[-1] of {offset}");

    internal static TorchArgumentException BagOffsetsDescend() => new("offsets have to ascend");

    internal static TorchArgumentException BagRow(long place, long row, long rows)
        => new($"Index {place} of input takes value {row} which is not in the valid range [0, {rows})");

    internal static TorchArgumentException OneHotDType()
        => new("one_hot is only applicable to index tensor of type LongTensor.");

    internal static TorchArgumentException OneHotNegative() => new("Class values must be non-negative.");

    internal static TorchArgumentException OneHotBeyond() => new("Class values must be smaller than num_classes.");

    internal static TorchArgumentException OneHotOfNothing() => new("Can not infer total number of classes from empty tensor.");
}
