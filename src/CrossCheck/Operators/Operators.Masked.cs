namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T MaskedSum([Shape(2, 3, 4)] T x) => Composites.MaskedSum(x);

    [Op]
    private static T MaskedSum_Dims([Shape(2, 3, 4)] T x) => Composites.MaskedSum(x, [0, -1], keepDim: true, mask: x[0] > -2.5);

    [Op]
    private static T MaskedProd([Shape(2, 3)] T x) => Composites.MaskedProd(x);

    [Op]
    private static T MaskedProd_Dims([Shape(2, 3, 4)] T x) => Composites.MaskedProd(x, [0, -1], keepDim: true, mask: x[0] > -2.5);

    [Op]
    private static T MaskedAmax([Shape(2, 3, 4)] T x) => Composites.MaskedAmax(x);

    [Op(DTypesSkip = BeyondReference)]
    private static T MaskedAmax_Dims([Shape(2, 3, 4)] T x) => Composites.MaskedAmax(x, [0, -1], keepDim: true, mask: x[0] > -2.5);

    [Op]
    private static T MaskedAmin([Shape(2, 3, 4)] T x) => Composites.MaskedAmin(x);

    [Op(DTypesSkip = BeyondReference)]
    private static T MaskedAmin_Dims([Shape(2, 3, 4)] T x) => Composites.MaskedAmin(x, [0, -1], keepDim: true, mask: x[0] > -2.5);

    [Op]
    private static T MaskedMean([Shape(2, 3, 4)] T x) => Composites.MaskedMean(x);

    [Op]
    private static T MaskedMean_Dims([Shape(2, 3, 4)] T x) => Composites.MaskedMean(x, [0, -1], keepDim: true, mask: x[0] > -2.5);

    [Op]
    private static T MaskedLogsumexp([Shape(2, 3, 4)] T x) => Composites.MaskedLogsumexp(x);

    [Op(DTypesSkip = BeyondReference)]
    private static T MaskedLogsumexp_Dims([Shape(2, 3, 4)] T x) => Composites.MaskedLogsumexp(x, [0, -1], keepDim: true, mask: x[0] > -2.5);

    [Op]
    private static T MaskedVar([Shape(2, 3, 4)] T x) => Composites.MaskedVar(x);

    [Op]
    private static T MaskedVar_Dims([Shape(2, 3, 4)] T x) => Composites.MaskedVar(x, [0, -1], keepDim: true, mask: x[0] > -2.5);

    [Op]
    private static T MaskedStd([Shape(2, 3, 4)] T x) => Composites.MaskedStd(x);

    [Op]
    private static T MaskedStd_Dims([Shape(2, 3, 4)] T x) => Composites.MaskedStd(x, [0, -1], keepDim: true, mask: x[0] > -2.5);

    [Op]
    private static T MaskedCumsum([Shape(2, 3, 4)] T x) => Composites.MaskedCumsum(x, 1, mask: x > -2.5);

    [Op]
    private static T MaskedCumprod([Shape(2, 3, 4)] T x) => Composites.MaskedCumprod(x, 1, mask: x > -2.5);

    [Op(DTypesSkip = BeyondReference)]
    private static T MaskedSoftmax([Shape(2, 3, 4)] T x) => Composites.MaskedSoftmax(x, 1, mask: x > -2.5);

    [Op(DTypesSkip = BeyondReference)]
    private static T MaskedSoftmin([Shape(2, 3, 4)] T x) => Composites.MaskedSoftmin(x, 1, mask: x > -2.5);

    [Op]
    private static T MaskedMedian([Shape(2, 3, 4)] T x) => Composites.MaskedMedian(x, 1, mask: x > -2.5);

    [Op(DifferencesSkip = NotFinite, DTypesSkip = BeyondReference)]
    private static T MaskedLogSoftmax([Shape(2, 3, 4)] T x) => Composites.MaskedLogSoftmax(x, 1, mask: x > -2.5);

    [Op]
    private static T MaskedNorm([Shape(2, 3, 4)] T x) => Composites.MaskedNorm(x, 3, [1], mask: x > -2.5);

    [Op(DTypesSkip = BeyondReference)]
    private static T MaskedNorm_Smallest([Shape(2, 3, 4)] T x) => Composites.MaskedNorm(x, double.NegativeInfinity, [1], mask: x > -2.5);

    [Op]
    private static T MaskedNormalize([Shape(2, 3, 4)] T x) => Composites.MaskedNormalize(x, 2, 1, mask: x > -2.5);

    [Op(DTypesSkip = BeyondReference, DifferencesSkip = "the second derivative beside -inf is nan")]
    private static T MaskedLogaddexp([Shape(2, 3)] T x, [Shape(2, 3)] T y) => Composites.MaskedLogaddexp(x, y, inputMask: x > -2.5, otherMask: y > -2);

    [Op(Orders = 0, DTypesSkip = BeyondReference)]
    private static T MaskedArgmax([Shape(2, 3, 4)] T x) => Composites.MaskedArgmax(x, 1, mask: x < 2) + Composites.MaskedArgmax(x);

    [Op(Orders = 0, DTypesSkip = BeyondReference)]
    private static T MaskedArgmin([Shape(2, 3, 4)] T x) => Composites.MaskedArgmin(x, 1, mask: x > -2.5) + Composites.MaskedArgmin(x);

    [Op(Fails = true)]
    private static T MaskedSum_LargerMask([Shape(3)] T x, [Shape(2, 3)] T y) => Composites.MaskedSum(x, mask: y > 0);

    [Op(Fails = true)]
    private static T MaskedVar_BothCorrections([Shape(3)] T x) => Composites.MaskedVar(x, unbiased: true, correction: 1);

    private const string BeyondReference = "what stands for an infinity in int64 is beyond the integers that the reference holds";
}
