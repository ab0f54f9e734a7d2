namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The dimension, counted from the front, that the segments' lengths fill.</summary>
    internal static int SegmentReduce<T>(T data, SegmentReduction reduce, T lengths, int axis)
        where T : ITensor<T>
    {
        if (!Enum.IsDefined(reduce))
            throw Error.SegmentReduction(reduce);
        if (Given(lengths).DType != DType.Int32 && lengths.DType != DType.Int64)
            throw Error.SegmentLengthsDType();
        if (!Given(data).DType.IsFloatingPoint)
            throw Error.NoKernel("segment_reduce_cpu", data.DType);
        var place = Dim.Wrap(axis, data.Dim);
        if (data.Dim == 0 || data.Numel == 0)
            throw Error.SegmentsOfNothing();
        if (lengths.Dim != place + 1 || !lengths.Shape.Take(place).SequenceEqual(data.Shape.Take(place)))
            throw Error.SegmentLengthsShape();
        if (lengths.Numel > 0 && T.Any(T.Lt(lengths, 0)).ToScalar().ToBoolean())
            throw Error.NegativeSegmentLength();
        if (!T.All(T.Eq(T.Sum(lengths, [-1], keepDim: false), data.Shape[place])).ToScalar().ToBoolean())
            throw Error.SegmentLengthsSum();
        return place;
    }

    /// <summary>Where segments begin, if nothing else says how long they are.</summary>
    internal static T SegmentOffsets<T>(T? offsets)
        where T : ITensor<T>
        => offsets is not null ? offsets : throw Error.NoSegments();
}
