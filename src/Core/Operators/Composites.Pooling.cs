namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The mean of each window along one dimension: as <c>AvgPool2d</c>, of (N, C, L) or (C, L).</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T AvgPool1d(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, bool ceilMode = false,
            bool countIncludePad = true)
        {
            Check.Pool1d("avg_pool1d", x);
            var (size, apart, pad, _) = PoolNumbers("avg_pool1d", kernelSize, stride, padding, null, 1);
            return T.Squeeze(T.AvgPool(T.Unsqueeze(x, -2), [1, .. size], [1, .. apart], [0, .. pad], ceilMode, countIncludePad, null), -2);
        }

        /// <summary>The mean of each window along two dimensions, of (N, C, H, W) or (C, H, W): <see cref="ITensor{T}.AvgPool"/>.</summary>
        /// <param name="x">The batch.</param>
        /// <param name="kernelSize">The lengths of a window.</param>
        /// <param name="stride">How far the windows lie apart, as far as they are long if not given.</param>
        /// <param name="padding">Zeros before and behind, none if not given.</param>
        /// <param name="ceilMode">Whether a last window may end beyond the padding.</param>
        /// <param name="countIncludePad">Whether the padding counts as elements.</param>
        /// <param name="divisorOverride">What the sums are divided by instead of the number of elements.</param>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T AvgPool2d(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, bool ceilMode = false,
            bool countIncludePad = true, int? divisorOverride = null)
        {
            var (size, apart, pad, _) = PoolNumbers("avg_pool2d", kernelSize, stride, padding, null, 2);
            return T.AvgPool(x, size, apart, pad, ceilMode, countIncludePad, divisorOverride);
        }

        /// <summary>The mean of each window along three dimensions: as <c>AvgPool2d</c>, of (N, C, D, H, W) or (C, D, H, W).</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T AvgPool3d(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, bool ceilMode = false,
            bool countIncludePad = true, int? divisorOverride = null)
        {
            var (size, apart, pad, _) = PoolNumbers("avg_pool3d", kernelSize, stride, padding, null, 3);
            return T.AvgPool(x, size, apart, pad, ceilMode, countIncludePad, divisorOverride);
        }

        /// <summary>The largest element of each window along one dimension.</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T MaxPool1d(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => MaxPool1dWithIndices(x, kernelSize, stride, padding, dilation, ceilMode).Values;

        /// <summary>The largest element of each window along one dimension, and its place.</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static (T Values, T Indices) MaxPool1dWithIndices(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
        {
            Check.Pool1d("max_pool1d", x);
            var (size, apart, pad, dilated) = PoolNumbers("max_pool1d", kernelSize, stride, padding, dilation, 1);
            var (values, indices) = T.MaxPoolWithIndices(
                T.Unsqueeze(x, -2), [1, .. size], [1, .. apart], [0, .. pad], [1, .. dilated], ceilMode);
            return (T.Squeeze(values, -2), T.Squeeze(indices, -2));
        }

        /// <summary>The largest element of each window along two dimensions.</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T MaxPool2d(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => MaxPool2dWithIndices(x, kernelSize, stride, padding, dilation, ceilMode).Values;

        /// <summary>The largest element of each window along two dimensions, and its place in row-major order.</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static (T Values, T Indices) MaxPool2dWithIndices(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
        {
            var (size, apart, pad, dilated) = PoolNumbers("max_pool2d", kernelSize, stride, padding, dilation, 2);
            return T.MaxPoolWithIndices(x, size, apart, pad, dilated, ceilMode);
        }

        /// <summary>The largest element of each window along three dimensions.</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T MaxPool3d(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
            => MaxPool3dWithIndices(x, kernelSize, stride, padding, dilation, ceilMode).Values;

        /// <summary>The largest element of each window along three dimensions, and its place in row-major order.</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static (T Values, T Indices) MaxPool3dWithIndices(
            T x, PerDim<int> kernelSize, PerDim<int>? stride = null, PerDim<int>? padding = null, PerDim<int>? dilation = null,
            bool ceilMode = false)
        {
            var (size, apart, pad, dilated) = PoolNumbers("max_pool3d", kernelSize, stride, padding, dilation, 3);
            return T.MaxPoolWithIndices(x, size, apart, pad, dilated, ceilMode);
        }

        /// <summary>(the sum of x^normType over each window)^(1/normType), of (N, C, L) or (C, L).</summary>
        /// <remarks>A negative sum has no such root: nan.</remarks>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T LpPool1d(T x, double normType, PerDim<int> kernelSize, PerDim<int>? stride = null, bool ceilMode = false)
            => RootOfMeans(AvgPool1d(T.Pow(x, normType), kernelSize, stride, 0, ceilMode), normType, kernelSize, 1);

        /// <summary>(the sum of x^normType over each window)^(1/normType), of (N, C, H, W) or (C, H, W).</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T LpPool2d(T x, double normType, PerDim<int> kernelSize, PerDim<int>? stride = null, bool ceilMode = false)
            => RootOfMeans(AvgPool2d(T.Pow(x, normType), kernelSize, stride, 0, ceilMode), normType, kernelSize, 2);

        /// <summary>(the sum of x^normType over each window)^(1/normType), of (N, C, D, H, W) or (C, D, H, W).</summary>
        /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
        public static T LpPool3d(T x, double normType, PerDim<int> kernelSize, PerDim<int>? stride = null, bool ceilMode = false)
            => RootOfMeans(AvgPool3d(T.Pow(x, normType), kernelSize, stride, 0, ceilMode), normType, kernelSize, 3);
    }

    private static (int[] Size, int[] Stride, int[] Padding, int[] Dilation) PoolNumbers(
        string function, PerDim<int> kernelSize, PerDim<int>? stride, PerDim<int>? padding, PerDim<int>? dilation, int dims)
    {
        ArgumentNullException.ThrowIfNull(kernelSize);
        var size = Check.PoolNumbers(function, "kernel_size", kernelSize, 1, dims);
        return (
            size,
            stride is null or [] ? size : Check.PoolNumbers(function, "stride", stride, 1, dims, mayBeOmitted: true),
            Check.PoolNumbers(function, "padding", padding, 0, dims),
            Check.PoolNumbers(function, "dilation", dilation, 1, dims));
    }

    private static T RootOfMeans<T>(T means, double p, PerDim<int> kernelSize, int dims)
        where T : ITensor<T>
    {
        var count = Check.Each(kernelSize, 1, dims)!.Aggregate(1.0, (product, length) => product * length);
        return T.Pow(T.Mul(T.Mul(T.Sign(means), T.Relu(T.Abs(means))), count), 1 / p);
    }
}
