namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Orders = 1)]
    private static T AvgPool([Shape(2, 1, 4, 5), Shape(1, 4, 5), Shape(0, 1, 4, 5)] T x)
        => T.AvgPool(x, [2, 3], [1, 2], [1, 1], ceilMode: false, countIncludePad: true, divisorOverride: null);

    [Op(Orders = 1)]
    private static T AvgPool1d([Shape(1, 2, 7), Shape(2, 7)] T x) => x.AvgPool1d(3, stride: 2, padding: 1, ceilMode: true);

    [Op(Orders = 1)]
    private static T AvgPool2d([Shape(1, 2, 5, 4)] T x) => x.AvgPool2d([3, 2], padding: 1, ceilMode: true, countIncludePad: false);

    [Op(Orders = 1)]
    private static T AvgPool2d_OtherDivisor([Shape(1, 1, 4, 4)] T x) => x.AvgPool2d(2, divisorOverride: 3);

    [Op(Orders = 1)]
    private static T AvgPool3d([Shape(1, 1, 3, 4, 3), Shape(1, 3, 4, 3)] T x) => x.AvgPool3d([2, 3, 2], stride: [1, 2, 1], padding: [1, 0, 1]);

    [Op(Orders = 1)]
    private static T MaxPoolWithIndices([Shape(2, 1, 4, 5), Shape(1, 4, 5), Shape(0, 1, 4, 5)] T x)
        => T.MaxPoolWithIndices(x, [2, 3], [1, 2], [1, 1], [1, 1], ceilMode: false).Values;

    [Op(Orders = 0)]
    private static T MaxPoolWithIndices_OfTies([Shape(2, 1, 4, 5)] T x)
        => T.MaxPoolWithIndices(T.Sign(x), [2, 3], [1, 1], [1, 0], [1, 1], ceilMode: false).Indices;

    [Op(Orders = 1)]
    private static T MaxPoolWithIndices_OfEquals([Shape(1, 1, 2, 3)] T x)
        => T.MaxPoolWithIndices(T.Mul(x, T.Gt(x, 9)), [2, 2], [1, 1], [0, 0], [1, 1], ceilMode: false).Values;

    [Op(Orders = 0)]
    private static T MaxPoolWithIndices_OfNan([Shape(1, 1, 3, 4)] T x)
        => T.MaxPoolWithIndices(T.Where(T.Gt(T.Abs(x), 1), x, T.Mul(x, double.NaN)), [2, 2], [1, 1], [0, 0], [1, 1], ceilMode: false).Indices;

    [Op(Orders = 1)]
    private static T MaxPool1d([Shape(1, 2, 7), Shape(2, 7)] T x) => x.MaxPool1d(3, stride: 2, padding: 1, ceilMode: true);

    [Op(Orders = 0)]
    private static T MaxPool1dWithIndices([Shape(1, 2, 7)] T x) => x.MaxPool1dWithIndices(2, dilation: 2).Indices;

    [Op(Orders = 1)]
    private static T MaxPool2d([Shape(1, 2, 4, 5)] T x) => x.MaxPool2d([2, 3], stride: [2, 1], dilation: [2, 1], ceilMode: true);

    [Op(Orders = 0)]
    private static T MaxPool2dWithIndices([Shape(2, 4, 5)] T x) => x.MaxPool2dWithIndices(3, padding: 1).Indices;

    [Op(Orders = 1)]
    private static T MaxPool3d([Shape(1, 1, 3, 4, 3), Shape(1, 3, 4, 3)] T x) => x.MaxPool3d(2, padding: 1);

    [Op(Orders = 0)]
    private static T MaxPool3dWithIndices([Shape(1, 1, 3, 4, 3)] T x) => x.MaxPool3dWithIndices([2, 1, 2], stride: 1).Indices;

    [Op(Orders = 1)]
    private static T AdaptiveAvgPool([Shape(2, 1, 5, 4), Shape(1, 5, 4)] T x) => T.AdaptiveAvgPool(x, [3, 2]);

    [Op(Orders = 1)]
    private static T AdaptiveAvgPool1d([Shape(1, 2, 7), Shape(2, 7)] T x) => x.AdaptiveAvgPool1d(3);

    [Op(Orders = 1)]
    private static T AdaptiveAvgPool2d_ToOne([Shape(1, 2, 3, 4)] T x) => x.AdaptiveAvgPool2d(1);

    [Op(Orders = 1)]
    private static T AdaptiveAvgPool2d([Shape(1, 2, 3, 4)] T x) => x.AdaptiveAvgPool2d([null, 5]);

    [Op(Orders = 1)]
    private static T AdaptiveAvgPool3d([Shape(1, 1, 3, 4, 5)] T x) => x.AdaptiveAvgPool3d([2, null, 3]);

    [Op(Orders = 1)]
    private static T AdaptiveMaxPoolWithIndices([Shape(2, 1, 5, 4), Shape(1, 5, 4)] T x) => T.AdaptiveMaxPoolWithIndices(x, [3, 2]).Values;

    [Op(Orders = 0)]
    private static T AdaptiveMaxPoolWithIndices_OfTies([Shape(2, 1, 5, 4)] T x) => T.AdaptiveMaxPoolWithIndices(T.Sign(x), [3, 2]).Indices;

    [Op(Orders = 1)]
    private static T AdaptiveMaxPool1d([Shape(1, 2, 7), Shape(2, 7)] T x) => x.AdaptiveMaxPool1d(3);

    [Op(Orders = 0)]
    private static T AdaptiveMaxPool1dWithIndices([Shape(1, 2, 7)] T x) => x.AdaptiveMaxPool1dWithIndices(4).Indices;

    [Op(Orders = 1)]
    private static T AdaptiveMaxPool2d([Shape(2, 3, 4)] T x) => x.AdaptiveMaxPool2d([2, null]);

    [Op(Orders = 1)]
    private static T AdaptiveMaxPool3d([Shape(1, 1, 3, 4, 5)] T x) => x.AdaptiveMaxPool3d([2, 3, null]);

    [Op(Orders = 1)]
    private static T MaxUnpool([Shape(1, 2, 1, 3)] T x) => T.MaxUnpool(x, Index([1, 2, 1, 3], 5, 0, 2, 1, 3, 4), [2, 3]);

    [Op(Orders = 1)]
    private static T MaxUnpool_InThreeDimensions([Shape(1, 2, 1, 3)] T x)
        => T.MaxUnpool(x, Index([1, 2, 1, 3], 5, 0, 2, 1, 3, 4), [2, 1, 3]);

    [Op(Orders = 1)]
    private static T MaxUnpool1d([Shape(1, 2, 2)] T x) => x.MaxUnpool1d(Index([1, 2, 2], 1, 3, 0, 4), 2, outputSize: [1, 2, 5]);

    [Op(Orders = 1)]
    private static T MaxUnpool2d([Shape(1, 1, 2, 2)] T x) => x.MaxUnpool2d(Index([1, 1, 2, 2], 0, 3, 9, 14), 2);

    [Op(Orders = 1)]
    private static T MaxUnpool3d([Shape(1, 1, 1, 1, 2)] T x) => x.MaxUnpool3d(Index([1, 1, 1, 1, 2], 1, 10), 2);

    [Op]
    private static T LpPool1d([Shape(1, 2, 7), Shape(2, 7)] T x) => x.LpPool1d(2, 3, ceilMode: true);

    [Op]
    private static T LpPool2d([Shape(1, 2, 4, 5), Shape(1, 4, 5), Domain(0.5, 3)] T x) => x.LpPool2d(1.5, [2, 3], stride: 2);

    [Op]
    private static T LpPool3d([Shape(1, 1, 3, 4, 3)] T x) => x.LpPool3d(2, 2, stride: 1);

    [Op(Fails = true)]
    private static T AvgPool1d_OfAVector([Shape(4)] T x) => x.AvgPool1d(2);

    [Op(Fails = true)]
    private static T AvgPool2d_ThreeNumbers([Shape(1, 1, 4, 4)] T x) => x.AvgPool2d([2, 2, 2]);

    [Op(Fails = true)]
    private static T AvgPool2d_NoDivisor([Shape(1, 1, 4, 4)] T x) => x.AvgPool2d(2, divisorOverride: 0);

    [Op(Fails = true)]
    private static T AvgPool3d_OfAVector([Shape(4)] T x) => x.AvgPool3d(2);

    [Op(Fails = true)]
    private static T MaxPool2d_LargeWindow([Shape(1, 1, 1, 1)] T x) => x.MaxPool2d(2);

    [Op(Fails = true)]
    private static T MaxPool2d_LargePadding([Shape(1, 1, 4, 4)] T x) => x.MaxPool2d(2, padding: 3);

    [Op(Fails = true)]
    private static T MaxPool2d_OfPadding([Shape(1, 1, 1, 4)] T x) => x.MaxPool2d(2, stride: 1, padding: [2, 0], dilation: 3);

    [Op(Fails = true)]
    private static T MaxPool2d_NoStride([Shape(1, 1, 4, 4)] T x) => x.MaxPool2d(2, stride: 0);

    [Op(Fails = true)]
    private static T MaxPool3d_OfNothing([Shape(1, 1, 0, 4, 4)] T x) => x.MaxPool3d(2);

    [Op(Fails = true)]
    private static T AdaptiveAvgPool2d_OfNothing([Shape(1, 2, 0, 4)] T x) => x.AdaptiveAvgPool2d(2);

    [Op(Fails = true)]
    private static T AdaptiveMaxPool2d_OfAMatrix([Shape(3, 4)] T x) => x.AdaptiveMaxPool2d(2);

    [Op(Fails = true)]
    private static T AdaptiveMaxPool2d_NegativeSize([Shape(1, 3, 4)] T x) => x.AdaptiveMaxPool2d(-2);

    [Op(Fails = true)]
    private static T MaxUnpool2d_IndexOutside([Shape(1, 1, 2, 2)] T x) => x.MaxUnpool2d(Index([1, 1, 2, 2], 0, 3, 9, 999), 2);

    [Op(Fails = true)]
    private static T MaxUnpool2d_OtherIndices([Shape(1, 1, 2, 2)] T x) => x.MaxUnpool2d(Index([1, 1, 2, 1], 0, 3), 2);

    [Op(Fails = true)]
    private static T MaxUnpool2d_NoSuchSize([Shape(1, 1, 2, 2)] T x) => x.MaxUnpool2d(Index([1, 1, 2, 2], 0, 3, 9, 1), 2, outputSize: [4, 9]);
}
