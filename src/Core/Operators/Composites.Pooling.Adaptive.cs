namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The means of as many windows as the result should be long, of (N, C, L) or (C, L).</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static T AdaptiveAvgPool1d(T x, PerDim<int?> outputSize)
        {
            Check.Pool1d("adaptive_avg_pool1d", x);
            return AveragedTo(x, AdaptiveSize("adaptive_avg_pool1d", x, outputSize, 1));
        }

        /// <summary>The means of as many windows as the result should be long along two dimensions; null keeps a length.</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static T AdaptiveAvgPool2d(T x, PerDim<int?> outputSize)
            => AveragedTo(x, AdaptiveSize("adaptive_avg_pool2d", x, outputSize, 2));

        /// <summary>The means of as many windows as the result should be long along three dimensions; null keeps a length.</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static T AdaptiveAvgPool3d(T x, PerDim<int?> outputSize)
            => AveragedTo(x, AdaptiveSize("adaptive_avg_pool3d", x, outputSize, 3));

        /// <summary>The largest elements of as many windows as the result should be long, of (N, C, L) or (C, L).</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static T AdaptiveMaxPool1d(T x, PerDim<int?> outputSize) => AdaptiveMaxPool1dWithIndices(x, outputSize).Values;

        /// <summary>The largest elements of as many windows as the result should be long, and their places.</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static (T Values, T Indices) AdaptiveMaxPool1dWithIndices(T x, PerDim<int?> outputSize)
        {
            Check.Pool1d("adaptive_max_pool1d", x);
            var (values, indices) = T.AdaptiveMaxPoolWithIndices(
                T.Unsqueeze(x, -2), [1, .. AdaptiveSize("adaptive_max_pool1d", x, outputSize, 1)]);
            return (T.Squeeze(values, -2), T.Squeeze(indices, -2));
        }

        /// <summary>The largest elements of as many windows as the result should be long along two dimensions; null keeps a length.</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static T AdaptiveMaxPool2d(T x, PerDim<int?> outputSize) => AdaptiveMaxPool2dWithIndices(x, outputSize).Values;

        /// <summary>The largest elements of as many windows as the result should be long along two dimensions, and their places in row-major order.</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static (T Values, T Indices) AdaptiveMaxPool2dWithIndices(T x, PerDim<int?> outputSize)
            => T.AdaptiveMaxPoolWithIndices(x, AdaptiveSize("adaptive_max_pool2d", x, outputSize, 2));

        /// <summary>The largest elements of as many windows as the result should be long along three dimensions; null keeps a length.</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static T AdaptiveMaxPool3d(T x, PerDim<int?> outputSize) => AdaptiveMaxPool3dWithIndices(x, outputSize).Values;

        /// <summary>The largest elements of as many windows as the result should be long along three dimensions, and their places in row-major order.</summary>
        /// <exception cref="TorchArgumentException">x has another number of dimensions, or one is empty.</exception>
        public static (T Values, T Indices) AdaptiveMaxPool3dWithIndices(T x, PerDim<int?> outputSize)
            => T.AdaptiveMaxPoolWithIndices(x, AdaptiveSize("adaptive_max_pool3d", x, outputSize, 3));

        /// <summary>What <c>MaxPool1dWithIndices</c> took of a longer tensor, put back among zeros.</summary>
        /// <param name="x">The largest elements.</param>
        /// <param name="indices">Their places.</param>
        /// <param name="kernelSize">The length of a window.</param>
        /// <param name="stride">How far the windows lay apart, as far as they are long if not given.</param>
        /// <param name="padding">How many places before and behind did not count.</param>
        /// <param name="outputSize">How long the longer tensor was, where the others leave it open; with or without batch and channels.</param>
        /// <exception cref="TorchArgumentException">An index lies outside, or the shapes do not fit.</exception>
        public static T MaxUnpool1d(
            T x, T indices, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputSize = null)
        {
            var length = UnpoolSize("max_unpool1d", x, kernelSize, stride, padding, outputSize, 1);
            return T.Squeeze(T.MaxUnpool(T.Unsqueeze(x, -1), T.Unsqueeze(indices, -1), [.. length, 1]), -1);
        }

        /// <summary>What <c>MaxPool2dWithIndices</c> took of a larger tensor, put back among zeros: as <c>MaxUnpool1d</c>.</summary>
        /// <exception cref="TorchArgumentException">An index lies outside, or the shapes do not fit.</exception>
        public static T MaxUnpool2d(
            T x, T indices, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputSize = null)
            => T.MaxUnpool(x, indices, UnpoolSize("max_unpool2d", x, kernelSize, stride, padding, outputSize, 2));

        /// <summary>What <c>MaxPool3dWithIndices</c> took of a larger tensor, put back among zeros: as <c>MaxUnpool1d</c>.</summary>
        /// <exception cref="TorchArgumentException">An index lies outside, or the shapes do not fit.</exception>
        public static T MaxUnpool3d(
            T x, T indices, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? outputSize = null)
            => T.MaxUnpool(x, indices, UnpoolSize("max_unpool3d", x, kernelSize, stride, padding, outputSize, 3));
    }

    /// <summary>One dimension counts as two, the first of length 1; and one mean for all is a mean.</summary>
    private static T AveragedTo<T>(T x, int[] outputSize)
        where T : ITensor<T>
    {
        if (outputSize is [var length])
            return T.Squeeze(AveragedTo(T.Unsqueeze(x, -2), [1, length]), -2);
        return outputSize.AsSpan().ContainsAnyExcept(1)
            ? T.AdaptiveAvgPool(x, outputSize)
            : T.Mean(x, [.. Enumerable.Range(-outputSize.Length, outputSize.Length)], keepDim: true);
    }

    private static int[] AdaptiveSize<T>(string function, T x, PerDim<int?> outputSize, int dims)
        where T : ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(outputSize);
        var lengths = Check.Each(outputSize, null, dims) ?? throw Error.AdaptiveSize(function, dims);
        return [.. lengths.Select((length, i) => length ?? (Check.Given(x).Dim >= dims ? (int)x.Shape[i - dims] : 1))];
    }

    private static int[] UnpoolSize<T>(
        string function, T x, PerDim<int> kernelSize, PerDim<int>? stride, PerDim<int>? padding, PerDim<int>? outputSize, int dims)
        where T : ITensor<T>
    {
        var (size, apart, pad, _) = PoolNumbers(function, kernelSize, stride, padding, null, dims);
        return Check.UnpoolSize(x, size, apart, pad, outputSize);
    }
}
