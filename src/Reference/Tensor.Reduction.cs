namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sum(Tensor x) => Sum("SumBackward0", x, [], keepDim: false);

    /// <inheritdoc/>
    public static Tensor Sum(Tensor x, DType dtype) => Sum("SumBackward0", x, [], keepDim: false, dtype);

    /// <inheritdoc/>
    public static Tensor Sum(Tensor x, ReadOnlySpan<int> dims, bool keepDim) => Sum("SumBackward1", x, dims, keepDim);

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x)
    {
        Check.Mean(x);
        return Mean("MeanBackward0", x, [], keepDim: false, x.DType);
    }

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x, DType dtype)
    {
        Check.MeanInto(dtype);
        return Mean("MeanBackward0", x, [], keepDim: false, dtype);
    }

    /// <inheritdoc/>
    public static Tensor Mean(Tensor x, ReadOnlySpan<int> dims, bool keepDim)
    {
        Check.Mean(x);
        return Mean("MeanBackward1", x, dims, keepDim, x.DType);
    }

    /// <summary>The sum over what was broadcast, so that the result has the shape that broadcasting started from.</summary>
    internal Tensor SumTo(Shape shape)
    {
        if (Shape == shape)
            return this;
        var added = Shape.Count - shape.Count;
        var dims = Enumerable.Range(0, Shape.Count).Where(dim => dim < added || (shape[dim - added] == 1 && Shape[dim] != 1)).ToArray();
        return dims.Length == 0 ? View(this, shape) : View(Sum(this, dims, keepDim: true), shape);
    }

    private static Tensor Sum(string name, Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null)
    {
        var (sum, kept) = Reduce(x, dims, keepDim, dtype ?? (x.DType.IsFloatingPoint ? x.DType : DType.Int64));
        return TapeNode.Record(name, sum, [x], (g, n) => g.View(kept).Expand(n.InputShape(0)));
    }

    private static Tensor Mean(string name, Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType dtype)
    {
        var (sum, kept) = Reduce(x, dims, keepDim, dtype);
        var count = (double)x.Shape.Numel / kept.Numel;
        var values = Array.ConvertAll(sum.Read(), v => v / count);
        return TapeNode.Record(name, new(values, sum.Shape, dtype), [x], (g, n) => (g / count).View(kept).Expand(n.InputShape(0)));
    }

    /// <summary>The sums along dimensions in a dtype, and the shape that keeps those dimensions with length 1.</summary>
    private static (Tensor Sum, Shape Kept) Reduce(Tensor x, ReadOnlySpan<int> dims, bool keepDim, DType dtype)
    {
        var reduced = Dim.WrapAll(dims, x.Dim);
        var kept = x.Shape.ToArray();
        foreach (var dim in reduced)
            if (x.Dim > 0)
                kept[dim] = 1;
        var sums = new double[Layout.Numel(kept)];
        var strides = Layout.Expand(kept, Layout.Contiguous(kept), x.Shape, x.DType).Strides;
        // Only a dtype of a lower kind changes elements: a sum of floats as integers.
        var source = dtype.Category < x.DType.Category
            ? Array.ConvertAll(x.Read(), v => Numbers.Convert(v, x.DType, dtype))
            : x.Read();
        Strided.ScatterAdd(sums, x.Shape, strides, 0, source);
        Shape shape = keepDim ? kept : [.. kept.Where((_, dim) => Array.IndexOf(reduced, dim) < 0)];
        return (new(sums, shape, dtype), kept);
    }
}
