namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Cumsum(Tensor x, int dim, DType? dtype = null)
    {
        var place = Dim.Wrap(dim, x.Dim);
        return TapeNode.Record(
            "CumsumBackward0", Scan(x, place, dtype ?? Summed(x.DType), (sum, v) => sum + v), [x], (g, _) => CumsumFromEnd(g, place));
    }

    /// <inheritdoc/>
    public static Tensor Cumprod(Tensor x, int dim, DType? dtype = null)
    {
        var place = Dim.Wrap(dim, x.Dim);
        return TapeNode.Record(
            "CumprodBackward0", Scan(x, place, dtype ?? Summed(x.DType), (product, v) => product * v), [x],
            (g, n) => n.X.Numel <= 1 ? g : IsNoDivisor(n.X) ? CumprodGradient(g, n.X, place) : CumsumFromEnd(g * n.Result, place) / n.X);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Cummax(Tensor x, int dim)
        => Running("CummaxBackward0", x, Dim.Wrap(dim, x.Dim), (element, largest) => element >= largest);

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Cummin(Tensor x, int dim)
        => Running("CumminBackward0", x, Dim.Wrap(dim, x.Dim), (element, smallest) => element <= smallest);

    /// <inheritdoc/>
    public static Tensor Logcumsumexp(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        Check.Logcumsumexp(x);
        return TapeNode.Record(
            "LogcumsumexpBackward0", Scan(x, place, x.DType, (sum, v) => LogSumExp([sum, v])), [x],
            (g, n) => n.X.Dim == 0 ? g : LogcumsumexpGradient(g, n.X, n.Result, place));
    }

    /// <summary>The sums of the elements from each place on.</summary>
    private static Tensor CumsumFromEnd(Tensor x, int dim)
        => TapeNode.Record("FlipBackward0", Scan(x, dim, x.DType, (sum, v) => sum + v, fromEnd: true), [x], (g, _) => Cumsum(g, dim));

    /// <summary>The products up to each place of all elements but one, for each one before it: beside a 0 no quotient gives them.</summary>
    private static Tensor CumprodGradient(Tensor g, Tensor x, int dim)
    {
        var products = Cumprod(EachReplacedBy1(x, dim), dim + 1);
        return Sum(Where(UpTo(x, dim), Unsqueeze(g, dim) * products, Zero(g)), [dim + 1], keepDim: false);
    }

    /// <summary>e^(x - result) for each element and each result from it on, none larger than 1: nothing overflows.</summary>
    private static Tensor LogcumsumexpGradient(Tensor g, Tensor x, Tensor result, int dim)
    {
        var shares = Where(UpTo(x, dim), Unsqueeze(x, dim + 1) - Unsqueeze(result, dim), Number(double.NegativeInfinity, x.DType));
        return Sum(Unsqueeze(g, dim) * Exp(shares), [dim + 1], keepDim: false);
    }

    /// <summary>For the places of a dimension, and beside it for those of a copy of it, whether the first does not come after the second.</summary>
    private static Tensor UpTo(Tensor x, int dim)
    {
        var own = Counting(x, dim);
        return Unsqueeze(own, 1) <= own;
    }

    /// <summary>An operation carried from element to element along a dimension.</summary>
    private static Tensor Scan(Tensor x, int dim, DType dtype, Func<double, double, double> f, bool fromEnd = false)
    {
        var values = Array.ConvertAll(x.Read(), v => Numbers.Convert(v, x.DType, dtype));
        var (length, step) = Line(x, dim);
        for (var i = 0L; i < values.Length; i++)
        {
            // Along the dimension the neighbour that was reached before; at the first place there is none.
            var at = fromEnd ? values.Length - 1 - i : i;
            var place = at / step % length;
            if (place != (fromEnd ? length - 1 : 0))
                values[at] = f(values[fromEnd ? at + step : at - step], values[at]);
        }
        return new(values, x.Shape, dtype);
    }

    /// <summary>The element up to each place along a dimension that no other replaced, and where it is; nan is replaced by nan alone.</summary>
    private static (Tensor Values, Tensor Indices) Running(string name, Tensor x, int dim, Func<double, double, bool> replaces)
    {
        var elements = x.Read();
        var (length, step) = Line(x, dim);
        var positions = new long[elements.Length];
        for (var i = 0L; i < positions.Length; i++)
        {
            var before = i / step % length == 0 ? i : positions[i - step];
            positions[i] = double.IsNaN(elements[i]) || replaces(elements[i], elements[before]) ? i : before;
        }
        return (Pick(name, x, positions, x.Shape), new(Array.ConvertAll(positions, i => (double)(i / step % length)), x.Shape, DType.Int64));
    }

    /// <summary>How many places a dimension has, and how far apart they lie in row-major order.</summary>
    private static (long Length, long Step) Line(Tensor x, int dim)
        => x.Dim == 0 ? (1, 1) : (x.Shape[dim], Layout.Contiguous(x.Shape)[dim]);
}
