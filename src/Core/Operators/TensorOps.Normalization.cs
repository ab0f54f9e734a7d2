namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.BatchNorm{T}(T, T, T, T, T, bool, double, double)"/>
        public T BatchNorm(
            T? runningMean, T? runningVar, T? weight = default, T? bias = default, bool training = false, double momentum = 0.1,
            double eps = 1e-5)
            => Composites.BatchNorm(x, runningMean, runningVar, weight, bias, training, momentum, eps);

        /// <inheritdoc cref="Composites.LayerNorm{T}(T, ReadOnlySpan{long}, T, T, double)"/>
        public T LayerNorm(ReadOnlySpan<long> normalizedShape, T? weight = default, T? bias = default, double eps = 1e-5)
            => Composites.LayerNorm(x, normalizedShape, weight, bias, eps);

        /// <inheritdoc cref="Composites.InstanceNorm{T}(T, T, T, T, T, bool, double, double)"/>
        public T InstanceNorm(
            T? runningMean = default, T? runningVar = default, T? weight = default, T? bias = default, bool useInputStats = true,
            double momentum = 0.1, double eps = 1e-5)
            => Composites.InstanceNorm(x, runningMean, runningVar, weight, bias, useInputStats, momentum, eps);

        /// <inheritdoc cref="Composites.LocalResponseNorm{T}(T, int, double, double, double)"/>
        public T LocalResponseNorm(int size, double alpha = 1e-4, double beta = 0.75, double k = 1)
            => Composites.LocalResponseNorm(x, size, alpha, beta, k);

        /// <inheritdoc cref="Composites.RmsNorm{T}(T, ReadOnlySpan{long}, T, double?)"/>
        public T RmsNorm(ReadOnlySpan<long> normalizedShape, T? weight = default, double? eps = null)
            => Composites.RmsNorm(x, normalizedShape, weight, eps);

        /// <inheritdoc cref="ITensor{T}.GroupNorm(T, int, T, T, double)"/>
        public T GroupNorm(int numGroups, T? weight = default, T? bias = default, double eps = 1e-5)
            => T.GroupNorm(x, numGroups, weight, bias, eps);
    }
}
