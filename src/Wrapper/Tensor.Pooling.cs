namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor AvgPool(
        Tensor x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, bool ceilMode, bool countIncludePad,
        int? divisorOverride)
    {
        Check.Divisor(divisorOverride);
        Check.Pool(x, kernelSize, stride, padding, Check.Ones(kernelSize.Length), ceilMode);
        var (pool, name) = kernelSize.Length == 2 ? (Aten.AvgPool2d, "AvgPool2DBackward0") : (Aten.AvgPool3d, "AvgPool3DBackward0");
        var results = pool.Call(
            x, kernelSize.ToArray(), stride.ToArray(), padding.ToArray(), ceilMode, countIncludePad, (long?)divisorOverride);
        return Record(name, results[0], x);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) MaxPoolWithIndices(
        Tensor x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool ceilMode)
    {
        Check.Pool(x, kernelSize, stride, padding, dilation, ceilMode);
        var name = kernelSize.Length == 2 ? "MaxPool2DWithIndicesBackward0" : "MaxPool3DWithIndicesBackward0";
        var results = NativeMaxPool(x, Lengths(kernelSize), Lengths(stride), Lengths(padding), Lengths(dilation), ceilMode);
        return Pair(RecordAll(name, results, x));
    }

    private static nint[] NativeMaxPool(Tensor x, long[] kernelSize, long[] stride, long[] padding, long[] dilation, bool ceilMode)
        => ResultArray.Of(allocator =>
        {
            var n = kernelSize.Length;
            fixed (long* k = kernelSize, s = stride, p = padding, d = dilation)
            {
                if (n == 2)
                    NativeMethods.THSTensor_max_pool2d_with_indices(x.Handle, allocator, k, n, s, n, p, n, d, n, ceilMode);
                else
                    NativeMethods.THSTensor_max_pool3d_with_indices(x.Handle, allocator, k, n, s, n, p, n, d, n, ceilMode);
            }
        });

    /// <inheritdoc/>
    public static Tensor MaxUnpool(Tensor x, Tensor indices, ReadOnlySpan<int> outputSize)
    {
        Check.MaxUnpool(x, indices, outputSize);
        var (unpool, name) = outputSize.Length == 2
            ? (Aten.MaxUnpool2d, "MaxUnpool2DBackward0")
            : (Aten.MaxUnpool3d, "MaxUnpool3DBackward0");
        return Record(name, unpool.Call(x, indices, outputSize.ToArray())[0], x);
    }

    /// <inheritdoc/>
    public static Tensor AdaptiveAvgPool(Tensor x, ReadOnlySpan<int> outputSize)
    {
        Check.AdaptivePool("adaptive_avg_pool", x, outputSize);
        var (pool, name) = outputSize.Length == 2
            ? (Aten.AdaptiveAvgPool2d, "AdaptiveAvgPool2DBackward0")
            : (Aten.AdaptiveAvgPool3d, "AdaptiveAvgPool3DBackward0");
        return Record(name, pool.Call(x, outputSize.ToArray())[0], x);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) AdaptiveMaxPoolWithIndices(Tensor x, ReadOnlySpan<int> outputSize)
    {
        Check.AdaptivePool("adaptive_max_pool", x, outputSize);
        var (pool, name) = outputSize.Length == 2
            ? (Aten.AdaptiveMaxPool2d, "AdaptiveMaxPool2DBackward0")
            : (Aten.AdaptiveMaxPool3d, "AdaptiveMaxPool3DBackward0");
        var results = RecordAll(name, pool.Call(x, outputSize.ToArray()), x);
        return (results[0], results[1]);
    }
}
