namespace TwinGrad;

/// <summary>Numbers beside a tensor, as 0-dim tensors that are made once.</summary>
/// <remarks>
/// libtorch wraps a number into a tensor at every call, which costs more than most small operators do. A 0-dim tensor of the dtype that the
/// result has anyway gives the same result and the same promotion. Where that is not so (a half-precision kernel keeps the number in
/// float32, a narrow integer wraps it) there is no constant, and the number goes in as a number.
/// </remarks>
internal static class Constant
{
    private static readonly BoundedCache<(Scalar Value, DType DType, Device Device), Tensor> Cache = new(
        key => Tensor.Unscoped(() => Tensor.Full([], key.Value, key.DType, key.Device, requiresGrad: false)));

    /// <summary>The number as it stands beside x, or null where only a number will do.</summary>
    internal static Tensor? Beside(Tensor x, Scalar value)
    {
        var dtype = Promotion.Of(Check.Given(x).DType, value);
        if (dtype != DType.Float32 && dtype != DType.Float64 && dtype != DType.Int64)
            return null;
        // An overflow is an error, which the number's own path finds.
        if (dtype == DType.Float32 && float.IsInfinity((float)value.ToDouble()) && !double.IsInfinity(value.ToDouble()))
            return null;
        return Cache.Get((value, dtype, x.Device));
    }
}
