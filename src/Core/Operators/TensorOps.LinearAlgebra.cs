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

        /// <inheritdoc cref="ITensor{T}.Addmm(T, T, T, double, double)"/>
        public T Addmm(T mat1, T mat2, double beta = 1, double alpha = 1) => T.Addmm(x, mat1, mat2, beta, alpha);

        /// <inheritdoc cref="Composites.Outer{T}(T, T)"/>
        public T Outer(T y) => Composites.Outer(x, y);

        /// <inheritdoc cref="Composites.Linear{T}(T, T, T)"/>
        public T Linear(T weight, T? bias = default) => Composites.Linear(x, weight, bias);

        /// <inheritdoc cref="Composites.MatMul{T}(T, T)"/>
        public T MatMul(T y) => Composites.MatMul(x, y);
    }
}
