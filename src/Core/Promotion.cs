namespace TwinGrad;

/// <summary>Which dtype a result has: PyTorch's type promotion.</summary>
/// <remarks>
/// A tensor with dimensions outranks a 0-dim tensor, and that a number, as long as their kinds (bool, integer, floating) are the same or
/// lower. See <see href="https://docs.pytorch.org/docs/stable/tensor_attributes.html#type-promotion-doc"/>.
/// </remarks>
internal static class Promotion
{
    internal static DType Of(DType x, int xDim, DType y, int yDim)
    {
        if (x == y || xDim == 0 == (yDim == 0))
            return DType.Promote(x, y);
        var (ranking, other) = xDim == 0 ? (y, x) : (x, y);
        return other.Category > ranking.Category ? DType.Promote(x, y) : ranking;
    }

    /// <summary>What holds them all, whatever their shapes.</summary>
    internal static DType OfAll<T>(ReadOnlySpan<T> tensors)
        where T : ITensor<T>
    {
        var dtype = tensors[0].DType;
        foreach (var tensor in tensors[1..])
            dtype = DType.Promote(dtype, tensor.DType);
        return dtype;
    }

    internal static DType Of(DType x, Scalar y) => y.Kind > x.Category ? DType.Promote(x, y.DefaultDType) : x;

    /// <summary>What a function on the reals makes of integers and bools: the default floating dtype.</summary>
    internal static DType ToFloating(DType dtype) => dtype.IsFloatingPoint ? dtype : DType.Float32;
}
