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

        /// <inheritdoc cref="Composites.SplitWithSizes{T}(T, ReadOnlySpan{long}, int)"/>
        public T[] SplitWithSizes(ReadOnlySpan<long> splitSizes, int dim = 0) => Composites.SplitWithSizes(x, splitSizes, dim);

        /// <inheritdoc cref="ITensor{T}.UnsafeSplit(T, long, int)"/>
        public T[] UnsafeSplit(long splitSize, int dim = 0) => T.UnsafeSplit(x, splitSize, dim);

        /// <inheritdoc cref="ITensor{T}.UnsafeSplitWithSizes(T, ReadOnlySpan{long}, int)"/>
        public T[] UnsafeSplitWithSizes(ReadOnlySpan<long> splitSizes, int dim = 0) => T.UnsafeSplitWithSizes(x, splitSizes, dim);

        /// <inheritdoc cref="Composites.UnsafeChunk{T}(T, long, int)"/>
        public T[] UnsafeChunk(long chunks, int dim = 0) => Composites.UnsafeChunk(x, chunks, dim);

        /// <inheritdoc cref="Composites.TensorSplit{T}(T, long, int)"/>
        public T[] TensorSplit(long sections, int dim = 0) => Composites.TensorSplit(x, sections, dim);

        /// <inheritdoc cref="Composites.TensorSplit{T}(T, ReadOnlySpan{long}, int)"/>
        public T[] TensorSplit(ReadOnlySpan<long> indices, int dim = 0) => Composites.TensorSplit(x, indices, dim);

        /// <inheritdoc cref="Composites.TensorSplit{T}(T, T, int)"/>
        public T[] TensorSplit(T tensorIndicesOrSections, int dim = 0) => Composites.TensorSplit(x, tensorIndicesOrSections, dim);

        /// <inheritdoc cref="Composites.Hsplit{T}(T, long)"/>
        public T[] Hsplit(long sections) => Composites.Hsplit(x, sections);

        /// <inheritdoc cref="Composites.Hsplit{T}(T, ReadOnlySpan{long})"/>
        public T[] Hsplit(ReadOnlySpan<long> indices) => Composites.Hsplit(x, indices);

        /// <inheritdoc cref="Composites.Vsplit{T}(T, long)"/>
        public T[] Vsplit(long sections) => Composites.Vsplit(x, sections);

        /// <inheritdoc cref="Composites.Vsplit{T}(T, ReadOnlySpan{long})"/>
        public T[] Vsplit(ReadOnlySpan<long> indices) => Composites.Vsplit(x, indices);

        /// <inheritdoc cref="Composites.Dsplit{T}(T, long)"/>
        public T[] Dsplit(long sections) => Composites.Dsplit(x, sections);

        /// <inheritdoc cref="Composites.Dsplit{T}(T, ReadOnlySpan{long})"/>
        public T[] Dsplit(ReadOnlySpan<long> indices) => Composites.Dsplit(x, indices);

        /// <inheritdoc cref="Composites.Chunk{T}(T, long, int)"/>
        public T[] Chunk(long chunks, int dim = 0) => Composites.Chunk(x, chunks, dim);

        /// <inheritdoc cref="ITensor{T}.Unbind(T, int)"/>
        public T[] Unbind(int dim = 0) => T.Unbind(x, dim);

        /// <inheritdoc cref="Composites.Narrow{T}(T, int, long, long)"/>
        public T Narrow(int dim, long start, long length) => Composites.Narrow(x, dim, start, length);

        /// <inheritdoc cref="Composites.Narrow{T}(T, int, T, long)"/>
        public T Narrow(int dim, T start, long length) => Composites.Narrow(x, dim, start, length);

        /// <inheritdoc cref="Composites.NarrowCopy{T}(T, int, long, long)"/>
        public T NarrowCopy(int dim, long start, long length) => Composites.NarrowCopy(x, dim, start, length);
    }
}
