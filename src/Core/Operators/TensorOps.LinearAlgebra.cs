namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Dot(T, T)"/>
        public T Dot(T y) => T.Dot(x, y);

        /// <inheritdoc cref="ITensor{T}.Mv(T, T)"/>
        public T Mv(T y) => T.Mv(x, y);

        /// <inheritdoc cref="ITensor{T}.Mm(T, T)"/>
        public T Mm(T y) => T.Mm(x, y);

        /// <inheritdoc cref="ITensor{T}.Bmm(T, T)"/>
        public T Bmm(T y) => T.Bmm(x, y);

        /// <inheritdoc cref="Composites.MatMul{T}(T, T)"/>
        public T MatMul(T y) => Composites.MatMul(x, y);
    }
}
