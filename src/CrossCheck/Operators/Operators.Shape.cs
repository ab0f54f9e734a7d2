namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(StridedSkip = "a view needs its elements side by side")]
    private static T View([Shape(2, 3, 4)] T x) => x.View(4, -1);

    [Op]
    private static T View_Of0Dim([Shape()] T x) => x.View(1, 1);

    [Op]
    private static T View_OfNothing([Shape(0, 3)] T x) => x.View(3, 0);

    [Op(Fails = true)]
    private static T View_OfTransposed([Shape(3, 4)] T x) => x.Transpose().View(12);

    [Op(Fails = true)]
    private static T View_OtherNumberOfElements([Shape(3, 4)] T x) => x.View(5, -1);

    [Op(StridedSkip = "a view needs its elements side by side")]
    private static T UnsafeView([Shape(2, 3, 4)] T x) => T.UnsafeView(x, [6, 4]);

    [Op]
    private static T Reshape_OfTransposed([Shape(2, 3, 4)] T x) => x.Transpose(0, 2).Reshape(6, -1);

    [Op]
    private static T Expand([Shape(3, 1), Shape()] T x) => x.Expand(2, 3, 4);

    [Op]
    private static T Expand_KeepsLengths([Shape(2, 1, 3)] T x) => x.Expand(-1, 4, -1);

    [Op(Fails = true)]
    private static T Expand_OtherLength([Shape(3, 4)] T x) => x.Expand(3, 8);

    [Op]
    private static T Permute([Shape(2, 3, 4)] T x) => x.Permute(2, 0, -2);

    [Op(Fails = true)]
    private static T Permute_SameDimTwice([Shape(3, 4)] T x) => x.Permute(0, 0);

    [Op]
    private static T Transpose([Shape(2, 3, 4)] T x) => x.Transpose(0, -1);

    [Op]
    private static T Transpose_OfAMatrix([Shape(3, 4), Shape(4), Shape()] T x) => x.Transpose();

    [Op(Fails = true)]
    private static T Transpose_OfThreeDims([Shape(2, 3, 4)] T x) => x.Transpose();

    [Op]
    private static T Unsqueeze([Shape(2, 3), Shape()] T x) => x.Unsqueeze(-1);

    [Op(Fails = true)]
    private static T Unsqueeze_TooFar([Shape(3, 4)] T x) => x.Unsqueeze(4);

    [Op]
    private static T Squeeze([Shape(1, 3, 1), Shape(2, 3), Shape()] T x) => x.Squeeze();

    [Op]
    private static T Squeeze_ADim([Shape(2, 1, 3), Shape(2, 3, 1)] T x) => x.Squeeze(1);

    [Op]
    private static T Squeeze_Dims([Shape(1, 2, 1, 3), Shape(2, 1, 1, 1)] T x) => x.Squeeze([0, -2]);

    [Op]
    private static T Squeeze_NoDims([Shape(1, 2)] T x) => x.Squeeze([]);

    [Op(Fails = true)]
    private static T Squeeze_SameDimTwice([Shape(1, 2)] T x) => x.Squeeze([0, -2]);

    [Op]
    private static T Diagonal([Shape(3, 4), Shape(4, 3), Shape(0, 2)] T x) => x.Diagonal(1);

    [Op]
    private static T Diagonal_OfBatch([Shape(2, 3, 4)] T x) => x.Diagonal(-1, 2, 0);

    [Op]
    private static T Diagonal_Outside([Shape(3, 4)] T x) => x.Diagonal(7);

    [Op(Fails = true)]
    private static T Diagonal_SameDimTwice([Shape(3, 4)] T x) => x.Diagonal(0, 1, -1);

    [Op]
    private static T DiagonalCopy([Shape(3, 4), Shape(4, 3)] T x) => x.DiagonalCopy(-1);

    [Op]
    private static T DiagonalCopy_OfBatch([Shape(2, 3, 4)] T x) => x.DiagonalCopy(1, -1, 0);

    [Op]
    private static T DiagEmbed([Shape(3), Shape(2, 3), Shape(0)] T x) => x.DiagEmbed(-1);

    [Op]
    private static T DiagEmbed_Dims([Shape(2, 3)] T x) => x.DiagEmbed(1, 0, 2);

    [Op]
    private static T DiagonalCopy_AsDiag([Shape(3, 4)] T x) => x.Diag(1);

    [Op]
    private static T DiagEmbed_AsDiagflat([Shape(2, 2), Shape()] T x) => x.Diagflat(1);

    [Op]
    private static T Trace([Shape(3, 3), Shape(2, 4), Shape(0, 3)] T x) => x.Trace();

    [Op(Fails = true)]
    private static T Trace_OfAVector([Shape(5)] T x) => x.Trace();

    [Op]
    private static T AsStrided([Shape(3, 4), Shape(12)] T x) => x.AsStrided([2, 3], [5, 1], 1);

    [Op]
    private static T AsStrided_Overlapping([Shape(3, 4)] T x) => x.AsStrided([3, 4], [2, 1]);

    [Op(StridedSkip = "reads memory by its layout", DifferencesSkip = "what a view does not show of its memory gets no gradient")]
    private static T AsStrided_OfAView([Shape(3, 4)] T x) => (x * 1)[1.., ..2].AsStrided([3, 2], [2, 3]);

    [Op]
    private static T AsStrided_OfExpanded([Shape(3, 1)] T x) => (x * 1).Expand(3, 2).AsStrided([2, 2], [1, 1], 0);

    [Op]
    private static T AsStrided_OfNothing([Shape(0, 3)] T x) => x.AsStrided([0, 2], [7, 1]);

    [Op(Fails = true)]
    private static T AsStrided_BeyondMemory([Shape(5)] T x) => x.AsStrided([3, 3], [2, 1]);

    [Op(Fails = true)]
    private static T AsStrided_NegativeStride([Shape(5)] T x) => x.AsStrided([2], [-1], 3);

    [Op(Fails = true)]
    private static T AsStrided_NegativeOffset([Shape(5)] T x) => x.AsStrided([2], [1], -1);

    [Op(Fails = true)]
    private static T AsStrided_NegativeLength([Shape(5)] T x) => x.AsStrided([-1], [0]);

    [Op(Fails = true)]
    private static T AsStrided_CountsDiffer([Shape(5)] T x) => x.AsStrided([2, 2], [1]);

    [Op]
    private static T View_Unflatten([Shape(2, 6)] T x) => x.Unflatten(-1, 2, -1);

    [Op(Fails = true)]
    private static T View_UnflattenUneven([Shape(2, 6)] T x) => x.Unflatten(1, 4, -1);

    [Op]
    private static T View_Ravel([Shape(2, 3, 4)] T x) => x.Permute(2, 0, 1).Ravel();

    [Op]
    private static T Transpose_MT([Shape(2, 3, 4)] T x) => x.MT * 2;

    [Op(Fails = true)]
    private static T Transpose_MTOfAVector([Shape(5)] T x) => x.MT;

    [Op]
    private static T Transpose_H([Shape(3, 4)] T x) => x.H * 2;

    [Op(Fails = true)]
    private static T Transpose_HOfBatch([Shape(2, 3, 4)] T x) => x.H;

    [Op]
    private static T Expand_As([Shape(3, 1)] T x, [Shape(2, 3, 4)] T y) => x.ExpandAs(y) * y;
}
