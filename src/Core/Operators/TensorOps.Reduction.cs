namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Sum(T)"/>
        public T Sum() => T.Sum(x);

        /// <inheritdoc cref="ITensor{T}.Sum(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Sum(params ReadOnlySpan<int> dims) => T.Sum(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Sum(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Sum(ReadOnlySpan<int> dims, bool keepDim = false, DType? dtype = null) => T.Sum(x, dims, keepDim, dtype);

        /// <inheritdoc cref="ITensor{T}.Sum(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Sum(int dim, bool keepDim = false, DType? dtype = null) => T.Sum(x, [dim], keepDim, dtype);

        /// <inheritdoc cref="ITensor{T}.Sum(T, DType)"/>
        public T Sum(DType dtype) => T.Sum(x, dtype);

        /// <inheritdoc cref="ITensor{T}.Nansum(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Nansum(params ReadOnlySpan<int> dims) => T.Nansum(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Nansum(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Nansum(ReadOnlySpan<int> dims, bool keepDim = false, DType? dtype = null) => T.Nansum(x, dims, keepDim, dtype);

        /// <inheritdoc cref="ITensor{T}.Mean(T)"/>
        public T Mean() => T.Mean(x);

        /// <inheritdoc cref="ITensor{T}.Mean(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Mean(params ReadOnlySpan<int> dims) => T.Mean(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Mean(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Mean(ReadOnlySpan<int> dims, bool keepDim = false, DType? dtype = null) => T.Mean(x, dims, keepDim, dtype);

        /// <inheritdoc cref="ITensor{T}.Mean(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Mean(int dim, bool keepDim = false, DType? dtype = null) => T.Mean(x, [dim], keepDim, dtype);

        /// <inheritdoc cref="ITensor{T}.Mean(T, DType)"/>
        public T Mean(DType dtype) => T.Mean(x, dtype);

        /// <inheritdoc cref="ITensor{T}.Nansum(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Nansum(DType dtype) => T.Nansum(x, [], keepDim: false, dtype);

        /// <inheritdoc cref="Composites.Nanmean{T}(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Nanmean(params ReadOnlySpan<int> dims) => Composites.Nanmean(x, dims, keepDim: false);

        /// <inheritdoc cref="Composites.Nanmean{T}(T, ReadOnlySpan{int}, bool, DType?)"/>
        public T Nanmean(ReadOnlySpan<int> dims, bool keepDim = false, DType? dtype = null) => Composites.Nanmean(x, dims, keepDim, dtype);

        /// <inheritdoc cref="ITensor{T}.Prod(T, DType?)"/>
        public T Prod(DType? dtype = null) => T.Prod(x, dtype);

        /// <inheritdoc cref="ITensor{T}.Prod(T, int, bool, DType?)"/>
        public T Prod(int dim, bool keepDim = false, DType? dtype = null) => T.Prod(x, dim, keepDim, dtype);

        /// <inheritdoc cref="ITensor{T}.Norm(T, Scalar, ReadOnlySpan{int}, bool)"/>
        public T Norm() => T.Norm(x, 2, [], keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Norm(T, Scalar, ReadOnlySpan{int}, bool)"/>
        public T Norm(Scalar p, params ReadOnlySpan<int> dims) => T.Norm(x, p, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Norm(T, Scalar, ReadOnlySpan{int}, bool)"/>
        /// <remarks>With a dtype, x is converted to it before.</remarks>
        public T Norm(Scalar p, ReadOnlySpan<int> dims, bool keepDim = false, DType? dtype = null) => T.Norm(As(x, dtype), p, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Logsumexp(T, ReadOnlySpan{int}, bool)"/>
        public T Logsumexp(params ReadOnlySpan<int> dims) => T.Logsumexp(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Logsumexp(T, ReadOnlySpan{int}, bool)"/>
        public T Logsumexp(ReadOnlySpan<int> dims, bool keepDim = false) => T.Logsumexp(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.All(T)"/>
        public T All() => T.All(x);

        /// <inheritdoc cref="ITensor{T}.All(T, ReadOnlySpan{int}, bool)"/>
        public T All(int dim, bool keepDim = false) => T.All(x, [dim], keepDim);

        /// <inheritdoc cref="ITensor{T}.All(T, ReadOnlySpan{int}, bool)"/>
        public T All(ReadOnlySpan<int> dims, bool keepDim = false) => T.All(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Any(T)"/>
        public T Any() => T.Any(x);

        /// <inheritdoc cref="ITensor{T}.Any(T, ReadOnlySpan{int}, bool)"/>
        public T Any(int dim, bool keepDim = false) => T.Any(x, [dim], keepDim);

        /// <inheritdoc cref="ITensor{T}.Any(T, ReadOnlySpan{int}, bool)"/>
        public T Any(ReadOnlySpan<int> dims, bool keepDim = false) => T.Any(x, dims, keepDim);

        /// <inheritdoc cref="Composites.CountNonzero{T}(T, ReadOnlySpan{int})"/>
        public T CountNonzero(params ReadOnlySpan<int> dims) => Composites.CountNonzero(x, dims);

        /// <inheritdoc cref="Composites.SumToSize{T}(T, ReadOnlySpan{long})"/>
        public T SumToSize(params ReadOnlySpan<long> size) => Composites.SumToSize(x, size);

        /// <inheritdoc cref="ITensor{T}.Renorm(T, Scalar, int, Scalar)"/>
        public T Renorm(Scalar p, int dim, Scalar maxnorm) => T.Renorm(x, p, dim, maxnorm);
    }
}
