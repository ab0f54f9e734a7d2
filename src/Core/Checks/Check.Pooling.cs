namespace TwinGrad;

internal static partial class Check
{
    /// <summary>The windows that are pooled.</summary>
    internal static Window[] Pool<T>(
        T x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool ceilMode)
        where T : ITensor<T>
    {
        var dims = PoolDims(kernelSize.Length);
        if (Given(x).Dim != dims + 1 && x.Dim != dims + 2)
            throw Error.PoolInput(dims, x.Shape);
        foreach (var (name, count) in ((string, int)[])[("stride", stride.Length), ("padding", padding.Length), ("dilation", dilation.Length)])
            if (count != dims)
                throw Error.PoolNumbers($"pool{dims}d", name, dims, mayBeOmitted: false);
        if (Smallest(kernelSize) <= 0)
            throw Error.PoolNumber("kernel size", "k", kernelSize);
        if (Smallest(stride) <= 0)
            throw Error.PoolNumber("stride", "d", stride);
        if (Smallest(dilation) <= 0)
            throw Error.PoolNumber("dilation", "dilation", dilation);
        if (Smallest(padding) < 0)
            throw Error.PoolPadNegative(Smallest(padding));
        if (x.Shape.Skip(x.Dim - dims - 1).Contains(0))
            throw Error.PoolInput(dims, x.Shape);
        var windows = Window.Along(x.Shape.AsSpan()[^dims..], Longs(kernelSize), stride, padding, dilation);
        foreach (var window in windows)
            if (window.Padding > window.Extent / 2)
                throw Error.PoolPadTooLarge(window);
        if (!Array.TrueForAll(windows, window => Count(window, ceilMode) > 0))
        {
            throw Error.PoolOutputTooSmall(
                x.Shape[-dims - 1], windows.Select(window => window.Length), windows.Select(window => Count(window, ceilMode)));
        }
        return Array.TrueForAll(windows, window => HasElements(window, Count(window, ceilMode))) ? windows : throw Error.PoolOfPadding();
    }

    /// <summary>Whether each window shows an element: of one that does not, libtorch would give a place that is none.</summary>
    private static bool HasElements(Window window, long count)
    {
        for (var i = 0L; i < count && window.Place(i, 0) < 0; i++)
            if (window.FirstInside(i) >= window.Length)
                return false;
        return true;
    }

    /// <summary>How many windows there are.</summary>
    internal static long Count(Window window, bool ceilMode) => ceilMode ? window.CeilCount : window.Count;

    /// <summary>A dilation that is none.</summary>
    internal static int[] Ones(int dims) => [.. Enumerable.Repeat(1, dims)];

    internal static void Divisor(int? divisorOverride)
    {
        if (divisorOverride == 0)
            throw Error.DivisorZero();
    }

    internal static void AdaptivePool<T>(string name, T x, ReadOnlySpan<int> outputSize)
        where T : ITensor<T>
    {
        var dims = PoolDims(outputSize.Length);
        var function = $"{name}{dims}d";
        if (Given(x).Dim != dims + 1 && x.Dim != dims + 2)
            throw Error.AdaptiveInput(function, dims, x.Shape);
        for (var dim = x.Dim - dims; dim < x.Dim; dim++)
            if (x.Shape[dim] == 0)
                throw Error.AdaptiveEmpty(function, x.Shape, dim);
        if (Smallest(outputSize) < 0)
            throw Error.AdaptiveNegative();
    }

    internal static void MaxUnpool<T>(T x, T indices, ReadOnlySpan<int> outputSize)
        where T : ITensor<T>
    {
        var dims = PoolDims(outputSize.Length);
        if (Given(indices).DType != DType.Int64)
            throw Error.UnpoolIndices(indices.DType);
        if (Given(x).Dim != dims + 1 && x.Dim != dims + 2)
            throw Error.UnpoolInput(dims, x.Shape);
        if (indices.Shape != x.Shape)
            throw Error.UnpoolShapes(indices.Shape, x.Shape);
        if (x.Shape.Skip(x.Dim - dims - 1).Contains(0))
            throw Error.UnpoolEmpty(dims, x.Shape);
        if (Smallest(outputSize) < 0)
            throw Error.AdaptiveNegative();
        var volume = Layout.Numel(Longs(outputSize));
        foreach (var index in indices.ToArray<long>())
            if (index < 0 || index >= volume)
                throw Error.UnpoolIndex(index, outputSize.ToArray());
    }

    /// <summary>The lengths that unpooling gives: those asked for, if a pooling of them could have given what there is.</summary>
    internal static int[] UnpoolSize<T>(T x, int[] kernelSize, int[] stride, int[] padding, PerDim<int>? outputSize)
        where T : ITensor<T>
    {
        var dims = kernelSize.Length;
        if (Given(x).Dim < dims)
            throw Error.UnpoolInput(dims, x.Shape);
        long[] lengths = [.. kernelSize.Select((size, i) => (x.Shape[i - dims] - 1) * stride[i] + size - 2L * padding[i])];
        if (outputSize is null)
            return [.. lengths.Select(length => (int)Math.Clamp(length, int.MinValue, int.MaxValue))];
        if (outputSize.Count != dims && outputSize.Count != dims + 2)
            throw Error.UnpoolOutputLength(dims, outputSize.Count);
        int[] asked = [.. outputSize.Skip(outputSize.Count - dims)];
        for (var i = 0; i < dims; i++)
            if (asked[i] <= lengths[i] - stride[i] || asked[i] >= lengths[i] + stride[i])
                throw Error.UnpoolOutputSize(Longs(asked), i, lengths[i] - stride[i], lengths[i] + stride[i]);
        return asked;
    }

    /// <summary>Whether x is a batch; of one dimension pooling takes planes with and without it.</summary>
    internal static void Pool1d<T>(string function, T x)
        where T : ITensor<T>
    {
        if (Given(x).Dim is not (2 or 3))
            throw Error.PoolDims(function, x.Dim);
    }

    internal static int[] PoolNumbers(string function, string name, PerDim<int>? given, int otherwise, int dims, bool mayBeOmitted = false)
        => Each(given, otherwise, dims)
            ?? throw (dims == 1 ? Error.OneInt(function, name, given!.Count) : Error.PoolNumbers(function, name, dims, mayBeOmitted));

    private static int PoolDims(int count) => count is 2 or 3 ? count : throw Error.PerImageDim("kernel_size", count);
}
