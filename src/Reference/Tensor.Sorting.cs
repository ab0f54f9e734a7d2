namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    private static readonly Comparer<double> NanLast = Comparer<double>.Create(
        (a, b) => double.IsNaN(a) || double.IsNaN(b) ? double.IsNaN(a).CompareTo(double.IsNaN(b)) : a < b ? -1 : a > b ? 1 : 0);

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Sort(Tensor x, int dim, bool descending)
    {
        var place = Dim.Wrap(dim, x.Dim);
        return Ranked("SortBackward0", x, place, x.Dim == 0 ? 1 : x.Shape[place], descending);
    }

    /// <inheritdoc/>
    public static (Tensor Values, Tensor Indices) Topk(Tensor x, int k, int dim, bool largest)
        => Ranked("TopkBackward0", x, Check.Topk(x, k, dim), k, largest);

    /// <summary>The first elements along a dimension in order. LINQ's sort keeps equals in their order.</summary>
    private static (Tensor Values, Tensor Indices) Ranked(string name, Tensor x, int dim, long count, bool descending)
    {
        var shape = x.Dim == 0 ? [count] : With(x.Shape, dim, count);
        var (length, stride) = Line(x, dim);
        var values = x.Read();
        var positions = new long[shape.Numel];
        var places = new double[positions.Length];
        for (var line = 0L; line < (length == 0 ? 0 : values.Length / length); line++)
        {
            var (outer, inner) = Math.DivRem(line, stride);
            var start = outer * length * stride + inner;
            var order = Enumerable.Range(0, (int)length).Select(i => (long)i);
            double At(long i) => values[start + i * stride];
            var ranked = (descending ? order.OrderByDescending(At, NanLast) : order.OrderBy(At, NanLast)).Take((int)count).ToArray();
            for (var i = 0; i < ranked.Length; i++)
            {
                var target = outer * count * stride + inner + i * stride;
                (positions[target], places[target]) = (start + ranked[i] * stride, ranked[i]);
            }
        }
        Shape result = x.Dim == 0 && count == 1 ? [] : shape;
        return (Pick(name, x, positions, result), new(places, result, DType.Int64));
    }
}
