namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Scatter(T, int, T, T)"/>
        public T Scatter(int dim, T index, T src) => T.Scatter(x, dim, index, src);

        /// <inheritdoc cref="ITensor{T}.Scatter_(T, int, T, T)"/>
        public T Scatter_(int dim, T index, T src) => T.Scatter_(x, dim, index, src);

        /// <inheritdoc cref="ITensor{T}.Scatter(T, int, T, Scalar)"/>
        public T Scatter(int dim, T index, Scalar value) => T.Scatter(x, dim, index, value);

        /// <inheritdoc cref="ITensor{T}.Scatter_(T, int, T, Scalar)"/>
        public T Scatter_(int dim, T index, Scalar value) => T.Scatter_(x, dim, index, value);

        /// <inheritdoc cref="ITensor{T}.ScatterAdd(T, int, T, T)"/>
        public T ScatterAdd(int dim, T index, T src) => T.ScatterAdd(x, dim, index, src);

        /// <inheritdoc cref="ITensor{T}.ScatterAdd_(T, int, T, T)"/>
        public T ScatterAdd_(int dim, T index, T src) => T.ScatterAdd_(x, dim, index, src);

        /// <inheritdoc cref="ITensor{T}.ScatterReduce(T, int, T, T, ScatterReduction, bool)"/>
        public T ScatterReduce(int dim, T index, T src, ScatterReduction reduce, bool includeSelf = true)
            => T.ScatterReduce(x, dim, index, src, reduce, includeSelf);

        /// <inheritdoc cref="ITensor{T}.ScatterReduce_(T, int, T, T, ScatterReduction, bool)"/>
        public T ScatterReduce_(int dim, T index, T src, ScatterReduction reduce, bool includeSelf = true)
            => T.ScatterReduce_(x, dim, index, src, reduce, includeSelf);

        /// <inheritdoc cref="ITensor{T}.IndexAdd(T, int, T, T, Scalar)"/>
        public T IndexAdd(int dim, T index, T source, Scalar? alpha = null) => T.IndexAdd(x, dim, index, source, alpha ?? 1);

        /// <inheritdoc cref="ITensor{T}.IndexAdd_(T, int, T, T, Scalar)"/>
        public T IndexAdd_(int dim, T index, T source, Scalar? alpha = null) => T.IndexAdd_(x, dim, index, source, alpha ?? 1);

        /// <inheritdoc cref="ITensor{T}.IndexCopy(T, int, T, T)"/>
        public T IndexCopy(int dim, T index, T source) => T.IndexCopy(x, dim, index, source);

        /// <inheritdoc cref="ITensor{T}.IndexCopy_(T, int, T, T)"/>
        public T IndexCopy_(int dim, T index, T source) => T.IndexCopy_(x, dim, index, source);

        /// <inheritdoc cref="ITensor{T}.IndexFill(T, int, T, Scalar)"/>
        public T IndexFill(int dim, T index, Scalar value) => T.IndexFill(x, dim, index, value);

        /// <inheritdoc cref="ITensor{T}.IndexFill(T, int, T, T)"/>
        public T IndexFill(int dim, T index, T value) => T.IndexFill(x, dim, index, value);

        /// <inheritdoc cref="ITensor{T}.IndexFill_(T, int, T, Scalar)"/>
        public T IndexFill_(int dim, T index, Scalar value) => T.IndexFill_(x, dim, index, value);

        /// <inheritdoc cref="ITensor{T}.IndexFill_(T, int, T, T)"/>
        public T IndexFill_(int dim, T index, T value) => T.IndexFill_(x, dim, index, value);

        /// <inheritdoc cref="ITensor{T}.IndexReduce(T, int, T, T, ScatterReduction, bool)"/>
        public T IndexReduce(int dim, T index, T source, ScatterReduction reduce, bool includeSelf = true)
            => T.IndexReduce(x, dim, index, source, reduce, includeSelf);

        /// <inheritdoc cref="ITensor{T}.IndexReduce_(T, int, T, T, ScatterReduction, bool)"/>
        public T IndexReduce_(int dim, T index, T source, ScatterReduction reduce, bool includeSelf = true)
            => T.IndexReduce_(x, dim, index, source, reduce, includeSelf);

        /// <inheritdoc cref="ITensor{T}.IndexPut(T, ReadOnlySpan{T}, T, bool)"/>
        public T IndexPut(ReadOnlySpan<T?> indices, T values, bool accumulate = false) => T.IndexPut(x, indices, values, accumulate);

        /// <inheritdoc cref="ITensor{T}.IndexPut_(T, ReadOnlySpan{T}, T, bool)"/>
        public T IndexPut_(ReadOnlySpan<T?> indices, T values, bool accumulate = false) => T.IndexPut_(x, indices, values, accumulate);

        /// <inheritdoc cref="ITensor{T}.Put(T, T, T, bool)"/>
        public T Put(T index, T source, bool accumulate = false) => T.Put(x, index, source, accumulate);

        /// <inheritdoc cref="ITensor{T}.Put_(T, T, T, bool)"/>
        public T Put_(T index, T source, bool accumulate = false) => T.Put_(x, index, source, accumulate);

        /// <inheritdoc cref="ITensor{T}.MaskedScatter(T, T, T)"/>
        public T MaskedScatter(T mask, T source) => T.MaskedScatter(x, mask, source);

        /// <inheritdoc cref="ITensor{T}.MaskedScatter_(T, T, T)"/>
        public T MaskedScatter_(T mask, T source) => T.MaskedScatter_(x, mask, source);
    }
}
