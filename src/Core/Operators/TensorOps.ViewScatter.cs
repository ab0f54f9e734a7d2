namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.SelectScatter(T, T, int, long)"/>
        public T SelectScatter(T src, int dim, long index) => T.SelectScatter(x, src, dim, index);

        /// <inheritdoc cref="ITensor{T}.SliceScatter(T, T, int, long?, long?, long)"/>
        public T SliceScatter(T src, int dim = 0, long? start = null, long? end = null, long step = 1)
            => T.SliceScatter(x, src, dim, start, end, step);

        /// <inheritdoc cref="ITensor{T}.DiagonalScatter(T, T, int, int, int)"/>
        public T DiagonalScatter(T src, int offset = 0, int dim1 = 0, int dim2 = 1) => T.DiagonalScatter(x, src, offset, dim1, dim2);

        /// <inheritdoc cref="ITensor{T}.AsStridedScatter(T, T, ReadOnlySpan{long}, ReadOnlySpan{long}, long?)"/>
        public T AsStridedScatter(T src, ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset = null)
            => T.AsStridedScatter(x, src, size, stride, storageOffset);
    }
}
