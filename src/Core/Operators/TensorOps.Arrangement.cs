namespace TwinGrad;

public static partial class TensorOps
{
    extension<T>(T x)
        where T : ITensor<T>
    {
        /// <inheritdoc cref="ITensor{T}.Flip(T, ReadOnlySpan{int})"/>
        public T Flip(params ReadOnlySpan<int> dims) => T.Flip(x, dims);

        /// <inheritdoc cref="Composites.Fliplr{T}(T)"/>
        public T Fliplr() => Composites.Fliplr(x);

        /// <inheritdoc cref="Composites.Flipud{T}(T)"/>
        public T Flipud() => Composites.Flipud(x);

        /// <inheritdoc cref="Composites.Rot90{T}(T, long)"/>
        public T Rot90(long k = 1) => Composites.Rot90(x, k);

        /// <inheritdoc cref="ITensor{T}.Rot90(T, long, ReadOnlySpan{int})"/>
        public T Rot90(long k, ReadOnlySpan<int> dims) => T.Rot90(x, k, dims);

        /// <inheritdoc cref="ITensor{T}.Roll(T, ReadOnlySpan{long}, ReadOnlySpan{int})"/>
        public T Roll(long shift) => T.Roll(x, [shift], []);

        /// <inheritdoc cref="ITensor{T}.Roll(T, ReadOnlySpan{long}, ReadOnlySpan{int})"/>
        public T Roll(long shift, int dim) => T.Roll(x, [shift], [dim]);

        /// <inheritdoc cref="ITensor{T}.Roll(T, ReadOnlySpan{long}, ReadOnlySpan{int})"/>
        public T Roll(ReadOnlySpan<long> shifts, ReadOnlySpan<int> dims) => T.Roll(x, shifts, dims);

        /// <inheritdoc cref="ITensor{T}.Repeat(T, ReadOnlySpan{long})"/>
        public T Repeat(params ReadOnlySpan<long> repeats) => T.Repeat(x, repeats);

        /// <inheritdoc cref="Composites.Tile{T}(T, ReadOnlySpan{long})"/>
        public T Tile(params ReadOnlySpan<long> repeats) => Composites.Tile(x, repeats);

        /// <inheritdoc cref="Composites.RepeatInterleave{T}(T, long, int?)"/>
        public T RepeatInterleave(long repeats, int? dim = null) => Composites.RepeatInterleave(x, repeats, dim);

        /// <inheritdoc cref="Composites.RepeatInterleave{T}(T, T, int?)"/>
        public T RepeatInterleave(T repeats, int? dim = null) => Composites.RepeatInterleave(x, repeats, dim);

        /// <inheritdoc cref="ITensor{T}.Unfold(T, int, long, long)"/>
        public T Unfold(int dim, long size, long step) => T.Unfold(x, dim, size, step);

        /// <inheritdoc cref="Composites.Movedim{T}(T, ReadOnlySpan{int}, ReadOnlySpan{int})"/>
        public T Movedim(int source, int destination) => Composites.Movedim(x, [source], [destination]);

        /// <inheritdoc cref="Composites.Movedim{T}(T, ReadOnlySpan{int}, ReadOnlySpan{int})"/>
        public T Movedim(ReadOnlySpan<int> source, ReadOnlySpan<int> destination) => Composites.Movedim(x, source, destination);

        /// <inheritdoc cref="Composites.Moveaxis{T}(T, ReadOnlySpan{int}, ReadOnlySpan{int})"/>
        public T Moveaxis(int source, int destination) => Composites.Moveaxis(x, [source], [destination]);

        /// <inheritdoc cref="Composites.Moveaxis{T}(T, ReadOnlySpan{int}, ReadOnlySpan{int})"/>
        public T Moveaxis(ReadOnlySpan<int> source, ReadOnlySpan<int> destination) => Composites.Moveaxis(x, source, destination);

        /// <inheritdoc cref="Composites.Combinations{T}(T, int, bool)"/>
        public T Combinations(int r = 2, bool withReplacement = false) => Composites.Combinations(x, r, withReplacement);

        /// <inheritdoc cref="ITensor{T}.Tril(T, long)"/>
        public T Tril(long diagonal = 0) => T.Tril(x, diagonal);

        /// <inheritdoc cref="ITensor{T}.Triu(T, long)"/>
        public T Triu(long diagonal = 0) => T.Triu(x, diagonal);

        /// <inheritdoc cref="ITensor{T}.Tril_(T, long)"/>
        public T Tril_(long diagonal = 0) => T.Tril_(x, diagonal);

        /// <inheritdoc cref="ITensor{T}.Triu_(T, long)"/>
        public T Triu_(long diagonal = 0) => T.Triu_(x, diagonal);
    }
}
