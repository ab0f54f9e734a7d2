namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T Softmax([Shape(2, 3), Shape(3), Shape(), Shape(0, 3)] T x) => T.Softmax(x, -1);

    [Op]
    private static T Softmax_First([Shape(2, 3), Shape(2, 2, 2), Shape(3, 0)] T x) => T.Softmax(x, 0);

    [Op]
    private static T Softmax_Large([Shape(2, 3)] T x) => T.Softmax(x * 400, 1);

    [Op(Fails = true)]
    private static T Softmax_NoSuchDim([Shape(2, 3)] T x) => T.Softmax(x, 2);

    [Op]
    private static T LogSoftmax([Shape(2, 3), Shape(3), Shape(), Shape(0, 3)] T x) => T.LogSoftmax(x, -1);

    [Op]
    private static T LogSoftmax_First([Shape(2, 3), Shape(2, 2, 2), Shape(3, 0)] T x) => T.LogSoftmax(x, 0);

    [Op]
    private static T LogSoftmax_Large([Shape(2, 3)] T x) => T.LogSoftmax(x * 400, 1);

    [Op(Fails = true)]
    private static T LogSoftmax_NoSuchDim([Shape(2, 3)] T x) => T.LogSoftmax(x, -3);

    [Op]
    private static T Softmin([Shape(2, 3)] T x) => x.Softmin(1, DType.Float64);

    [Op]
    private static T Glu([Shape(2, 4), Shape(6), Shape(0, 2)] T x) => T.Glu(x, -1);

    [Op]
    private static T Glu_First([Shape(2, 3), Shape(4, 1, 2)] T x) => T.Glu(x, 0);

    [Op(Fails = true)]
    private static T Glu_OddLength([Shape(2, 3)] T x) => T.Glu(x, 1);

    [Op(Fails = true)]
    private static T Glu_Number([Shape()] T x) => T.Glu(x, 0);

    [Op]
    private static T Prelu([Shape(2, 3), Shape(2, 3, 2), Shape(0, 3)] T x, [Shape(3)] T weight) => x.Prelu(weight);

    [Op]
    private static T Prelu_OneWeight([Shape(2, 3), Shape(3), Shape()] T x, [Shape(1), Shape(), Shape(1)] T weight) => x.Prelu(weight);

    [Op(Fails = true)]
    private static T Prelu_OtherChannels([Shape(2, 3)] T x, [Shape(2)] T weight) => x.Prelu(weight);

    [Op(Fails = true)]
    private static T Prelu_WeightsOfANumber([Shape()] T x, [Shape(2)] T weight) => x.Prelu(weight);

    [Op(Fails = true)]
    private static T Prelu_WeightDims([Shape(2, 3)] T x, [Shape(3, 1)] T weight) => x.Prelu(weight);
}
