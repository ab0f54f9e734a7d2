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
    }
}
