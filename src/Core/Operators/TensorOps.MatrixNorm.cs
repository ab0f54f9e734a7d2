using System.Runtime.CompilerServices;

namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="Composites.VectorNorm{T}(T, Scalar?, ReadOnlySpan{int}, bool, DType?)"/>
        public T VectorNorm(Scalar? ord = null, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
            => Composites.VectorNorm(x, ord, dims, keepDim, dtype);

        /// <inheritdoc cref="Composites.MatrixNorm{T}(T, Scalar, ReadOnlySpan{int}, bool, DType?)"/>
        [OverloadResolutionPriority(1)] // a 0 is a number, and no member of the enum
        public T MatrixNorm(Scalar ord, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
            => Composites.MatrixNorm(x, ord, dims, keepDim, dtype);

        /// <inheritdoc cref="Composites.MatrixNorm{T}(T, NormOrder, ReadOnlySpan{int}, bool, DType?)"/>
        public T MatrixNorm(NormOrder ord = NormOrder.Fro, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
            => Composites.MatrixNorm(x, ord, dims, keepDim, dtype);

        /// <inheritdoc cref="Composites.LinalgNorm{T}(T, Scalar?, ReadOnlySpan{int}, bool, DType?)"/>
        [OverloadResolutionPriority(1)]
        public T LinalgNorm(Scalar? ord = null, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
            => Composites.LinalgNorm(x, ord, dims, keepDim, dtype);

        /// <inheritdoc cref="Composites.LinalgNorm{T}(T, NormOrder, ReadOnlySpan{int}, bool, DType?)"/>
        public T LinalgNorm(NormOrder ord, ReadOnlySpan<int> dims = default, bool keepDim = false, DType? dtype = null)
            => Composites.LinalgNorm(x, ord, dims, keepDim, dtype);

        /// <inheritdoc cref="Composites.Cond{T}(T, Scalar?)"/>
        [OverloadResolutionPriority(1)]
        public T Cond(Scalar? p = null) => Composites.Cond(x, p);

        /// <inheritdoc cref="Composites.Cond{T}(T, NormOrder)"/>
        public T Cond(NormOrder p) => Composites.Cond(x, p);
    }
}
