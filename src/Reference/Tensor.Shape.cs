namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor View(Tensor x, ReadOnlySpan<long> shape)
    {
        var lengths = Layout.InferShape(shape, x.Numel);
        if (!Layout.TryView(x.Shape, x.Strides, lengths, out var strides))
            throw Error.NoSuchView();
        return TapeNode.Record("ViewBackward0", x.Look(lengths, strides, x._offset), [x], (g, n) => g.Reshape(n.InputShape(0)));
    }

    /// <inheritdoc/>
    public static Tensor UnsafeView(Tensor x, ReadOnlySpan<long> shape)
    {
        var lengths = Layout.InferShape(shape, x.Numel);
        if (!Layout.TryView(x.Shape, x.Strides, lengths, out var strides))
            throw Error.NoSuchView();
        return TapeNode.Record(
            "UnsafeViewBackward0", new(x.Memory, lengths, strides, x._offset, x.DType), [x], (g, n) => g.Reshape(n.InputShape(0)));
    }

    /// <inheritdoc/>
    public static Tensor Expand(Tensor x, ReadOnlySpan<long> shape)
    {
        var (lengths, strides) = Layout.Expand(x.Shape, x.Strides, shape, x.DType);
        return TapeNode.Record("ExpandBackward0", x.Look(lengths, strides, x._offset), [x], (g, _) => g);
    }

    /// <inheritdoc/>
    public static Tensor Permute(Tensor x, ReadOnlySpan<int> dims)
    {
        var order = Check.Permute(x.Dim, dims);
        var back = Enumerable.Range(0, order.Length).Select(dim => Array.IndexOf(order, dim)).ToArray();
        return TapeNode.Record("PermuteBackward0", x.Reordered(order), [x], (g, _) => Permute(g, back));
    }

    /// <inheritdoc/>
    public static Tensor Transpose(Tensor x, int dim0, int dim1)
    {
        var order = Enumerable.Range(0, x.Dim).ToArray();
        var (first, second) = (Dim.Wrap(dim0, x.Dim), Dim.Wrap(dim1, x.Dim));
        if (x.Dim > 0)
            (order[first], order[second]) = (second, first);
        return TapeNode.Record("TransposeBackward0", x.Reordered(order), [x], (g, _) => Transpose(g, dim0, dim1));
    }

    /// <inheritdoc/>
    public static Tensor Transpose(Tensor x)
    {
        if (x.Dim > 2)
            throw Error.TransposeOfMany(x.Dim);
        int[] order = x.Dim == 2 ? [1, 0] : [.. Enumerable.Range(0, x.Dim)];
        return TapeNode.Record("TBackward0", x.Reordered(order), [x], (g, _) => Transpose(g));
    }

    /// <inheritdoc/>
    public static Tensor Unsqueeze(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim + 1);
        var stride = place < x.Dim ? x.Shape[place] * x.Strides[place] : 1;
        return TapeNode.Record(
            "UnsqueezeBackward0",
            x.Look([.. x.Shape.Take(place), 1, .. x.Shape.Skip(place)], [.. x.Strides.Take(place), stride, .. x.Strides.Skip(place)], x._offset),
            [x],
            (g, _) => Squeeze(g, place));
    }

    /// <inheritdoc/>
    public static Tensor Squeeze(Tensor x, int dim)
    {
        var place = Dim.Wrap(dim, x.Dim);
        return x.Without("SqueezeBackward1", d => d == place && x.Shape[d] == 1);
    }

    /// <inheritdoc/>
    public static Tensor Squeeze(Tensor x, ReadOnlySpan<int> dims)
    {
        var places = Dim.WrapGiven(dims, x.Dim);
        return x.Without("SqueezeBackward2", d => places.Contains(d) && x.Shape[d] == 1);
    }

    /// <inheritdoc/>
    public static Tensor Squeeze(Tensor x) => x.Without("SqueezeBackward0", d => x.Shape[d] == 1);

    /// <inheritdoc/>
    public static Tensor Diagonal(Tensor x, int offset, int dim1, int dim2)
    {
        var (first, second) = Check.Diagonal("diagonal", x.Dim, dim1, dim2);
        var (rows, columns) = (x.Shape[first], x.Shape[second]);
        var length = Math.Max(offset >= 0 ? Math.Min(rows, columns - offset) : Math.Min(rows + offset, columns), 0);
        var start = length == 0 ? 0 : offset >= 0 ? offset * x.Strides[second] : -offset * x.Strides[first];
        var others = Enumerable.Range(0, x.Dim).Where(dim => dim != first && dim != second).ToArray();
        return TapeNode.Record(
            "DiagonalBackward0",
            x.Look(
                [.. others.Select(dim => x.Shape[dim]), length],
                [.. others.Select(dim => x.Strides[dim]), x.Strides[first] + x.Strides[second]],
                x._offset + start),
            [x],
            (g, n) => Embed(g, n.InputShape(0), zeros => Diagonal(zeros, offset, dim1, dim2)));
    }

    /// <inheritdoc/>
    public static Tensor DiagonalCopy(Tensor x, int offset, int dim1, int dim2)
        => TapeNode.Record(
            "DiagonalBackward0_copy", Clone(Diagonal(Detach(x), offset, dim1, dim2)), [x],
            (g, n) => Embed(g, n.InputShape(0), zeros => Diagonal(zeros, offset, dim1, dim2)));

    /// <inheritdoc/>
    public static Tensor DiagEmbed(Tensor x, int offset, int dim1, int dim2)
    {
        if (x.Dim == 0)
            throw Error.DimOutOfRange(-1, 0);
        var (first, second) = Check.Diagonal("diag_embed", x.Dim + 1, dim1, dim2);
        var side = x.Shape[-1] + Math.Abs(offset);
        var shape = x.Shape.SkipLast(1).ToList();
        shape.Insert(Math.Min(first, second), side);
        shape.Insert(Math.Max(first, second), side);
        var values = Embed(Detach(x), [.. shape], zeros => Diagonal(zeros, offset, first, second));
        return TapeNode.Record("DiagEmbedBackward0", values, [x], (g, _) => Diagonal(g, offset, first, second));
    }

    /// <inheritdoc/>
    public static Tensor Trace(Tensor x)
    {
        Check.Trace(x.Dim);
        if (x.DType == DType.Bool || x.DType.IsFloatingPoint && x.DType.ItemSize == 2)
            throw Error.NoKernel("trace", x.DType);
        var diagonal = Diagonal(Detach(x), 0, 0, 1);
        return TapeNode.Record(
            "TraceBackward0", Sum(diagonal), [x],
            (g, n) => Embed(Expand(g, diagonal.Shape), n.InputShape(0), zeros => Diagonal(zeros, 0, 0, 1)));
    }

    private Tensor Reordered(int[] order)
        => Look([.. order.Select(dim => Shape[dim])], [.. order.Select(dim => Strides[dim])], _offset);

    private Tensor Without(string name, Func<int, bool> dropped)
    {
        var dims = Enumerable.Range(0, Shape.Count).Where(dim => !dropped(dim)).ToArray();
        return TapeNode.Record(name, Reordered(dims), [this], (g, n) => g.Reshape(n.InputShape(0)));
    }
}
