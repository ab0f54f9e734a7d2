namespace TwinGrad;

internal static partial class Operators<T>
{
    [Op]
    private static T BinaryCrossEntropy([Shape(2, 3), Shape(), Shape(0), Domain(0.1, 0.9)] T x, [Shape(2, 3), Shape(), Shape(0), Domain(0.1, 0.9)] T target)
        => T.BinaryCrossEntropy(x, target, default, Reduction.Mean);

    [Op]
    private static T BinaryCrossEntropy_Weight([Shape(2, 3), Domain(0.1, 0.9)] T x, [Shape(2, 3), Domain(0, 1)] T target)
        => T.BinaryCrossEntropy(x, target, Weights(x, 2, 0.5, 1), Reduction.Sum);

    [Op(DifferencesSkip = "the logarithms end at -100")]
    private static T BinaryCrossEntropy_Certain([Shape(4)] T x, [Shape(4), Domain(0.2, 0.8)] T target)
        => T.BinaryCrossEntropy(x.Hardtanh(0, 1), target, default, Reduction.None);

    [Op(Fails = true)]
    private static T BinaryCrossEntropy_Size([Shape(2, 3), Domain(0, 1)] T x, [Shape(3), Domain(0, 1)] T target) => x.BinaryCrossEntropy(target);

    [Op(Fails = true)]
    private static T BinaryCrossEntropy_Range([Shape(3), Domain(1, 2)] T x, [Shape(3), Domain(0, 1)] T target) => x.BinaryCrossEntropy(target);

    [Op(DTypesSkip = MixedDTypes)]
    private static T BinaryCrossEntropyWithLogits([Shape(2, 3), Shape(), Shape(0)] T x, [Shape(2, 3), Shape(), Shape(0), Domain(0, 1)] T target)
        => T.BinaryCrossEntropyWithLogits(x, target, default, default, Reduction.Mean);

    [Op(DTypesSkip = MixedDTypes)]
    private static T BinaryCrossEntropyWithLogits_Weights([Shape(2, 3)] T x, [Shape(2, 3), Domain(0, 1)] T target)
        => T.BinaryCrossEntropyWithLogits(x, target, Weights(x, 2, 0.5, 1), Weights(x, 0.5, 3, 1.5), Reduction.None);

    [Op]
    private static T BinaryCrossEntropyWithLogits_Large([Shape(6)] T x, [Shape(6), Domain(0, 1)] T target)
        => T.BinaryCrossEntropyWithLogits(x * 400, target, default, default, Reduction.Sum);

    [Op(Fails = true)]
    private static T BinaryCrossEntropyWithLogits_Size([Shape(2, 3)] T x, [Shape(3), Domain(0, 1)] T target) => x.BinaryCrossEntropyWithLogits(target);

    [Op]
    private static T NllLoss([Shape(3, 4)] T x) => T.NllLoss(x, Index([3], 1, 3, 0), default, -100, Reduction.Mean);

    [Op]
    private static T NllLoss_Sum([Shape(3, 4)] T x) => T.NllLoss(x, Index([3], 1, 3, 0), Weights(x, 2, 0.5, 1, 1.5), -100, Reduction.Sum);

    [Op]
    private static T NllLoss_OneVector([Shape(4)] T x) => T.NllLoss(x, Index([], 2), default, -100, Reduction.None);

    [Op]
    private static T NllLoss_Weight([Shape(3, 4)] T x)
        => T.NllLoss(x, Index([3], 1, 3, 1), Weights(x, 2, 0.5, 1, 1.5), 3, Reduction.Mean);

    [Op(StridedSkip = "libtorch has no gradient of planes whose elements don't lie side by side")]
    private static T NllLoss_Planes([Shape(2, 3, 1, 2)] T x) => T.NllLoss(x, Index([2, 1, 2], 0, 2, 1, 2), default, 1, Reduction.None);

    [Op]
    private static T NllLoss_AnyDims([Shape(2, 3, 2)] T x) => x.NllLoss(Index([2, 2], 0, 2, 1, 2), reduction: Reduction.None);

    [Op(DifferencesSkip = "0/0")]
    private static T NllLoss_NothingCounts([Shape(2, 3)] T x) => T.NllLoss(x, Index([2], 1, 1), default, 1, Reduction.Mean);

    [Op(Fails = true)]
    private static T NllLoss_NoSuchClass([Shape(2, 3)] T x) => T.NllLoss(x, Index([2], 0, 3), default, -100, Reduction.Mean);

    [Op(Fails = true)]
    private static T NllLoss_OtherBatch([Shape(2, 3)] T x) => T.NllLoss(x, Index([3], 0, 1, 2), default, -100, Reduction.Mean);

    [Op(Fails = true)]
    private static T NllLoss_WeightSize([Shape(2, 3)] T x)
        => T.NllLoss(x, Index([2], 0, 1), Weights(x, 1, 2), -100, Reduction.Mean);

    [Op]
    private static T CrossEntropy([Shape(3, 4)] T x) => x.CrossEntropy(Index([3], 1, 3, 0));

    [Op(DTypesSkip = MixedDTypes)]
    private static T CrossEntropy_Probabilities([Shape(2, 3), Shape(3), Shape(2, 3, 2)] T x, [Shape(2, 3), Shape(3), Shape(2, 3, 2), Domain(0.1, 0.9)] T target)
        => x.CrossEntropy(target);

    [Op(DTypesSkip = MixedDTypes)]
    private static T CrossEntropy_WeightedProbabilities([Shape(2, 3, 2)] T x, [Shape(2, 3, 2), Domain(0.1, 0.9)] T target, [Shape(3), Domain(0.5, 2)] T weight)
        => x.CrossEntropy(target, weight, reduction: Reduction.None, labelSmoothing: 0.2);

    [Op]
    private static T CrossEntropy_Smoothed([Shape(3, 4)] T x) => x.CrossEntropy(Index([3], 1, 3, 0), ignoreIndex: 3, labelSmoothing: 0.3);

    [Op]
    private static T CrossEntropy_SmoothedAndWeighted([Shape(3, 4)] T x)
        => x.CrossEntropy(Index([3], 1, 3, 0), Weights(x, 2, 0.5, 1, 1.5), ignoreIndex: 3, labelSmoothing: 0.3);

    [Op]
    private static T CrossEntropy_SmoothedPlanes([Shape(2, 3, 1, 2)] T x)
        => x.CrossEntropy(Index([2, 1, 2], 0, 2, 1, 2), reduction: Reduction.Sum, labelSmoothing: 1);

    [Op(Fails = true)]
    private static T CrossEntropy_SmoothingAbove1([Shape(2, 3)] T x) => x.CrossEntropy(Index([2], 0, 1), labelSmoothing: 1.5);

    [Op(Fails = true)]
    private static T CrossEntropy_ProbabilitiesIgnored([Shape(2, 3)] T x, [Shape(2, 3)] T target) => x.CrossEntropy(target, ignoreIndex: 1);

    [Op(Fails = true)]
    private static T CrossEntropy_ProbabilitiesOfInts([Shape(2)] T x) => x.CrossEntropy(Index([2], 0, 1));
}
