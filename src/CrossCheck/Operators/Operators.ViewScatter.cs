namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T SelectScatter([Shape(3, 4)] T x, [Shape(3)] T src) => x.SelectScatter(src, -1, -2);

    [Op(Fails = true)]
    private static T SelectScatter_ShapesDiffer([Shape(3, 4)] T x, [Shape(4)] T src) => x.SelectScatter(src, 1, 0);

    [Op(Fails = true)]
    private static T SelectScatter_Outside([Shape(3, 4)] T x, [Shape(4)] T src) => x.SelectScatter(src, 0, 3);

    [Op]
    private static T SliceScatter([Shape(3, 4)] T x, [Shape(3, 2)] T src) => x.SliceScatter(src, -1, 0, null, 2);

    [Op]
    private static T SliceScatter_Whole([Shape(3, 4)] T x, [Shape(3, 4)] T src) => x.SliceScatter(src);

    [Op(Fails = true)]
    private static T SliceScatter_ShapesDiffer([Shape(3, 4)] T x, [Shape(3, 4)] T src) => x.SliceScatter(src, 0, 1);

    [Op(Fails = true)]
    private static T SliceScatter_StepOfZero([Shape(3, 4)] T x, [Shape(3, 4)] T src) => x.SliceScatter(src, 0, 1, 2, 0);

    [Op]
    private static T DiagonalScatter([Shape(3, 4)] T x, [Shape(2)] T src) => x.DiagonalScatter(src, -1);

    [Op]
    private static T DiagonalScatter_OfBatch([Shape(2, 3, 4)] T x, [Shape(3, 2)] T src) => x.DiagonalScatter(src, 1, 0, 2);

    [Op(Fails = true)]
    private static T DiagonalScatter_ShapesDiffer([Shape(3, 4)] T x, [Shape(4)] T src) => x.DiagonalScatter(src);

    [Op(StridedSkip = "libtorch takes contiguous tensors only where it differentiates", DifferencesSkip = "libtorch's gradient is that of what was replaced")]
    private static T AsStridedScatter([Shape(3, 4)] T x, [Shape(2, 2)] T src) => x.AsStridedScatter(src, [2, 2], [5, 1], 1);

    [Op(Fails = true)]
    private static T AsStridedScatter_BeyondMemory([Shape(3)] T x, [Shape(2, 2)] T src) => x.AsStridedScatter(src, [2, 2], [2, 1]);

    [Op(Fails = true)]
    private static T AsStridedScatter_NotContiguous([Shape(3, 4)] T x, [Shape(2)] T src) => x.Detach().Transpose(0, 1).RequiresGrad_().AsStridedScatter(src, [2], [1]);

    [Op(Fails = true)]
    private static T AsStridedScatter_ShapesDiffer([Shape(3, 4)] T x, [Shape(3)] T src) => x.AsStridedScatter(src, [2, 2], [2, 1]);
}
