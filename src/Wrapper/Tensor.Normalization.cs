namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static (Tensor Output, Tensor SaveMean, Tensor SaveInvstd) NativeBatchNorm(
        Tensor x, Tensor? weight, Tensor? bias, Tensor? runningMean, Tensor? runningVar, bool training, double momentum, double eps)
    {
        Check.NativeBatchNorm(x, weight, bias, runningMean, runningVar, training);
        var results = RecordAll(
            "NativeBatchNormBackward0",
            Aten.NativeBatchNorm.Call(x, weight, bias, runningMean, runningVar, training, momentum, eps), x, weight, bias);
        return (results[0], results[1], results[2]);
    }

    /// <inheritdoc/>
    public static (Tensor Output, Tensor Mean, Tensor Rstd) NativeLayerNorm(
        Tensor x, ReadOnlySpan<long> normalizedShape, Tensor? weight, Tensor? bias, double eps)
    {
        Check.NormalizedShape(x, normalizedShape, weight, bias);
        var results = RecordAll(
            "NativeLayerNormBackward0", Aten.NativeLayerNorm.Call(x, normalizedShape.ToArray(), weight, bias, eps), x, weight, bias);
        return (results[0], results[1], results[2]);
    }

    /// <inheritdoc/>
    public static Tensor GroupNorm(Tensor x, int numGroups, Tensor? weight, Tensor? bias, double eps)
    {
        Check.GroupNorm(x, numGroups, weight, bias);
        return Record("NativeGroupNormBackward0", Aten.GroupNorm.Call(x, numGroups, weight, bias, eps)[0], x, weight, bias);
    }
}
