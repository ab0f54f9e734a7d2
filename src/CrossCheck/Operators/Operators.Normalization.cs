namespace TwinGrad;

internal static partial class Operators<T>
{
    private static T Statistics(params ReadOnlySpan<double> values) => TensorFactory<T>.Tensor(values, DType.Float64);

    [Op]
    private static T NativeBatchNorm([Shape(3, 2, 4), Shape(3, 2)] T x, [Shape(2)] T weight, [Shape(2)] T bias)
        => T.NativeBatchNorm(x, weight, bias, default, default, training: true, 0.1, 1e-5).Output;

    [Op(Float32Skip = "the running statistics are float64", DTypesSkip = "the running statistics are float64")]
    private static T NativeBatchNorm_Evaluation([Shape(3, 2, 4)] T x, [Shape(2)] T weight, [Shape(2)] T bias)
        => T.NativeBatchNorm(x, weight, bias, Statistics(0.5, -1), Statistics(2, 0.25), training: false, 0.1, 1e-5).Output;

    [Op(Orders = 0)]
    private static T NativeBatchNorm_Mean([Shape(3, 2, 4)] T x) => T.NativeBatchNorm(x, default, default, default, default, training: true, 0.1, 1e-5).SaveMean;

    [Op(Orders = 0)]
    private static T NativeBatchNorm_Invstd([Shape(3, 2, 4)] T x)
        => T.NativeBatchNorm(x, default, default, default, default, training: true, 0.1, 0.5).SaveInvstd;

    [Op(Orders = 0, Float32Skip = "the running statistics are float64", DTypesSkip = "the running statistics are float64")]
    private static T NativeBatchNorm_RunningStatistics([Shape(3, 2, 4)] T x)
    {
        var (mean, var) = (Statistics(0.5, -1), Statistics(2, 0.25));
        T.NativeBatchNorm(x, default, default, mean, var, training: true, 0.3, 1e-5);
        return T.Stack([mean, var], 0);
    }

    [Op(Float32Skip = "the running statistics are float64", DTypesSkip = "the running statistics are float64")]
    private static T BatchNorm([Shape(3, 2, 4)] T x, [Shape(2)] T weight, [Shape(2)] T bias)
        => x.BatchNorm(Statistics(0.5, -1), Statistics(2, 0.25), weight, bias, training: true);

    [Op]
    private static T BatchNorm_OfNothing([Shape(0, 2, 4)] T x, [Shape(2)] T weight, [Shape(2)] T bias)
        => x.BatchNorm(default, default, weight, bias, training: true);

    [Op]
    private static T NativeLayerNorm([Shape(2, 3, 4), Shape(3, 4), Shape(0, 3, 4)] T x, [Shape(3, 4)] T weight, [Shape(3, 4)] T bias)
        => T.NativeLayerNorm(x, [3, 4], weight, bias, 1e-5).Output;

    [Op(Orders = 0)]
    private static T NativeLayerNorm_Mean([Shape(2, 3, 4)] T x) => T.NativeLayerNorm(x, [4], default, default, 1e-5).Mean;

    [Op(Orders = 0)]
    private static T NativeLayerNorm_Rstd([Shape(2, 3, 4)] T x) => T.NativeLayerNorm(x, [4], default, default, 0.5).Rstd;

    [Op]
    private static T LayerNorm([Shape(2, 3, 4)] T x, [Shape(4)] T weight) => x.LayerNorm([4], weight, eps: 0.1);

    // Of two elements both come out as -1 and 1: the gradient is what the rounding of nearly equal numbers leaves.
    [Op(Tolerance = 1e-8)]
    private static T GroupNorm([Shape(2, 4, 3), Shape(2, 4), Shape(1, 4, 2, 2)] T x, [Shape(4)] T weight, [Shape(4)] T bias)
        => x.GroupNorm(2, weight, bias);

    [Op]
    private static T GroupNorm_OneGroup([Shape(2, 4, 3)] T x) => x.GroupNorm(1, eps: 0.5);

    [Op]
    private static T InstanceNorm([Shape(2, 3, 4), Shape(1, 3, 2, 2)] T x, [Shape(3)] T weight, [Shape(3)] T bias)
        => x.InstanceNorm(weight: weight, bias: bias);

    [Op(Orders = 0, Float32Skip = "the running statistics are float64", DTypesSkip = "the running statistics are float64")]
    private static T InstanceNorm_RunningStatistics([Shape(3, 2, 4)] T x)
    {
        var (mean, var) = (Statistics(0.5, -1), Statistics(2, 0.25));
        x.InstanceNorm(mean, var, momentum: 0.3);
        return T.Stack([mean, var], 0);
    }

    [Op(Float32Skip = "the running statistics are float64", DTypesSkip = "the running statistics are float64")]
    private static T InstanceNorm_Evaluation([Shape(3, 2, 4)] T x) => x.InstanceNorm(Statistics(0.5, -1), Statistics(2, 0.25), useInputStats: false);

    [Op]
    private static T LocalResponseNorm([Shape(1, 4, 3), Shape(2, 4, 2, 2), Shape(1, 4, 1, 2, 1)] T x) => x.LocalResponseNorm(3, alpha: 0.5);

    [Op]
    private static T LocalResponseNorm_EvenSize([Shape(1, 4, 3)] T x) => x.LocalResponseNorm(2, alpha: 0.5, beta: 0.5, k: 2);

    [Op]
    private static T RmsNorm([Shape(2, 3, 4)] T x, [Shape(4)] T weight) => x.RmsNorm([4], weight);

    [Op]
    private static T RmsNorm_TwoDimensions([Shape(2, 3, 4)] T x) => x.RmsNorm([3, 4], eps: 0.5);

    [Op(Fails = true)]
    private static T BatchNorm_OneValue([Shape(1, 3)] T x) => x.BatchNorm(default, default, training: true);

    [Op(Fails = true)]
    private static T BatchNorm_OtherStatistics([Shape(2, 3)] T x) => x.BatchNorm(Statistics(0, 1), Statistics(1, 1));

    [Op(Fails = true)]
    private static T BatchNorm_NoStatistics([Shape(2, 3)] T x) => x.BatchNorm(default, default);

    [Op(Fails = true)]
    private static T BatchNorm_OfAVector([Shape(3)] T x) => x.BatchNorm(default, default, training: true);

    [Op(Fails = true)]
    private static T NativeBatchNorm_OtherWeight([Shape(2, 3)] T x, [Shape(2)] T weight)
        => T.NativeBatchNorm(x, weight, default, default, default, training: true, 0.1, 1e-5).Output;

    [Op(Fails = true)]
    private static T LayerNorm_OtherShape([Shape(2, 3)] T x) => x.LayerNorm([4]);

    [Op(Fails = true)]
    private static T LayerNorm_NoShape([Shape(2, 3)] T x) => x.LayerNorm([]);

    [Op(Fails = true)]
    private static T LayerNorm_OtherWeight([Shape(2, 3)] T x, [Shape(2)] T weight) => x.LayerNorm([3], weight);

    [Op(Fails = true)]
    private static T GroupNorm_OtherGroups([Shape(2, 3, 4)] T x) => x.GroupNorm(2);

    [Op(Fails = true)]
    private static T GroupNorm_NoGroups([Shape(2, 3, 4)] T x) => x.GroupNorm(0);

    [Op(Fails = true)]
    private static T InstanceNorm_OneElement([Shape(2, 3, 1)] T x) => x.InstanceNorm();

    [Op(Fails = true)]
    private static T InstanceNorm_NoStatistics([Shape(2, 3, 4)] T x) => x.InstanceNorm(useInputStats: false);

    [Op(Fails = true)]
    private static T LocalResponseNorm_OfAMatrix([Shape(2, 3)] T x) => x.LocalResponseNorm(2);

    [Op(Fails = true)]
    private static T RmsNorm_OtherShape([Shape(2, 3)] T x) => x.RmsNorm([4]);
}
