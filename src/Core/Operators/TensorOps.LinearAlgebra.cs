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

        /// <inheritdoc cref="ITensor{T}.Vdot(T, T)"/>
        public T Vdot(T y) => T.Vdot(x, y);

        /// <inheritdoc cref="ITensor{T}.Addmm(T, T, T, Scalar, Scalar)"/>
        public T Addmm(T mat1, T mat2, Scalar? beta = null, Scalar? alpha = null) => T.Addmm(x, mat1, mat2, beta ?? 1, alpha ?? 1);

        /// <inheritdoc cref="ITensor{T}.Addmv(T, T, T, Scalar, Scalar)"/>
        public T Addmv(T mat, T vec, Scalar? beta = null, Scalar? alpha = null) => T.Addmv(x, mat, vec, beta ?? 1, alpha ?? 1);

        /// <inheritdoc cref="ITensor{T}.Addr(T, T, T, Scalar, Scalar)"/>
        public T Addr(T vec1, T vec2, Scalar? beta = null, Scalar? alpha = null) => T.Addr(x, vec1, vec2, beta ?? 1, alpha ?? 1);

        /// <inheritdoc cref="ITensor{T}.Addbmm(T, T, T, Scalar, Scalar)"/>
        public T Addbmm(T batch1, T batch2, Scalar? beta = null, Scalar? alpha = null) => T.Addbmm(x, batch1, batch2, beta ?? 1, alpha ?? 1);

        /// <inheritdoc cref="ITensor{T}.Baddbmm(T, T, T, Scalar, Scalar)"/>
        public T Baddbmm(T batch1, T batch2, Scalar? beta = null, Scalar? alpha = null) => T.Baddbmm(x, batch1, batch2, beta ?? 1, alpha ?? 1);

        /// <inheritdoc cref="ITensor{T}.LinalgCross(T, T, int)"/>
        public T LinalgCross(T y, int dim = -1) => T.LinalgCross(x, y, dim);

        /// <inheritdoc cref="ITensor{T}.MatrixExp(T)"/>
        public T MatrixExp() => T.MatrixExp(x);

        /// <inheritdoc cref="Composites.MatrixPower{T}(T, long)"/>
        public T MatrixPower(long n) => Composites.MatrixPower(x, n);

        /// <inheritdoc cref="Composites.Ger{T}(T, T)"/>
        public T Ger(T y) => Composites.Ger(x, y);

        /// <inheritdoc cref="Composites.Inner{T}(T, T)"/>
        public T Inner(T y) => Composites.Inner(x, y);

        /// <inheritdoc cref="Composites.Vecdot{T}(T, T, int)"/>
        public T Vecdot(T y, int dim = -1) => Composites.Vecdot(x, y, dim);

        /// <inheritdoc cref="Composites.Cross{T}(T, T, int?)"/>
        public T Cross(T y, int? dim = null) => Composites.Cross(x, y, dim);

        /// <inheritdoc cref="Composites.Kron{T}(T, T)"/>
        public T Kron(T y) => Composites.Kron(x, y);

        /// <inheritdoc cref="Composites.Tensordot{T}(T, T, ValueTuple{int[], int[]})"/>
        public T Tensordot(T y, (int[] X, int[] Y) dims) => Composites.Tensordot(x, y, dims);

        /// <inheritdoc cref="Composites.Tensordot{T}(T, T, int)"/>
        public T Tensordot(T y, int dims = 2) => Composites.Tensordot(x, y, dims);

        /// <inheritdoc cref="Composites.LinalgDiagonal{T}(T, int, int, int)"/>
        public T LinalgDiagonal(int offset = 0, int dim1 = -2, int dim2 = -1) => Composites.LinalgDiagonal(x, offset, dim1, dim2);

        /// <inheritdoc cref="Composites.LinalgVander{T}(T, long?)"/>
        public T LinalgVander(long? n = null) => Composites.LinalgVander(x, n);

        /// <inheritdoc cref="Composites.Vander{T}(T, long?, bool)"/>
        public T Vander(long? n = null, bool increasing = false) => Composites.Vander(x, n, increasing);

        /// <inheritdoc cref="Composites.Outer{T}(T, T)"/>
        public T Outer(T y) => Composites.Outer(x, y);

        /// <inheritdoc cref="Composites.Linear{T}(T, T, T)"/>
        public T Linear(T weight, T? bias = default) => Composites.Linear(x, weight, bias);

        /// <inheritdoc cref="Composites.MatMul{T}(T, T)"/>
        public T MatMul(T y) => Composites.MatMul(x, y);
    }
}
