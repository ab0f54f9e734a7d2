namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The differences of neighbours along a dimension, taken n times: x[i + 1] - x[i]; of bools whether they differ.</summary>
        /// <param name="x">The tensor.</param>
        /// <param name="n">How often; each time the dimension becomes one shorter.</param>
        /// <param name="dim">The dimension.</param>
        /// <param name="prepend">What is put before x along the dimension.</param>
        /// <param name="append">What is put behind it.</param>
        /// <exception cref="TorchArgumentException">x is 0-dim, n is negative, or what is put beside x does not fit.</exception>
        public static T Diff(T x, int n = 1, int dim = -1, T? prepend = default, T? append = default)
        {
            var place = Check.Diff(x, n, dim, prepend, append);
            if (n == 0)
                return T.Clone(x);
            var result = prepend is null && append is null ? x : T.Cat([.. Given(prepend), x, .. Given(append)], place);
            for (var left = Math.Min(n, result.Shape[place]); left > 0; left--)
            {
                var (before, after) = Neighbours(result, place);
                result = x.DType == DType.Bool ? T.BitwiseXor(after, before) : T.Sub(after, before);
            }
            return result;
        }

        /// <summary>The slopes of x along each of the dimensions, from neighbours on both sides; at the ends from those inside.</summary>
        /// <param name="x">The tensor: values at points that are equally far apart.</param>
        /// <param name="spacing">How far; 1 unless given.</param>
        /// <param name="dims">The dimensions; none given means all.</param>
        /// <param name="edgeOrder">How exact the slopes at the ends are: 1 takes two values, 2 three.</param>
        /// <exception cref="TorchArgumentException">A dimension has not more places than the edge order, which is 1 or 2.</exception>
        public static T[] Gradient(T x, double? spacing = null, ReadOnlySpan<int> dims = default, int edgeOrder = 1)
        {
            var along = Check.Gradient(x, dims, edgeOrder, spacings: null);
            return Array.ConvertAll(along, dim => EvenSlope(x, spacing ?? 1, dim, edgeOrder));
        }

        /// <summary>The slopes along each of the dimensions, whose points are differently far apart in each.</summary>
        /// <inheritdoc cref="Gradient{T}(T, double?, ReadOnlySpan{int}, int)"/>
        public static T[] Gradient(T x, ReadOnlySpan<double> spacing, ReadOnlySpan<int> dims = default, int edgeOrder = 1)
        {
            var along = Check.Gradient(x, dims, edgeOrder, spacing.Length);
            var slopes = new T[along.Length];
            for (var i = 0; i < slopes.Length; i++)
                slopes[i] = EvenSlope(x, spacing[i], along[i], edgeOrder);
            return slopes;
        }

        /// <summary>The slopes along each of the dimensions, where a vector says where the points of each lie.</summary>
        /// <inheritdoc cref="Gradient{T}(T, double?, ReadOnlySpan{int}, int)"/>
        public static T[] Gradient(T x, ReadOnlySpan<T> spacing, ReadOnlySpan<int> dims = default, int edgeOrder = 1)
        {
            var along = Check.Gradient(x, dims, edgeOrder, spacing.Length);
            Check.GradientPoints(x, spacing, along);
            var slopes = new T[along.Length];
            for (var i = 0; i < slopes.Length; i++)
                slopes[i] = UnevenSlope(x, spacing[i], along[i], edgeOrder);
            return slopes;
        }
    }

    private static T[] Given<T>(T? tensor) => tensor is null ? [] : [tensor];

    /// <summary>All places of a dimension but the last, and all but the first.</summary>
    private static (T Before, T After) Neighbours<T>(T x, int dim)
        where T : ITensor<T>
    {
        var length = x.Shape[dim] - 1;
        return (Narrow(x, dim, 0, length), Narrow(x, dim, 1, length));
    }

    private static T EvenSlope<T>(T x, double spacing, int dim, int edgeOrder)
        where T : ITensor<T>
    {
        var n = x.Shape[dim];
        T At(long i, long count = 1) => Narrow(x, dim, i, count);
        var inside = T.Div(T.Sub(At(2, n - 2), At(0, n - 2)), 2 * spacing);
        var (first, last) = edgeOrder == 1
            ? (At(1) - At(0), At(n - 1) - At(n - 2))
            : (At(0) * -1.5 + At(1) * 2 - At(2) * 0.5, At(n - 1) * 1.5 - At(n - 2) * 2 + At(n - 3) * 0.5);
        return T.Cat([T.Div(first, spacing), inside, T.Div(last, spacing)], dim);
    }

    /// <summary>The slope of the parabola through a point and its neighbours; at the ends of the line through two points, or of the parabola there.</summary>
    private static T UnevenSlope<T>(T x, T points, int dim, int edgeOrder)
        where T : ITensor<T>
    {
        var n = x.Shape[dim];
        long[] column = [n, .. Enumerable.Repeat(1L, x.Dim - 1 - dim)];
        var gaps = Diff(Reshape(points, column), dim: 0);
        T At(long i, long count = 1) => Narrow(x, dim, i, count);
        T Gap(long i, long count = 1) => Narrow(gaps, 0, i, count);

        var (left, right) = (Gap(0, n - 2), Gap(1, n - 2));
        var inside = At(0, n - 2) * (-right / (left * (left + right)))
            + At(1, n - 2) * ((right - left) / (left * right))
            + At(2, n - 2) * (left / (right * (left + right)));
        if (edgeOrder == 1)
            return T.Cat([(At(1) - At(0)) / Gap(0), inside, (At(n - 1) - At(n - 2)) / Gap(n - 2)], dim);
        var first = EdgeSlope(At(0), At(1), At(2), Gap(0), Gap(1));
        var last = -EdgeSlope(At(n - 1), At(n - 2), At(n - 3), Gap(n - 2), Gap(n - 3));
        return T.Cat([first, inside, last], dim);
    }

    /// <summary>The slope at the first of three points, towards the others.</summary>
    private static T EdgeSlope<T>(T x0, T x1, T x2, T gap, T next)
        where T : ITensor<T>
        => x0 * (-(gap * 2 + next) / (gap * (gap + next))) + x1 * ((gap + next) / (gap * next)) - x2 * (gap / (next * (gap + next)));
}
