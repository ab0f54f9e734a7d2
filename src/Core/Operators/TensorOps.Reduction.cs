namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Sum(T)"/>
        public T Sum() => T.Sum(x);

        /// <inheritdoc cref="ITensor{T}.Sum(T, ReadOnlySpan{int}, bool)"/>
        public T Sum(params ReadOnlySpan<int> dims) => T.Sum(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Sum(T, ReadOnlySpan{int}, bool)"/>
        public T Sum(ReadOnlySpan<int> dims, bool keepDim) => T.Sum(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Sum(T, ReadOnlySpan{int}, bool)"/>
        public T Sum(int dim, bool keepDim) => T.Sum(x, [dim], keepDim);

        /// <inheritdoc cref="ITensor{T}.Sum(T, DType)"/>
        public T Sum(DType dtype) => T.Sum(x, dtype);

        /// <inheritdoc cref="ITensor{T}.Nansum(T, ReadOnlySpan{int}, bool)"/>
        public T Nansum(params ReadOnlySpan<int> dims) => T.Nansum(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Nansum(T, ReadOnlySpan{int}, bool)"/>
        public T Nansum(ReadOnlySpan<int> dims, bool keepDim) => T.Nansum(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Mean(T)"/>
        public T Mean() => T.Mean(x);

        /// <inheritdoc cref="ITensor{T}.Mean(T, ReadOnlySpan{int}, bool)"/>
        public T Mean(params ReadOnlySpan<int> dims) => T.Mean(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Mean(T, ReadOnlySpan{int}, bool)"/>
        public T Mean(ReadOnlySpan<int> dims, bool keepDim) => T.Mean(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Mean(T, ReadOnlySpan{int}, bool)"/>
        public T Mean(int dim, bool keepDim) => T.Mean(x, [dim], keepDim);

        /// <inheritdoc cref="ITensor{T}.Mean(T, DType)"/>
        public T Mean(DType dtype) => T.Mean(x, dtype);

        /// <inheritdoc cref="Composites.Nanmean{T}(T, ReadOnlySpan{int}, bool)"/>
        public T Nanmean(params ReadOnlySpan<int> dims) => Composites.Nanmean(x, dims, keepDim: false);

        /// <inheritdoc cref="Composites.Nanmean{T}(T, ReadOnlySpan{int}, bool)"/>
        public T Nanmean(ReadOnlySpan<int> dims, bool keepDim) => Composites.Nanmean(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Prod(T)"/>
        public T Prod() => T.Prod(x);

        /// <inheritdoc cref="ITensor{T}.Prod(T, int, bool)"/>
        public T Prod(int dim, bool keepDim = false) => T.Prod(x, dim, keepDim);

        /// <summary>The variance of all elements; unbiased divides by n - 1, else by n.</summary>
        public T Var(bool unbiased = true) => T.Var(x, [], Correction(unbiased), keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Var(T, ReadOnlySpan{int}, double, bool)"/>
        public T Var(int dim, bool unbiased = true, bool keepDim = false) => T.Var(x, [dim], Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.Var(T, ReadOnlySpan{int}, double, bool)"/>
        public T Var(ReadOnlySpan<int> dims, bool unbiased, bool keepDim = false) => T.Var(x, dims, Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.Var(T, ReadOnlySpan{int}, double, bool)"/>
        public T Var(ReadOnlySpan<int> dims, double correction = 1, bool keepDim = false) => T.Var(x, dims, correction, keepDim);

        /// <summary>The standard deviation of all elements; unbiased divides by n - 1, else by n.</summary>
        public T Std(bool unbiased = true) => T.Std(x, [], Correction(unbiased), keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Std(T, ReadOnlySpan{int}, double, bool)"/>
        public T Std(int dim, bool unbiased = true, bool keepDim = false) => T.Std(x, [dim], Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.Std(T, ReadOnlySpan{int}, double, bool)"/>
        public T Std(ReadOnlySpan<int> dims, bool unbiased, bool keepDim = false) => T.Std(x, dims, Correction(unbiased), keepDim);

        /// <inheritdoc cref="ITensor{T}.Std(T, ReadOnlySpan{int}, double, bool)"/>
        public T Std(ReadOnlySpan<int> dims, double correction = 1, bool keepDim = false) => T.Std(x, dims, correction, keepDim);

        /// <inheritdoc cref="ITensor{T}.Norm(T, Scalar, ReadOnlySpan{int}, bool)"/>
        public T Norm() => T.Norm(x, 2, [], keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Norm(T, Scalar, ReadOnlySpan{int}, bool)"/>
        public T Norm(Scalar p, params ReadOnlySpan<int> dims) => T.Norm(x, p, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Norm(T, Scalar, ReadOnlySpan{int}, bool)"/>
        public T Norm(Scalar p, ReadOnlySpan<int> dims, bool keepDim) => T.Norm(x, p, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Logsumexp(T, ReadOnlySpan{int}, bool)"/>
        public T Logsumexp(params ReadOnlySpan<int> dims) => T.Logsumexp(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Logsumexp(T, ReadOnlySpan{int}, bool)"/>
        public T Logsumexp(ReadOnlySpan<int> dims, bool keepDim) => T.Logsumexp(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.All(T)"/>
        public T All() => T.All(x);

        /// <inheritdoc cref="ITensor{T}.All(T, int, bool)"/>
        public T All(int dim, bool keepDim = false) => T.All(x, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Any(T)"/>
        public T Any() => T.Any(x);

        /// <inheritdoc cref="ITensor{T}.Any(T, int, bool)"/>
        public T Any(int dim, bool keepDim = false) => T.Any(x, dim, keepDim);
    }

    private static double Correction(bool unbiased) => unbiased ? 1 : 0;
}
