namespace TwinGrad;

internal static partial class Operators<T>
{
    private const string MixedDTypes = "of two dtypes libtorch rounds what it computes of the narrower alone; the reference rounds nothing";

    [Op]
    private static T MseLoss(T x, T target) => T.MseLoss(x, target, Reduction.None);

    [Op]
    private static T MseLoss_Mean([Shape(2, 3), Shape(), Shape(0)] T x, [Shape(2, 3), Shape(), Shape(0)] T target)
        => T.MseLoss(x, target, Reduction.Mean);

    [Op]
    private static T MseLoss_Sum([Shape(2, 3), Shape(0)] T x, [Shape(2, 3), Shape(0)] T target) => T.MseLoss(x, target, Reduction.Sum);

    [Op]
    private static T MseLoss_Weight([Shape(2, 3)] T x, [Shape(2, 3)] T target, [Shape(2, 3), Domain(0.5, 2)] T weight)
        => x.MseLoss(target, weight: weight);

    [Op(Fails = true)]
    private static T MseLoss_WeightSize([Shape(2, 3)] T x, [Shape(2, 3)] T target, [Shape(3)] T weight) => x.MseLoss(target, weight: weight);

    [Op(Fails = true)]
    private static T MseLoss_NoReduction(T x, T target) => T.MseLoss(x, target, Reduction.BatchMean);

    [Op]
    private static T L1Loss(T x, [Domain(-3.1, 3.2)] T target) => x.L1Loss(target, Reduction.None);

    [Op]
    private static T L1Loss_Weight([Shape(2, 3)] T x, [Shape(2, 3)] T target, [Shape(2, 3), Domain(0.5, 2)] T weight)
        => x.L1Loss(target, weight: weight);

    [Op(Kinks = [-1, 1])]
    private static T SmoothL1Loss(T x, T target) => T.SmoothL1Loss(x, target, Reduction.None, beta: 2);

    [Op]
    private static T SmoothL1Loss_Beta0(T x, [Domain(-3.1, 3.2)] T target) => T.SmoothL1Loss(x, target, Reduction.None, beta: 0);

    [Op]
    private static T SmoothL1Loss_Mean([Shape(2, 3), Shape(0)] T x, [Shape(2, 3), Shape(0)] T target)
        => T.SmoothL1Loss(x, target, Reduction.Mean, beta: 2);

    [Op(Fails = true)]
    private static T SmoothL1Loss_NegativeBeta(T x, T target) => T.SmoothL1Loss(x, target, Reduction.None, beta: -1);

    [Op(Kinks = [-1, 1])]
    private static T HuberLoss(T x, T target) => T.HuberLoss(x, target, Reduction.None, delta: 2);

    [Op]
    private static T HuberLoss_Sum([Shape(2, 3), Shape(0)] T x, [Shape(2, 3), Shape(0)] T target)
        => T.HuberLoss(x, target, Reduction.Sum, delta: 2);

    [Op]
    private static T HuberLoss_Weight([Shape(2, 3)] T x, [Shape(2, 3)] T target, [Shape(2, 3), Domain(0.5, 2)] T weight)
        => x.HuberLoss(target, weight: weight);

    [Op(Fails = true)]
    private static T HuberLoss_Delta0(T x, T target) => T.HuberLoss(x, target, Reduction.None, delta: 0);

    [Op(DTypesSkip = MixedDTypes)]
    private static T KlDiv(T x, [Domain(0.1, 2)] T target) => x.KlDiv(target, Reduction.None);

    [Op(DTypesSkip = MixedDTypes)]
    private static T KlDiv_LogTarget(T x, T target) => x.KlDiv(target, Reduction.None, logTarget: true);

    [Op(DTypesSkip = MixedDTypes)]
    private static T KlDiv_BatchMean([Shape(2, 3), Shape()] T x, [Shape(2, 3), Shape(), Domain(0.1, 2)] T target)
        => x.KlDiv(target, Reduction.BatchMean);

    [Op(DTypesSkip = MixedDTypes)]
    private static T PoissonNllLoss(T x, T target) => x.PoissonNllLoss(target, reduction: Reduction.None);

    [Op(Kinks = [1], DTypesSkip = MixedDTypes)]
    private static T PoissonNllLoss_Full([Domain(0.5, 3)] T x, [Domain(0.5, 3)] T target)
        => x.PoissonNllLoss(target, logInput: false, full: true, reduction: Reduction.None);

    [Op(DTypesSkip = MixedDTypes)]
    private static T GaussianNllLoss([Shape(2, 3), Shape(2, 3)] T x, [Shape(2, 3)] T target, [Shape(2, 3), Shape(2, 1), Domain(0.5, 3)] T var)
        => x.GaussianNllLoss(target, var, full: true);

    [Op(DifferencesSkip = "the gradient is that of the variance, not of the eps that counts instead", DTypesSkip = MixedDTypes)]
    private static T GaussianNllLoss_SmallVariance([Shape(2, 3)] T x, [Shape(2, 3)] T target, [Shape(2), Domain(0.1, 3)] T var)
        => x.GaussianNllLoss(target, var, eps: 2, reduction: Reduction.Sum);

    [Op(Fails = true)]
    private static T GaussianNllLoss_NegativeVariance([Shape(3)] T x, [Shape(3)] T target, [Shape(3), Domain(-2, -1)] T var) => x.GaussianNllLoss(target, var);

    [Op(Fails = true)]
    private static T GaussianNllLoss_VarianceSize([Shape(2, 3)] T x, [Shape(2, 3)] T target, [Shape(3), Domain(1, 2)] T var)
        => x.GaussianNllLoss(target, var);

    /// <summary>Weights in x's dtype, which no gradient flows to.</summary>
    private static T Weights(T x, params ReadOnlySpan<double> values) => TensorFactory<T>.Tensor(values, [values.Length], x.DType);
}
