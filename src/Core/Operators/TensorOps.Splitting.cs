namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Split(T, long, int)"/>
        public T[] Split(long size, int dim = 0) => T.Split(x, size, dim);

        /// <inheritdoc cref="ITensor{T}.Split(T, ReadOnlySpan{long}, int)"/>
        public T[] Split(ReadOnlySpan<long> sizes, int dim = 0) => T.Split(x, sizes, dim);

        /// <inheritdoc cref="Composites.Chunk{T}(T, long, int)"/>
        public T[] Chunk(long chunks, int dim = 0) => Composites.Chunk(x, chunks, dim);

        /// <inheritdoc cref="ITensor{T}.Unbind(T, int)"/>
        public T[] Unbind(int dim = 0) => T.Unbind(x, dim);

        /// <inheritdoc cref="Composites.Narrow{T}(T, int, long, long)"/>
        public T Narrow(int dim, long start, long length) => Composites.Narrow(x, dim, start, length);
    }
}
