namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Max(T)"/>
        public T Max() => T.Max(x);

        /// <inheritdoc cref="ITensor{T}.Max(T, int, bool)"/>
        public (T Values, T Indices) Max(int dim, bool keepDim = false) => T.Max(x, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Maximum(T, T)"/>
        public T Max(T y) => T.Maximum(x, y);

        /// <inheritdoc cref="ITensor{T}.Min(T)"/>
        public T Min() => T.Min(x);

        /// <inheritdoc cref="ITensor{T}.Min(T, int, bool)"/>
        public (T Values, T Indices) Min(int dim, bool keepDim = false) => T.Min(x, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Minimum(T, T)"/>
        public T Min(T y) => T.Minimum(x, y);

        /// <inheritdoc cref="ITensor{T}.Amax(T, ReadOnlySpan{int}, bool)"/>
        public T Amax(params ReadOnlySpan<int> dims) => T.Amax(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Amax(T, ReadOnlySpan{int}, bool)"/>
        public T Amax(ReadOnlySpan<int> dims, bool keepDim) => T.Amax(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Amin(T, ReadOnlySpan{int}, bool)"/>
        public T Amin(params ReadOnlySpan<int> dims) => T.Amin(x, dims, keepDim: false);

        /// <inheritdoc cref="ITensor{T}.Amin(T, ReadOnlySpan{int}, bool)"/>
        public T Amin(ReadOnlySpan<int> dims, bool keepDim) => T.Amin(x, dims, keepDim);

        /// <inheritdoc cref="ITensor{T}.Argmax(T)"/>
        public T Argmax() => T.Argmax(x);

        /// <inheritdoc cref="ITensor{T}.Argmax(T, int, bool)"/>
        public T Argmax(int dim, bool keepDim = false) => T.Argmax(x, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Argmin(T)"/>
        public T Argmin() => T.Argmin(x);

        /// <inheritdoc cref="ITensor{T}.Argmin(T, int, bool)"/>
        public T Argmin(int dim, bool keepDim = false) => T.Argmin(x, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Aminmax(T, int?, bool)"/>
        public (T Min, T Max) Aminmax(int? dim = null, bool keepDim = false) => T.Aminmax(x, dim, keepDim);

        /// <inheritdoc cref="ITensor{T}.Maximum(T, T)"/>
        public T Maximum(T y) => T.Maximum(x, y);

        /// <inheritdoc cref="ITensor{T}.Minimum(T, T)"/>
        public T Minimum(T y) => T.Minimum(x, y);

        /// <inheritdoc cref="ITensor{T}.Fmax(T, T)"/>
        public T Fmax(T y) => T.Fmax(x, y);

        /// <inheritdoc cref="ITensor{T}.Fmin(T, T)"/>
        public T Fmin(T y) => T.Fmin(x, y);
    }
}
