namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException SegmentReduction(SegmentReduction reduce) => new($"unsupported reduction given! {reduce}");

    internal static TorchArgumentException SegmentLengthsDType() => new("lengths should be int32 or int64");

    internal static TorchArgumentException SegmentsOfNothing() => new("segment_reduce(): expected data with elements");

    internal static TorchArgumentException SegmentLengthsShape()
        => new("Expected lengths.size(dim) == data.size(dim) for all dimensions before the axis");

    internal static TorchArgumentException NegativeSegmentLength() => new("lengths contains negative value!");

    internal static TorchArgumentException SegmentLengthsSum()
        => new("segment_reduce(): Expected all rows of lengths along axis to sum to data.size(lengths.dim()-1) when !unsafe.");

    internal static TorchArgumentException NoSegments() => new("segment_reduce(): Either lengths or offsets must be defined.");
}
