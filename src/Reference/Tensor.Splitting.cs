namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor[] Split(Tensor x, long size, int dim)
    {
        var (place, sizes) = Check.Split(x, size, dim);
        return Split("SplitBackward0", x, sizes, place, areViews: true);
    }

    /// <inheritdoc/>
    public static Tensor[] Split(Tensor x, ReadOnlySpan<long> sizes, int dim)
        => Split("SplitWithSizesBackward0", x, sizes.ToArray(), Check.Split(x, sizes, dim), areViews: true);

    /// <inheritdoc/>
    public static Tensor[] UnsafeSplit(Tensor x, long size, int dim)
    {
        var (place, sizes) = Check.Split(x, size, dim);
        return Split("UnsafeSplitBackward0", x, sizes, place, areViews: false);
    }

    /// <inheritdoc/>
    public static Tensor[] UnsafeSplitWithSizes(Tensor x, ReadOnlySpan<long> sizes, int dim)
        => Split("UnsafeSplitWithSizesBackward0", x, sizes.ToArray(), Check.Split(x, sizes, dim), areViews: false);

    /// <inheritdoc/>
    public static Tensor[] Unbind(Tensor x, int dim)
    {
        var place = Check.Unbind(x, dim);
        var parts = new Tensor[x.Shape[place]];
        for (var i = 0; i < parts.Length; i++)
        {
            var index = i;
            parts[i] = TapeNode.Record(
                "UnbindBackward0",
                x.Look(Without(x.Shape, place), Without(x.Strides, place), x._offset + index * x.Strides[place], output: index),
                [x],
                (g, n) => Embed(g, n.InputShape(0), zeros => Select(zeros, place, index)));
        }
        return ResultsNode.Join(parts);
    }

    private static Tensor[] Split(string name, Tensor x, long[] sizes, int place, bool areViews)
    {
        var parts = new Tensor[sizes.Length];
        var start = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            var (from, to) = (start, start + sizes[i]);
            var part = x.Look(With(x.Shape, place, sizes[i]), x.Strides, x._offset + from * x.Strides[place], output: i);
            parts[i] = TapeNode.Record(
                name, areViews ? part : Detach(part), [x],
                (g, n) => Embed(g, n.InputShape(0), zeros => Slice(zeros, place, from, to, 1)));
            start = to;
        }
        return ResultsNode.Join(parts);
    }
}
