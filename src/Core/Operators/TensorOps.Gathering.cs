namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Gather(T, int, T)"/>
        public T Gather(int dim, T index) => T.Gather(x, dim, index);

        /// <inheritdoc cref="ITensor{T}.IndexSelect(T, int, T)"/>
        public T IndexSelect(int dim, T index) => T.IndexSelect(x, dim, index);

        /// <inheritdoc cref="ITensor{T}.Take(T, T)"/>
        public T Take(T index) => T.Take(x, index);

        /// <inheritdoc cref="Composites.TakeAlongDim{T}(T, T, int?)"/>
        public T TakeAlongDim(T indices, int? dim = null) => Composites.TakeAlongDim(x, indices, dim);

        /// <inheritdoc cref="ITensor{T}.MaskedFill(T, T, Scalar)"/>
        public T MaskedFill(T mask, Scalar value) => T.MaskedFill(x, mask, value);

        /// <inheritdoc cref="ITensor{T}.MaskedFill_(T, T, Scalar)"/>
        public T MaskedFill_(T mask, Scalar value) => T.MaskedFill_(x, mask, value);

        /// <inheritdoc cref="ITensor{T}.MaskedFill(T, T, T)"/>
        public T MaskedFill(T mask, T value) => T.MaskedFill(x, mask, value);

        /// <inheritdoc cref="ITensor{T}.MaskedFill_(T, T, T)"/>
        public T MaskedFill_(T mask, T value) => T.MaskedFill_(x, mask, value);

        /// <inheritdoc cref="ITensor{T}.MaskedSelect(T, T)"/>
        public T MaskedSelect(T mask) => T.MaskedSelect(x, mask);

        /// <inheritdoc cref="ITensor{T}.Nonzero(T)"/>
        public T Nonzero() => T.Nonzero(x);

        /// <inheritdoc cref="Composites.Argwhere{T}(T)"/>
        public T Argwhere() => Composites.Argwhere(x);
    }
}
