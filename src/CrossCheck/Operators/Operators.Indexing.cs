namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Select([Shape(2, 3, 4)] T x) => x.Select(1, -1);

    [Op(Fails = true)]
    private static T Select_OutOfRange([Shape(3, 4)] T x) => x.Select(0, 3);

    [Op(Fails = true)]
    private static T Select_Of0Dim([Shape()] T x) => x.Select(0, 0);

    [Op]
    private static T Slice([Shape(2, 3, 4)] T x) => x.Slice(-1, 0, -1, 2);

    [Op]
    private static T Slice_Whole([Shape(3), Shape(0)] T x) => x.Slice();

    [Op]
    private static T Slice_BeyondTheEnd([Shape(5)] T x) => x.Slice(0, 2, 100);

    [Op(Fails = true)]
    private static T Slice_StepOfZero([Shape(5)] T x) => x.Slice(0, 0, 2, 0);

    [Op]
    private static T Slice_NewAxisAndEllipsis([Shape(2, 3, 4)] T x) => x[TensorIndex.NewAxis, 0, TensorIndex.Ellipsis, 1..];

    [Op(Fails = true)]
    private static T Select_TooManyIndices([Shape(5)] T x) => x[0, 0];

    [Op(Fails = true)]
    private static T Slice_TwoEllipses([Shape(2, 3, 4)] T x) => x[TensorIndex.Ellipsis, TensorIndex.Ellipsis];
}
