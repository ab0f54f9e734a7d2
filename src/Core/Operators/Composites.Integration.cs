namespace TwinGrad;

// PyTorch's trapezoid is a function of the values y, at points x or dx apart.
public static partial class Composites
{
    extension<T>(T)
        where T : ITensor<T>
    {
        /// <summary>The integral along a dimension by the trapezoidal rule: the sum of dx (y[i] + y[i + 1])/2.</summary>
        /// <param name="y">The values.</param>
        /// <param name="dx">How far apart their points are.</param>
        /// <param name="dim">The dimension.</param>
        public static T Trapezoid(T y, double dx = 1, int dim = -1)
        {
            var place = Dim.Wrap(dim, Check.Given(y).Dim);
            Check.Trapezoid(y);
            return y.Shape[place] == 0
                ? T.Sum(y, [place], keepDim: false)
                : Times(T.Sub(T.Sum(y, [place], keepDim: false), Times(T.Add(T.Select(y, place, 0), T.Select(y, place, -1)), 0.5)), dx);
        }

        /// <summary>The integral along a dimension by the trapezoidal rule: the sum of (x[i + 1] - x[i]) (y[i] + y[i + 1])/2.</summary>
        /// <param name="y">The values.</param>
        /// <param name="x">Their points: a vector, or a tensor that broadcasts with y.</param>
        /// <param name="dim">The dimension.</param>
        /// <exception cref="TorchException">The points do not fit the values.</exception>
        public static T Trapezoid(T y, T x, int dim = -1)
        {
            var place = Dim.Wrap(dim, Check.Given(y).Dim);
            Check.Trapezoid(y);
            if (y.Shape[place] == 0)
                return T.Sum(y, [place], keepDim: false);
            var (before, after) = Neighbours(y, place);
            return Over(T.Sum(T.Mul(T.Add(before, after), Gaps(x, y, place)), [place], keepDim: false), 2);
        }

        /// <inheritdoc cref="Trapezoid{T}(T, double, int)"/>
        public static T Trapz(T y, double dx = 1, int dim = -1) => Trapezoid(y, dx, dim);

        /// <inheritdoc cref="Trapezoid{T}(T, T, int)"/>
        public static T Trapz(T y, T x, int dim = -1) => Trapezoid(y, x, dim);

        /// <summary>The integrals up to each point but the first, by the trapezoidal rule.</summary>
        /// <inheritdoc cref="Trapezoid{T}(T, double, int)"/>
        public static T CumulativeTrapezoid(T y, double dx = 1, int dim = -1)
        {
            var place = Dim.Wrap(dim, Check.Given(y).Dim);
            Check.Trapezoid(y);
            var (before, after) = Neighbours(y, place);
            return T.Cumsum(Times(T.Add(before, after), dx / 2), place);
        }

        /// <summary>The integrals up to each point but the first, by the trapezoidal rule.</summary>
        /// <inheritdoc cref="Trapezoid{T}(T, T, int)"/>
        public static T CumulativeTrapezoid(T y, T x, int dim = -1)
        {
            var place = Dim.Wrap(dim, Check.Given(y).Dim);
            Check.Trapezoid(y);
            var (before, after) = Neighbours(y, place);
            return Over(T.Cumsum(T.Mul(Gaps(x, y, place), T.Add(before, after)), place), 2);
        }
    }

    /// <summary>How far apart the points of values are along a dimension, in a shape that broadcasts with them.</summary>
    private static T Gaps<T>(T x, T y, int dim)
        where T : ITensor<T>
    {
        Check.TrapezoidPoints(x, y, dim);
        var points = x.Dim == 1
            ? Reshape(x, [x.Numel, .. Enumerable.Repeat(1L, y.Dim - 1 - dim)])
            : x;
        var (before, after) = Neighbours(points, dim - Math.Max(y.Dim - points.Dim, 0));
        return T.Sub(after, before);
    }
}
