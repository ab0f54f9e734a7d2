namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sum(Tensor x) => Sum("SumBackward0", x, [], keepDim: false);

    /// <inheritdoc/>
    public static Tensor Sum(Tensor x, ReadOnlySpan<int> dims, bool keepDim) => Sum("SumBackward1", x, dims, keepDim);

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x) => Mean("MeanBackward0", x, [], keepDim: false);

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x, ReadOnlySpan<int> dims, bool keepDim) => Mean("MeanBackward1", x, dims, keepDim);

    /// <summary>The sum over what was broadcast, so that the result has the shape that broadcasting started from.</summary>
    internal Tensor SumTo(Shape shape)
    {
        if (Shape == shape)
            return this;
        var added = Shape.Count - shape.Count;
        var dims = Enumerable.Range(0, Shape.Count).Where(dim => dim < added || (shape[dim - added] == 1 && Shape[dim] != 1)).ToArray();
        return dims.Length == 0 ? View(this, shape) : View(Sum(this, dims, keepDim: true), shape);
    }

    private static Tensor Sum(string name, Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        var (sum, kept) = Reduce(x, dims, keepDim);
        return TapeNode.Record(name, sum, [x], (g, n) => g.View(kept).Expand(n.X.Shape));
    }

    private static Tensor Mean(string name, Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        Check.Mean(x);
        var (sum, kept) = Reduce(x, dims, keepDim);
        var count = (double)x.Shape.Numel / kept.Numel;
        var values = Array.ConvertAll(sum.Read(), v => v / count);
        return TapeNode.Record(name, new(values, sum.Shape, x.DType), [x], (g, n) => (g / count).View(kept).Expand(n.X.Shape));
    }

    /// <summary>The sums along dimensions, and the shape that keeps those dimensions with length 1.</summary>
    private static (Tensor Sum, Shape Kept) Reduce(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        var reduced = Dim.WrapAll(dims, x.Dim);
        var kept = x.Shape.ToArray();
        foreach (var dim in reduced)
            if (x.Dim > 0)
                kept[dim] = 1;
        var sums = new double[Layout.Numel(kept)];
        var strides = Layout.Expand(kept, Layout.Contiguous(kept), x.Shape, x.DType).Strides;
        Strided.ScatterAdd(sums, x.Shape, strides, 0, x.Read());
        Shape shape = keepDim ? kept : [.. kept.Where((_, dim) => Array.IndexOf(reduced, dim) < 0)];
        return (new(sums, shape, x.DType.IsFloatingPoint ? x.DType : DType.Int64), kept);
    }
}
