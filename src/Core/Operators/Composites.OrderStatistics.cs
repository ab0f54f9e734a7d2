namespace TwinGrad;

public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The value that a part q of the elements lies below; nan where there is one.</summary>
        /// <param name="x">The tensor, float32 or float64.</param>
        /// <param name="q">The part, between 0 and 1.</param>
        /// <param name="dim">The dimension; without one, all elements together.</param>
        /// <param name="keepDim">Whether the dimension stays, with length 1.</param>
        /// <param name="interpolation">What is taken where the value lies between two elements.</param>
        /// <exception cref="TorchArgumentException">x is empty or of another dtype, or q is outside.</exception>
        public static T Quantile(
            T x, double q, int? dim = null, bool keepDim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear)
            => QuantileOf("quantile", x, Part("quantile", x, q), dim, keepDim, interpolation);

        /// <summary>The values that parts q of the elements lie below, one part each along a new first dimension; nan where there is one.</summary>
        /// <remarks>dq: the slope between the two elements, where it is interpolated linearly.</remarks>
        /// <exception cref="TorchArgumentException">x is empty or of another dtype, q is no vector of its dtype, or outside.</exception>
        public static T Quantile(
            T x, T q, int? dim = null, bool keepDim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear)
            => QuantileOf("quantile", x, q, dim, keepDim, interpolation);

        /// <summary>The value that a part q of the elements that are not nan lies below; nan where there is no such element.</summary>
        /// <inheritdoc cref="Quantile{T}(T, double, int?, bool, QuantileInterpolation)"/>
        public static T Nanquantile(
            T x, double q, int? dim = null, bool keepDim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear)
            => QuantileOf("nanquantile", x, Part("nanquantile", x, q), dim, keepDim, interpolation);

        /// <summary>The values that parts q of the elements that are not nan lie below, one part each along a new first dimension.</summary>
        /// <inheritdoc cref="Quantile{T}(T, T, int?, bool, QuantileInterpolation)"/>
        public static T Nanquantile(
            T x, T q, int? dim = null, bool keepDim = false, QuantileInterpolation interpolation = QuantileInterpolation.Linear)
            => QuantileOf("nanquantile", x, q, dim, keepDim, interpolation);

        /// <summary>The elements in order along the first dimension.</summary>
        public static T Msort(T x) => T.Sort(x, 0, descending: false).Values;
    }

    private static T Part<T>(string name, T x, double q)
        where T : ITensor<T>
    {
        Check.QuantilePart(name, q);
        return T.Full([], q, Check.Given(x).DType, x.Device, requiresGrad: false);
    }

    /// <summary>The element of rank q (n - 1) of n elements in order, or a point between the two that are next to it.</summary>
    private static T QuantileOf<T>(string name, T x, T q, int? dim, bool keepDim, QuantileInterpolation interpolation)
        where T : ITensor<T>
    {
        int? place = dim is null ? null : Dim.Wrap(dim.Value, x.Dim);
        Check.Quantile(name, x, q, interpolation);
        // The elements of each line lie along a new last dimension, and so do the quantiles afterwards.
        var lines = place is null || x.Dim == 0 ? Reshape(x, -1) : T.Transpose(T.Unsqueeze(x, -1), place.Value, -1);
        var sorted = T.Sort(lines, -1, descending: false).Values;
        var ranks = Ranks(sorted, q, ignoreNan: name == "nanquantile");
        var quantiles = Between(sorted, ranks, interpolation);

        Shape kept = [.. x.Shape.Select((length, d) => place is null || d == place ? 1 : length)];
        Shape result = keepDim ? kept : [.. kept.Where((_, d) => place is not null && d != place)];
        return q.Dim == 0
            ? Reshape(quantiles, result)
            : Reshape(Movedim(quantiles, [-1], [0]), [q.Numel, .. result]);
    }

    /// <summary>The ranks of the quantiles among each line's elements, which nan follows: it is the quantile where it counts.</summary>
    private static T Ranks<T>(T sorted, T q, bool ignoreNan)
        where T : ITensor<T>
    {
        var last = sorted.Shape[-1] - 1;
        var isNan = T.Isnan(sorted);
        if (!ignoreNan)
            return T.MaskedFill(T.Mul(q, last), T.Any(isNan, [-1], keepDim: true), last);
        var ranks = T.Mul(q, T.Sub(T.Sum(T.BitwiseNot(isNan), [-1], keepDim: true), 1));
        return T.MaskedFill(ranks, T.Lt(ranks, 0), 0);
    }

    private static T Between<T>(T sorted, T ranks, QuantileInterpolation interpolation)
        where T : ITensor<T>
    {
        T At(T rank) => T.Gather(sorted, -1, T.To(rank, DType.Int64));
        var below = T.Floor(ranks);
        return interpolation switch
        {
            QuantileInterpolation.Lower => At(below),
            QuantileInterpolation.Higher => At(T.Ceil(ranks)),
            QuantileInterpolation.Nearest => At(T.Round(ranks)),
            QuantileInterpolation.Midpoint => T.Lerp(At(below), At(T.Ceil(ranks)), 0.5),
            _ => T.Lerp(At(below), At(T.Ceil(ranks)), T.Sub(ranks, below)),
        };
    }
}
