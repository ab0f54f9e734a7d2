namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Cumsum(T, int, DType?)"/>
        public T Cumsum(int dim, DType? dtype = null) => T.Cumsum(x, dim, dtype);

        /// <inheritdoc cref="ITensor{T}.Cumprod(T, int, DType?)"/>
        public T Cumprod(int dim, DType? dtype = null) => T.Cumprod(x, dim, dtype);

        /// <inheritdoc cref="ITensor{T}.Cummax(T, int)"/>
        public (T Values, T Indices) Cummax(int dim) => T.Cummax(x, dim);

        /// <inheritdoc cref="ITensor{T}.Cummin(T, int)"/>
        public (T Values, T Indices) Cummin(int dim) => T.Cummin(x, dim);

        /// <inheritdoc cref="ITensor{T}.Logcumsumexp(T, int)"/>
        public T Logcumsumexp(int dim) => T.Logcumsumexp(x, dim);
    }
}
