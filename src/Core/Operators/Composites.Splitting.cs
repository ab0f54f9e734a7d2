namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>At most so many parts of one size along a dimension, views of x: the last one may be shorter.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim, or the number is not positive.</exception>
        public static T[] Chunk(T x, long chunks, int dim = 0)
        {
            var (place, size) = Check.Chunk(x, chunks, dim);
            return size > 0 ? T.Split(x, size, place) : T.Split(x, new long[chunks], place);
        }

        /// <summary>As Chunk, but the parts count as tensors of their own: see UnsafeSplit.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim, or the number is not positive.</exception>
        public static T[] UnsafeChunk(T x, long chunks, int dim = 0)
        {
            var (place, size) = Check.Chunk(x, chunks, dim);
            return size > 0 ? T.UnsafeSplit(x, size, place) : T.UnsafeSplitWithSizes(x, new long[chunks], place);
        }

        /// <inheritdoc cref="ITensor{T}.Split(T, ReadOnlySpan{long}, int)"/>
        public static T[] SplitWithSizes(T x, ReadOnlySpan<long> splitSizes, int dim = 0) => T.Split(x, splitSizes, dim);

        /// <summary>So many parts of a dimension, views of x: the first ones are longer by one place where it does not come out even.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim, or the number is not positive.</exception>
        public static T[] TensorSplit(T x, long sections, int dim = 0)
        {
            var (place, length) = Check.TensorSplit(x, sections, dim);
            var (size, longer) = Math.DivRem(length, sections);
            var parts = new T[sections];
            var start = 0L;
            for (var i = 0; i < parts.Length; i++)
            {
                var end = start + size + (i < longer ? 1 : 0);
                parts[i] = T.Slice(x, place, start, end, 1);
                start = end;
            }
            return parts;
        }

        /// <summary>The parts of a dimension between indices, views of x: x[..indices[0]], x[indices[0]..indices[1]], ... up to the end.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim.</exception>
        public static T[] TensorSplit(T x, ReadOnlySpan<long> indices, int dim = 0)
        {
            var place = Check.TensorSplit(x, dim);
            var parts = new T[indices.Length + 1];
            var start = 0L;
            for (var i = 0; i < indices.Length; i++)
            {
                parts[i] = T.Slice(x, place, start, indices[i], 1);
                start = indices[i];
            }
            parts[^1] = T.Slice(x, place, start, long.MaxValue, 1);
            return parts;
        }

        /// <summary>As TensorSplit by a number of parts, if the int64 tensor is 0-dim, or by the indices that it holds.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim, or the tensor has more than one dimension or another dtype.</exception>
        public static T[] TensorSplit(T x, T tensorIndicesOrSections, int dim = 0)
        {
            Check.TensorSplitBy(tensorIndicesOrSections);
            return tensorIndicesOrSections.Dim == 0
                ? TensorSplit(x, tensorIndicesOrSections.Item<long>(), dim)
                : TensorSplit(x, tensorIndicesOrSections.ToArray<long>(), dim);
        }

        /// <summary>Equal parts of the second dimension, or of a vector, views of x.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim, or its length is no multiple of the number.</exception>
        public static T[] Hsplit(T x, long sections) => EqualParts("hsplit", x, sections, HsplitDim(x));

        /// <summary>The parts of the second dimension, or of a vector, between indices: see TensorSplit.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim.</exception>
        public static T[] Hsplit(T x, ReadOnlySpan<long> indices) => TensorSplit(x, indices, HsplitDim(x));

        /// <summary>Equal parts of the first dimension of a tensor that has at least two, views of x.</summary>
        /// <exception cref="TorchArgumentException">x has fewer than two dimensions, or its length is no multiple of the number.</exception>
        public static T[] Vsplit(T x, long sections) => EqualParts("vsplit", x, sections, DimOf("vsplit", x, 0, least: 2));

        /// <summary>The parts of the first dimension between indices, of a tensor that has at least two: see TensorSplit.</summary>
        /// <exception cref="TorchArgumentException">x has fewer than two dimensions.</exception>
        public static T[] Vsplit(T x, ReadOnlySpan<long> indices) => TensorSplit(x, indices, DimOf("vsplit", x, 0, least: 2));

        /// <summary>Equal parts of the third dimension, views of x.</summary>
        /// <exception cref="TorchArgumentException">x has fewer than three dimensions, or its length is no multiple of the number.</exception>
        public static T[] Dsplit(T x, long sections) => EqualParts("dsplit", x, sections, DimOf("dsplit", x, 2, least: 3));

        /// <summary>The parts of the third dimension between indices: see TensorSplit.</summary>
        /// <exception cref="TorchArgumentException">x has fewer than three dimensions.</exception>
        public static T[] Dsplit(T x, ReadOnlySpan<long> indices) => TensorSplit(x, indices, DimOf("dsplit", x, 2, least: 3));

        /// <summary>So many places of a dimension, a view.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="start">The first place; negative counts from the end.</param>
        /// <param name="length">How many places.</param>
        /// <exception cref="TorchArgumentException">There are not so many places from there on.</exception>
        public static T Narrow(T x, int dim, long start, long length)
        {
            var from = Check.Narrow(x, dim, start, length);
            return T.Slice(x, dim, from, from + length, 1);
        }

        /// <summary>So many places of a dimension from one that a 0-dim integer tensor names, a view.</summary>
        /// <exception cref="TorchArgumentException">There are not so many places, or the start is no such tensor.</exception>
        public static T Narrow(T x, int dim, T start, long length)
        {
            Check.NarrowStart(start);
            return Narrow(x, dim, start.Item<long>(), length);
        }

        /// <summary>As Narrow, in memory of its own.</summary>
        /// <exception cref="TorchArgumentException">There are not so many places from there on.</exception>
        public static T NarrowCopy(T x, int dim, long start, long length) => T.Clone(Narrow(x, dim, start, length));
    }

    private static int HsplitDim<T>(T x)
        where T : ITensor<T>
        => DimOf("hsplit", x, x.Dim == 1 ? 0 : 1, least: 1);

    private static int DimOf<T>(string operation, T x, int dim, int least)
        where T : ITensor<T>
        => x.Dim >= least ? dim : throw Error.SplitDims(operation, least, x.Dim);

    private static T[] EqualParts<T>(string operation, T x, long sections, int dim)
        where T : ITensor<T>
    {
        if (sections == 0 || x.Shape[dim] % sections != 0)
            throw Error.SplitUneven(operation, dim, x.Shape[dim], sections);
        return TensorSplit(x, sections, dim);
    }
}
