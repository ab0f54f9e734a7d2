namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Cumsum(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        return TapeNode.Record("CumsumBackward0", Scan(x, place, (sum, v) => sum + v), [x], (g, _) => CumsumFromEnd(g, place));
    }

    /// <inheritdoc/>
    public static Tensor Cumprod(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        return TapeNode.Record(
            "CumprodBackward0", Scan(x, place, (product, v) => product * v), [x],
            (g, n) => HasZero(n.X) && n.X.Dim > 0 ? CumprodGradient(g, n.X, place) : CumsumFromEnd(g * n.Result, place) / n.X);
    }

    /// <summary>The sums of the elements from each place on.</summary>
    private static Tensor CumsumFromEnd(Tensor x, int dim)
        => TapeNode.Record("FlipBackward0", Scan(x, dim, (sum, v) => sum + v, fromEnd: true), [x], (g, _) => Cumsum(g, dim));

    /// <summary>The products up to each place of all elements but one, for each one before it: beside a 0 no quotient gives them.</summary>
    private static Tensor CumprodGradient(Tensor g, Tensor x, int dim)
    {
        var products = Cumprod(EachReplacedBy1(x, dim), dim + 1);
        var own = Counting(x, dim);
        var upTo = Where(Unsqueeze(own, 1) <= own, Unsqueeze(g, dim) * products, Zero(g));
        return Sum(upTo, [dim + 1], keepDim: false);
    }

    /// <summary>An operation carried from element to element along a dimension.</summary>
    private static Tensor Scan(Tensor x, int dim, Func<double, double, double> f, bool fromEnd = false)
    {
        var values = (double[])x.Read().Clone();
        var length = x.Dim == 0 ? 1 : x.Shape[dim];
        var step = x.Dim == 0 ? 1 : Layout.Contiguous(x.Shape)[dim];
        for (var i = 0L; i < values.Length; i++)
        {
            // Along the dimension the neighbour that was reached before; at the first place there is none.
            var at = fromEnd ? values.Length - 1 - i : i;
            var place = at / step % length;
            if (place != (fromEnd ? length - 1 : 0))
                values[at] = f(values[fromEnd ? at + step : at - step], values[at]);
        }
        return new(values, x.Shape, Summed(x.DType));
    }
}
