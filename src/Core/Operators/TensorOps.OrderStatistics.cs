namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Median(T)"/>
        public T Median() => T.Median(x);

        /// <inheritdoc cref="ITensor{T}.Median(T, int, bool)"/>
        public (T Values, T Indices) Median(int dim, bool keepDim = false) => T.Median(x, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Nanmedian(T)"/>
        public T Nanmedian() => T.Nanmedian(x);

        /// <inheritdoc cref="ITensor{T}.Nanmedian(T, int, bool)"/>
        public (T Values, T Indices) Nanmedian(int dim, bool keepDim = false) => T.Nanmedian(x, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Kthvalue(T, int, int, bool)"/>
        public (T Values, T Indices) Kthvalue(int k, int dim = -1, bool keepDim = false) => T.Kthvalue(x, k, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Mode(T, int, bool)"/>
        public (T Values, T Indices) Mode(int dim = -1, bool keepDim = false) => T.Mode(x, dim, keepDim);

        /// <inheritdoc cref="Composites.Quantile{T}(T, double, int?, bool, QuantileInterpolation)"/>
        public T Quantile(
            double q, int? dim = null, bool keepDim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear)
            => Composites.Quantile(x, q, dim, keepDim, interpolation);

        /// <inheritdoc cref="Composites.Quantile{T}(T, T, int?, bool, QuantileInterpolation)"/>
        public T Quantile(
            T q, int? dim = null, bool keepDim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear)
            => Composites.Quantile(x, q, dim, keepDim, interpolation);

        /// <inheritdoc cref="Composites.Nanquantile{T}(T, double, int?, bool, QuantileInterpolation)"/>
        public T Nanquantile(
            double q, int? dim = null, bool keepDim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear)
            => Composites.Nanquantile(x, q, dim, keepDim, interpolation);

        /// <inheritdoc cref="Composites.Nanquantile{T}(T, T, int?, bool, QuantileInterpolation)"/>
        public T Nanquantile(
            T q, int? dim = null, bool keepDim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear)
            => Composites.Nanquantile(x, q, dim, keepDim, interpolation);

        /// <inheritdoc cref="Composites.Msort{T}(T)"/>
        public T Msort() => Composites.Msort(x);
    }
}
