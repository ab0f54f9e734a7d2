namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op(Kinks = [-1, 1])]
    private static T HingeEmbeddingLoss(T x, T target) => x.HingeEmbeddingLoss(target, reduction: Reduction.None);

    [Op]
    private static T MarginRankingLoss([Shape(2, 3), Shape(1, 3)] T input1, [Shape(2, 3), Shape(2, 1)] T input2, [Shape(2, 3), Shape(2, 3)] T target)
        => input1.MarginRankingLoss(input2, target, margin: 1, reduction: Reduction.None);

    [Op(DifferencesSkip = "the slope jumps")]
    private static T MarginRankingLoss_Kink([Shape(2, 3)] T input1, [Shape(2, 3)] T target) => input1.MarginRankingLoss(input1.Detach(), target);

    [Op(Fails = true)]
    private static T MarginRankingLoss_Dims([Shape(2, 3)] T input1, [Shape(3)] T input2, [Shape(2, 3)] T target)
        => input1.MarginRankingLoss(input2, target);

    [Op]
    private static T SoftMarginLoss(T x) => T.SoftMarginLoss(x, T.Add(T.Mul(x.Detach(), 0), -1), Reduction.None);

    [Op]
    private static T SoftMarginLoss_Mean([Shape(3)] T x) => T.SoftMarginLoss(x, Weights(x, 1, -1, 0.5), Reduction.Mean);

    [Op(Fails = true)]
    private static T SoftMarginLoss_LargerThanTheTarget([Shape(2, 3)] T x, [Shape(3)] T target) => x.SoftMarginLoss(target.Detach());

    [Op(Orders = 1)]
    private static T MultiMarginLoss([Shape(3, 4)] T x) => T.MultiMarginLoss(x, Index([3], 1, 3, 0), 1, 1.0, default, Reduction.Mean);

    [Op(Orders = 1)]
    private static T MultiMarginLoss_Squared([Shape(3, 4)] T x)
        => T.MultiMarginLoss(x, Index([3], 1, 3, 0), 2, 0.5, Weights(x, 2, 0.5, 1, 1.5), Reduction.None);

    [Op(Orders = 1)]
    private static T MultiMarginLoss_OneVector([Shape(4)] T x) => T.MultiMarginLoss(x, Index([], 2), 2, 1.0, default, Reduction.Mean);

    [Op(Orders = 1)]
    private static T MultiMarginLoss_BatchOfOne([Shape(4)] T x) => T.MultiMarginLoss(x, Index([1], 2), 1, 1.0, default, Reduction.None);

    [Op(Orders = 1)]
    private static T MultiMarginLoss_Ties([Shape(2, 3)] T x) => T.MultiMarginLoss(x * 0, Index([2], 1, 2), 1, 0, default, Reduction.Sum);

    [Op(Orders = 1)]
    private static T MultiMarginLoss_NoRows([Shape(0, 3)] T x) => T.MultiMarginLoss(x, Index([0]), 1, 1.0, default, Reduction.Sum);

    [Op(Fails = true)]
    private static T MultiMarginLoss_NoSuchClass([Shape(2, 3)] T x) => x.MultiMarginLoss(Index([2], 0, 3));

    [Op(Fails = true)]
    private static T MultiMarginLoss_TargetSize([Shape(2, 3)] T x) => x.MultiMarginLoss(Index([3], 0, 1, 2));

    [Op(Fails = true)]
    private static T MultiMarginLoss_WeightSize([Shape(2, 3)] T x) => x.MultiMarginLoss(Index([2], 0, 1), weight: Weights(x, 1, 2));

    [Op(Fails = true)]
    private static T MultiMarginLoss_NoClasses([Shape(2, 0)] T x) => x.MultiMarginLoss(Index([2], 0, 1));

    [Op(Fails = true)]
    private static T MultiMarginLoss_Power([Shape(2, 3)] T x) => x.MultiMarginLoss(Index([2], 0, 1), p: 3);

    [Op(Orders = 1)]
    private static T MultilabelMarginLoss([Shape(2, 4)] T x) => T.MultilabelMarginLoss(x, Index([2, 4], 3, 0, -1, 1, 2, 2, 0, -1), Reduction.Mean);

    [Op(Orders = 1)]
    private static T MultilabelMarginLoss_EachRow([Shape(2, 3)] T x) => T.MultilabelMarginLoss(x, Index([2, 3], 0, -1, 1, -1, 2, 2), Reduction.None);

    [Op(Orders = 1)]
    private static T MultilabelMarginLoss_OneVector([Shape(3)] T x) => T.MultilabelMarginLoss(x, Index([3], 1, -1, 0), Reduction.None);

    [Op(Fails = true)]
    private static T MultilabelMarginLoss_NoSuchClass([Shape(3)] T x) => x.MultilabelMarginLoss(Index([3], 1, 3, 0));

    [Op(Fails = true)]
    private static T MultilabelMarginLoss_TargetSize([Shape(2, 3)] T x) => x.MultilabelMarginLoss(Index([3], 1, 2, 0));

    [Op(DTypesSkip = MixedDTypes)]
    private static T MultilabelSoftMarginLoss([Shape(2, 3), Shape(3)] T x, [Shape(2, 3), Shape(3), Domain(0, 1)] T target, [Shape(3), Domain(0.5, 2)] T weight)
        => x.MultilabelSoftMarginLoss(target, weight);

    [Op]
    private static T CosineEmbeddingLoss([Shape(3, 4)] T input1, [Shape(3, 4)] T input2)
        => input1.CosineEmbeddingLoss(input2, Index([3], 1, -1, 1), margin: -0.9, reduction: Reduction.None);

    [Op]
    private static T CosineEmbeddingLoss_OnePair([Shape(4)] T input1, [Shape(4)] T input2) => input1.CosineEmbeddingLoss(input2, Index([], 1));

    [Op(Fails = true)]
    private static T CosineEmbeddingLoss_Vectors([Shape(4)] T input1, [Shape(4)] T input2) => input1.CosineEmbeddingLoss(input2, Index([1], 1));

    [Op(Fails = true)]
    private static T CosineEmbeddingLoss_TargetDims([Shape(2, 4)] T input1, [Shape(2, 4)] T input2)
        => input1.CosineEmbeddingLoss(input2, Index([2, 1], 1, 1));

    [Op(DTypesSkip = MixedDTypes)]
    private static T TripletMarginLoss([Shape(3, 4), Shape(4)] T anchor, [Shape(3, 4), Shape(4)] T positive, [Shape(3, 4), Shape(4)] T negative)
        => anchor.TripletMarginLoss(positive, negative, margin: 2, p: 3, reduction: Reduction.None);

    [Op]
    private static T TripletMarginLoss_Swap([Shape(3, 4)] T anchor, [Shape(3, 4)] T positive, [Shape(3, 4)] T negative)
        => anchor.TripletMarginLoss(positive, negative, margin: 5, swap: true);

    [Op(Fails = true)]
    private static T TripletMarginLoss_Dims([Shape(2, 3)] T anchor, [Shape(3)] T positive, [Shape(2, 3)] T negative)
        => anchor.TripletMarginLoss(positive, negative);

    [Op(Fails = true)]
    private static T TripletMarginLoss_NoMargin([Shape(2, 3)] T anchor, [Shape(2, 3)] T positive, [Shape(2, 3)] T negative)
        => anchor.TripletMarginLoss(positive, negative, margin: 0);

    [Op]
    private static T TripletMarginWithDistanceLoss([Shape(3, 4)] T anchor, [Shape(3, 4)] T positive, [Shape(3, 4)] T negative)
        => anchor.TripletMarginWithDistanceLoss(positive, negative, (x, y) => (x - y).Abs().Sum(1), margin: 8, swap: true);
}
