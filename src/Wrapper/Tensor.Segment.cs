namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor SegmentReduce(Tensor data, SegmentReduction reduce, Tensor lengths, int axis, Scalar? initial)
    {
        var place = Check.SegmentReduce(data, reduce, lengths, axis);
        var function = reduce switch
        {
            SegmentReduction.Sum => Aten.SegmentSum,
            SegmentReduction.Mean => Aten.SegmentMean,
            SegmentReduction.Max => Aten.SegmentMax,
            SegmentReduction.Min => Aten.SegmentMin,
            _ => Aten.SegmentProd,
        };
        // libtorch reads the elements as if they lay side by side.
        var result = function.Call(Contiguous(data), Contiguous(lengths), place, initial?.ToDouble())[0];
        return Record("SegmentReduceBackward0", result, data);
    }
}
