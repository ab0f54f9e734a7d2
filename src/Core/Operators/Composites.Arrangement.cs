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

        /// <summary>x repeated so many times along each of its last dimensions.</summary>
        /// <remarks>As Repeat, but numbers left out are 1.</remarks>
        public static T Tile(T x, params ReadOnlySpan<long> repeats)
        {
            long[] ones = [.. Enumerable.Repeat(1L, Math.Max(x.Dim - repeats.Length, 0))];
            return T.Repeat(x, [.. ones, .. repeats]);
        }

        /// <summary>Every place of a dimension so many times one after another; of all elements in row-major order where no dimension is given.</summary>
        /// <exception cref="TorchArgumentException">The number is negative.</exception>
        public static T RepeatInterleave(T x, long repeats, int? dim = null)
        {
            if (repeats < 0)
                throw Error.NegativeRepeats();
            if (dim is null)
                return RepeatInterleave(Flatten(x), repeats, 0);
            if (x.Dim == 0)
                return RepeatInterleave(Flatten(x), repeats, dim);
            var place = Dim.Wrap(dim.Value, x.Dim);
            var shape = x.Shape.AsSpan();
            var copies = T.Clone(T.Expand(T.Unsqueeze(x, place + 1), [.. shape[..(place + 1)], repeats, .. shape[(place + 1)..]]));
            return Flatten(copies, place, place + 1);
        }

        /// <summary>The dimensions named first where those named second are, the others in their order, a view.</summary>
        /// <exception cref="TorchArgumentException">A dimension is named twice, or the lists differ in length.</exception>
        public static T Movedim(T x, ReadOnlySpan<int> source, ReadOnlySpan<int> destination)
            => T.Permute(x, Check.Movedim(x.Dim, source, destination));

        /// <summary>The first dimension in reverse order.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim.</exception>
        public static T Flipud(T x) => x.Dim >= 1 ? T.Flip(x, [0]) : throw Error.FlipDims(1);

        /// <summary>The second dimension in reverse order.</summary>
        /// <exception cref="TorchArgumentException">x has fewer than two dimensions.</exception>
        public static T Fliplr(T x) => x.Dim >= 2 ? T.Flip(x, [1]) : throw Error.FlipDims(2);

        /// <summary>x, with a dimension if it has none.</summary>
        public static T AtLeast1d(T x) => x.Dim == 0 ? Reshape(x, 1) : x;

        /// <summary>x as a matrix, of one row if it has fewer than two dimensions.</summary>
        public static T AtLeast2d(T x) => x.Dim switch
        {
            0 => Reshape(x, 1, 1),
            1 => T.Unsqueeze(x, 0),
            _ => x,
        };

        /// <summary>The tensors side by side: vectors one after another, others along their second dimension.</summary>
        public static T Hstack(ReadOnlySpan<T> tensors)
        {
            var parts = Each(tensors, AtLeast1d);
            return T.Cat(parts, parts is [{ Dim: 1 }, ..] ? 0 : 1);
        }

        /// <summary>The tensors one below the other: a vector is a row.</summary>
        public static T Vstack(ReadOnlySpan<T> tensors) => T.Cat(Each(tensors, AtLeast2d), 0);
    }

    private static T[] Each<T>(ReadOnlySpan<T> tensors, Func<T, T> function)
    {
        var results = new T[tensors.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = function(tensors[i]);
        return results;
    }

    /// <summary>The dimensions in reverse order, a view: <c>x.T</c>, a property of each engine's class, as T is the name of a type here.</summary>
    internal static T Reversed<T>(T x)
        where T : ITensor<T>
    {
        if (x.Dim != 2)
            Warnings.Warn(x.Dim == 0 ? ArrangementWarning.TOf0Dim : ArrangementWarning.TOfOtherThanMatrix);
        return T.Permute(x, [.. Enumerable.Range(0, x.Dim).Reverse()]);
    }
}
