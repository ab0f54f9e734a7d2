namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
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

        /// <summary>Each place of a dimension as often one after another as an integer tensor says; of all elements where no dimension is given.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="repeats">A number for each place, or one for all.</param>
        /// <param name="dim">The dimension.</param>
        /// <exception cref="TorchArgumentException">There are not as many numbers as places, one is negative, or they are no integers.</exception>
        public static T RepeatInterleave(T x, T repeats, int? dim = null)
        {
            if (dim is null || x.Dim == 0)
                return RepeatInterleaveAlong(Flatten(x), repeats, Dim.Wrap(dim ?? 0, 1));
            return RepeatInterleaveAlong(x, repeats, Dim.Wrap(dim.Value, x.Dim));
        }

        /// <summary>The dimensions named first where those named second are, the others in their order, a view.</summary>
        /// <exception cref="TorchArgumentException">A dimension is named twice, or the lists differ in length.</exception>
        public static T Movedim(T x, ReadOnlySpan<int> source, ReadOnlySpan<int> destination)
            => T.Permute(x, Check.Movedim(x.Dim, source, destination));

        /// <summary>The dimensions named first where those named second are: as Movedim.</summary>
        /// <exception cref="TorchArgumentException">A dimension is named twice, or the lists differ in length.</exception>
        public static T Moveaxis(T x, ReadOnlySpan<int> source, ReadOnlySpan<int> destination) => Movedim(x, source, destination);

        /// <summary>The first dimension in reverse order.</summary>
        /// <exception cref="TorchArgumentException">x is 0-dim.</exception>
        public static T Flipud(T x) => x.Dim >= 1 ? T.Flip(x, [0]) : throw Error.FlipDims(1);

        /// <summary>The second dimension in reverse order.</summary>
        /// <exception cref="TorchArgumentException">x has fewer than two dimensions.</exception>
        public static T Fliplr(T x) => x.Dim >= 2 ? T.Flip(x, [1]) : throw Error.FlipDims(2);

        /// <summary>Turned by k quarters from the first dimension towards the second, in memory of its own.</summary>
        public static T Rot90(T x, long k = 1) => T.Rot90(x, k, [0, 1]);
    }

    /// <summary>The dimensions in reverse order, a view: <c>x.T</c>, a property of each engine's class, as T is the name of a type here.</summary>
    internal static T Reversed<T>(T x)
        where T : ITensor<T>
    {
        if (x.Dim != 2)
            Warnings.Warn(x.Dim == 0 ? ArrangementWarning.TOf0Dim : ArrangementWarning.TOfOtherThanMatrix);
        return T.Permute(x, [.. Enumerable.Range(0, x.Dim).Reverse()]);
    }

    private static T RepeatInterleaveAlong<T>(T x, T repeats, int dim)
        where T : ITensor<T>
    {
        var counts = Check.RepeatInterleave(repeats, x.Shape[dim]);
        var places = new long[counts.Sum()];
        var next = 0;
        for (var place = 0; place < counts.Length; place++)
            for (var i = 0; i < counts[place]; i++)
                places[next++] = place;
        return T.IndexSelect(x, dim, T.FromArray<long>(places, [places.Length], DType.Int64, x.Device, requiresGrad: false));
    }
}
