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
            "UnsafeViewBackward0", new(x._storage, lengths, strides, x._offset, x.DType), [x], (g, n) => g.Reshape(n.InputShape(0)));
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
    public static Tensor Squeeze(Tensor x) => x.Without("SqueezeBackward0", d => x.Shape[d] == 1);

    private Tensor Reordered(int[] order)
        => Look([.. order.Select(dim => Shape[dim])], [.. order.Select(dim => Strides[dim])], _offset);

    private Tensor Without(string name, Func<int, bool> dropped)
    {
        var dims = Enumerable.Range(0, Shape.Count).Where(dim => !dropped(dim)).ToArray();
        return TapeNode.Record(name, Reordered(dims), [this], (g, n) => g.Reshape(n.InputShape(0)));
    }
}
