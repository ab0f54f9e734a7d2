namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Split([Shape(2, 3, 4)] T x) => With(x.Split(3, -1), parts => parts[0].Sum() * parts[1].Sum());

    [Op]
    private static T Split_APart([Shape(2, 3), Shape(4, 1)] T x) => x.Split(2)[^1];

    [Op]
    private static T Split_Sizes([Shape(2, 3, 4)] T x) => With(x.Split([1, 0, 2], 1), parts => parts[0] * parts[2]);

    [Op]
    private static T Split_OfNothing([Shape(0, 2)] T x) => x.Split(0)[0];

    [Op(Fails = true)]
    private static T Split_IntoNothing([Shape(5)] T x) => x.Split(0)[0];

    [Op(Fails = true)]
    private static T Split_SumDiffers([Shape(5)] T x) => x.Split([2, 2])[0];

    [Op]
    private static T UnsafeSplit([Shape(2, 3, 4)] T x) => With(x.UnsafeSplit(3, -1), parts => parts[0].Sum() * parts[1].Sum());

    [Op]
    private static T UnsafeSplit_WrittenInPlace([Shape(5)] T x) => With((x * 1).UnsafeSplit(3), parts => parts[0].Mul_(2).Sum() + parts[1].Sum());

    [Op]
    private static T UnsafeSplit_Chunk([Shape(5)] T x) => With(x.UnsafeChunk(2), parts => parts[0].Sum() * parts[1].Sum());

    [Op]
    private static T UnsafeSplitWithSizes([Shape(2, 3, 4)] T x) => With(x.UnsafeSplitWithSizes([1, 0, 2], 1), parts => parts[0] * parts[2]);

    [Op]
    private static T Split_Chunk([Shape(5)] T x) => With(x.Chunk(2), parts => parts[0].Sum() * parts[1].Sum());

    [Op]
    private static T Unbind([Shape(2, 3, 4)] T x) => With(x.Unbind(1), parts => parts[0] * parts[2].Pow(2));

    [Op(Fails = true)]
    private static T Unbind_Of0Dim([Shape()] T x) => x.Unbind()[0];

    [Op]
    private static T Slice_TensorSplit([Shape(5)] T x) => With(x.TensorSplit(3), parts => parts[0].Sum() * parts[1] * parts[2]);

    [Op]
    private static T Slice_TensorSplitAtIndices([Shape(2, 3, 4)] T x) => With(x.TensorSplit([1, 5], 1), parts => parts[0].Sum() * parts[1]);

    [Op]
    private static T Slice_TensorSplitByTensor([Shape(2, 3, 4)] T x) => With(x.TensorSplit(Index([2], 1, -1), 2), parts => parts[0] * parts[2]);

    [Op]
    private static T Slice_TensorSplitBySections([Shape(5)] T x) => With(x.TensorSplit(Index([], 2)), parts => parts[0][..2] * parts[1]);

    [Op(Fails = true)]
    private static T Slice_TensorSplitIntoNone([Shape(5)] T x) => x.TensorSplit(0)[0];

    [Op(Fails = true)]
    private static T Slice_TensorSplitByMatrix([Shape(5)] T x) => x.TensorSplit(Index([1, 1], 2))[0];

    [Op]
    private static T Slice_Hsplit([Shape(2, 4), Shape(4)] T x) => With(x.Hsplit(2), parts => parts[0] * parts[1]);

    [Op]
    private static T Slice_HsplitAtIndices([Shape(2, 4), Shape(4)] T x) => With(x.Hsplit([1, 3]), parts => parts[0] * parts[1] * parts[2]);

    [Op(Fails = true)]
    private static T Slice_HsplitUneven([Shape(5)] T x) => x.Hsplit(2)[0];

    [Op(Fails = true)]
    private static T Slice_HsplitOf0Dim([Shape()] T x) => x.Hsplit(2)[0];

    [Op]
    private static T Slice_Vsplit([Shape(4, 2)] T x) => With(x.Vsplit(2), parts => parts[0] * parts[1]);

    [Op]
    private static T Slice_VsplitAtIndices([Shape(4, 2)] T x) => With(x.Vsplit([2]), parts => parts[0] * parts[1]);

    [Op(Fails = true)]
    private static T Slice_VsplitOfAVector([Shape(5)] T x) => x.Vsplit(5)[0];

    [Op]
    private static T Slice_Dsplit([Shape(1, 2, 4)] T x) => With(x.Dsplit(2), parts => parts[0] * parts[1]);

    [Op]
    private static T Slice_DsplitAtIndices([Shape(1, 2, 4)] T x) => With(x.Dsplit([2]), parts => parts[0] * parts[1]);

    [Op(Fails = true)]
    private static T Slice_DsplitOfAMatrix([Shape(3, 4)] T x) => x.Dsplit(2)[0];

    [Op]
    private static T Slice_Narrow([Shape(2, 3, 4)] T x) => x.Narrow(-1, -3, 2);

    [Op]
    private static T Slice_NarrowFromTensor([Shape(2, 3, 4)] T x) => x.Narrow(1, Index([], 1), 2);

    [Op(Fails = true)]
    private static T Slice_NarrowTooFar([Shape(5)] T x) => x.Narrow(0, 4, 2);

    [Op(Fails = true)]
    private static T Slice_NarrowFromVector([Shape(5)] T x) => x.Narrow(0, Index([1], 1), 2);

    [Op]
    private static T Clone_NarrowCopy([Shape(5)] T x) => x.NarrowCopy(0, 1, 3);
}
