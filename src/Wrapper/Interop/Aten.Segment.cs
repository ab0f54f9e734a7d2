namespace TwinGrad;

internal static partial class Aten
{
    internal static readonly NativeFunction SegmentMax = SegmentReduce("max");

    internal static readonly NativeFunction SegmentMean = SegmentReduce("mean");

    internal static readonly NativeFunction SegmentMin = SegmentReduce("min");

    internal static readonly NativeFunction SegmentProd = SegmentReduce("prod");

    internal static readonly NativeFunction SegmentSum = SegmentReduce("sum");

    private static NativeFunction SegmentReduce(string reduce) => new(
        "data: Tensor, lengths: Tensor, axis: int, initial: Optional[number]",
        $"torch.segment_reduce(data, '{reduce}', lengths=lengths, axis=axis, initial=initial)");
}
