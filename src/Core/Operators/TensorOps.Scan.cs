namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Cumsum(T, int)"/>
        public T Cumsum(int dim) => T.Cumsum(x, dim);

        /// <inheritdoc cref="ITensor{T}.Cumprod(T, int)"/>
        public T Cumprod(int dim) => T.Cumprod(x, dim);
    }
}
