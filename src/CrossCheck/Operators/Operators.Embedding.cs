namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Orders = 1)]
    private static T Embedding([Shape(5, 3)] T weight) => Index([2, 2], 4, 0, 4, 2).Embedding(weight);

    [Op(Orders = 1)]
    private static T Embedding_OfNothing([Shape(5, 3)] T weight) => Index([0]).Embedding(weight);

    [Op(Orders = 1)]
    private static T Embedding_OfANumber([Shape(5, 3)] T weight) => Index([], 3).Embedding(weight);

    [Op(Orders = 1, DifferencesSkip = "the row of the padding has a gradient of 0 by definition")]
    private static T Embedding_Padding([Shape(5, 3)] T weight) => Index([4], 4, 0, 4, 2).Embedding(weight, paddingIdx: -1);

    [Op(Orders = 1, DifferencesSkip = "the gradient is divided by how often a row is named, by definition")]
    private static T Embedding_ScaledGradient([Shape(5, 3)] T weight) => Index([4], 4, 0, 4, 2).Embedding(weight, scaleGradByFreq: true);

    [Op(Orders = 1, DifferencesSkip = "the weight itself is shortened", StridedSkip = "the weight itself is shortened", DTypesSkip = "integers have no norm")]
    private static T Embedding_Shortened([Shape(5, 3)] T weight) => Index([4], 4, 0, 4, 2).Embedding(weight.Detach().Clone().RequiresGrad_(), maxNorm: 1);

    [Op(Orders = 1, DTypesSkip = "libtorch knows no such sums of integers")]
    private static T EmbeddingBag([Shape(5, 3)] T weight) => Index([5], 4, 0, 4, 2, 1).EmbeddingBag(weight, Index([2], 0, 2));

    [Op(Orders = 1, DTypesSkip = "libtorch knows no such sums of integers")]
    private static T EmbeddingBag_Matrix([Shape(5, 3)] T weight) => Index([2, 3], 4, 0, 4, 2, 1, 1).EmbeddingBag(weight, mode: EmbeddingBagMode.Sum);

    [Op(Orders = 1, DTypesSkip = "libtorch knows no such sums of integers")]
    private static T EmbeddingBag_EmptyBags([Shape(5, 3)] T weight)
        => Index([5], 4, 0, 4, 2, 1).EmbeddingBag(weight, Index([4], 0, 2, 2, 5), includeLastOffset: false);

    [Op(Orders = 1, DTypesSkip = "libtorch knows no such sums of integers")]
    private static T EmbeddingBag_LastOffset([Shape(5, 3)] T weight)
        => Index([5], 4, 0, 4, 2, 1).EmbeddingBag(weight, Index([3], 0, 2, 5), mode: EmbeddingBagMode.Sum, includeLastOffset: true);

    [Op(Orders = 1, DTypesSkip = "libtorch knows no such sums of integers")]
    private static T EmbeddingBag_Factors([Shape(5, 3)] T weight, [Shape(5)] T factors)
        => Index([5], 4, 0, 4, 2, 1).EmbeddingBag(weight, Index([2], 0, 2), mode: EmbeddingBagMode.Sum, perSampleWeights: factors);

    [Op(Orders = 1, DTypesSkip = "libtorch knows no such sums of integers")]
    private static T EmbeddingBag_Max([Shape(5, 3)] T weight)
        => Index([5], 4, 0, 4, 2, 1).EmbeddingBag(weight, Index([3], 0, 2, 2), mode: EmbeddingBagMode.Max);

    [Op(Orders = 1, DTypesSkip = "libtorch knows no such sums of integers")]
    private static T EmbeddingBag_Padding([Shape(5, 3)] T weight) => Index([5], 4, 0, 4, 2, 1).EmbeddingBag(weight, Index([2], 0, 2), paddingIdx: 4);

    [Op(Orders = 1, DTypesSkip = "libtorch knows no such sums of integers", DifferencesSkip = "the gradient is divided by how often a row is named, by definition")]
    private static T EmbeddingBag_ScaledGradient([Shape(5, 3)] T weight)
        => Index([5], 4, 0, 4, 2, 1).EmbeddingBag(weight, Index([2], 0, 2), scaleGradByFreq: true);

    [Op(Orders = 0, DTypesSkip = "x is made int64")]
    private static T OneHot([Shape(2, 3), Domain(0, 5)] T x) => x.To(DType.Int64).OneHot();

    [Op(Orders = 0, DTypesSkip = "x is made int64")]
    private static T OneHot_MoreClasses([Shape(2, 3), Shape(), Shape(0), Domain(0, 5)] T x) => x.To(DType.Int64).OneHot(7);

    [Op(Fails = true)]
    private static T Embedding_NoSuchRow([Shape(3, 2)] T weight) => Index([1], 3).Embedding(weight);

    [Op(Fails = true)]
    private static T Embedding_NegativeRow([Shape(3, 2)] T weight) => Index([1], -1).Embedding(weight);

    [Op(Fails = true)]
    private static T Embedding_OfFloats([Shape(3)] T x, [Shape(3, 2)] T weight) => x.Embedding(weight);

    [Op(Fails = true)]
    private static T Embedding_NoMatrix([Shape(3)] T weight) => Index([1], 0).Embedding(weight);

    [Op(Fails = true)]
    private static T Embedding_NoSuchPadding([Shape(3, 2)] T weight) => Index([1], 0).Embedding(weight, paddingIdx: 9);

    [Op(Fails = true)]
    private static T EmbeddingBag_NoSuchRow([Shape(3, 2)] T weight) => Index([1], 7).EmbeddingBag(weight, Index([1], 0));

    [Op(Fails = true)]
    private static T EmbeddingBag_FirstOffset([Shape(3, 2)] T weight) => Index([1], 1).EmbeddingBag(weight, Index([1], 9));

    [Op(Fails = true)]
    private static T EmbeddingBag_NoOffsets([Shape(3, 2)] T weight) => Index([1], 1).EmbeddingBag(weight);

    [Op(Fails = true)]
    private static T EmbeddingBag_FactorsOfMeans([Shape(3, 2)] T weight, [Shape(1)] T factors)
        => Index([1], 1).EmbeddingBag(weight, Index([1], 0), perSampleWeights: factors);

    [Op(Fails = true)]
    private static T OneHot_Negative([Shape(3)] T x) => T.Floor(x).To(DType.Int64).OneHot();

    [Op(Fails = true)]
    private static T OneHot_TooLarge([Shape(3), Domain(0, 9)] T x) => x.To(DType.Int64).OneHot(3);

    [Op(Fails = true)]
    private static T OneHot_OfFloats([Shape(3)] T x) => x.OneHot();

    [Op(Fails = true)]
    private static T OneHot_OfNothing([Shape(0)] T x) => x.To(DType.Int64).OneHot();
}
