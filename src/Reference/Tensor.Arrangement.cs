namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <summary>The dimensions in reverse order, a view: of a matrix the transposed one. Warns, as PyTorch does, where it is no matrix.</summary>
    public Tensor T => Composites.Reversed(this);

    /// <inheritdoc/>
    public static Tensor Flip(Tensor x, ReadOnlySpan<int> dims)
    {
        var given = Dim.WrapGiven(dims, x.Dim);
        var flipped = x.Dim == 0 ? [] : given;
        var strides = x.Strides.ToArray();
        var offset = x._offset;
        foreach (var dim in flipped)
        {
            offset += strides[dim] * (x.Shape[dim] - 1);
            strides[dim] = -strides[dim];
        }
        var values = Strided.Gather(x.Memory.Values, x.Shape, strides, offset);
        return TapeNode.Record("FlipBackward0", new(values, x.Shape, x.DType), [x], (g, _) => Flip(g, flipped));
    }

    /// <inheritdoc/>
    public static Tensor Rot90(Tensor x, long k, ReadOnlySpan<int> dims)
    {
        var (from, to) = Check.Rot90(x.Dim, dims);
        var still = Detach(x);
        var result = (k & 3) switch
        {
            1 => Transpose(Flip(still, [to]), from, to),
            2 => Flip(still, [from, to]),
            3 => Transpose(Flip(still, [from]), from, to),
            _ => Clone(still),
        };
        return TapeNode.Record("Rot90Backward0", Detach(result), [x], (g, _) => Rot90(g, -k, [from, to]));
    }

    /// <inheritdoc/>
    public static Tensor Roll(Tensor x, ReadOnlySpan<long> shifts, ReadOnlySpan<int> dims)
    {
        var places = Check.Roll(x.Dim, shifts, dims);
        var forward = shifts.ToArray();
        var back = Array.ConvertAll(forward, shift => -shift);
        var result = Clone(Detach(x));
        if (places.Length == 0)
            result = UnsafeView(Rolled(UnsafeView(result, [-1]), forward[0], 0), x.Shape);
        for (var i = 0; i < places.Length; i++)
            result = Rolled(result, forward[i], places[i]);
        return TapeNode.Record("RollBackward0", result, [x], (g, _) => Roll(g, back, places));
    }

    /// <inheritdoc/>
    public static Tensor Repeat(Tensor x, ReadOnlySpan<long> repeats)
    {
        var shape = Check.Repeat(x.Shape, repeats);
        // Each dimension becomes two: which copy, and which place in it.
        Shape padded = [.. Enumerable.Repeat(1L, shape.Length - x.Dim), .. x.Shape];
        var counts = repeats.ToArray();
        Shape pairs = [.. padded.SelectMany((length, dim) => (long[])[counts[dim], length])];
        int[] copies = [.. Enumerable.Range(0, shape.Length).Select(dim => 2 * dim)];
        var values = Detach(x).Reshape([.. padded.SelectMany(length => (long[])[1, length])]).Read(pairs);
        return TapeNode.Record(
            "RepeatBackward0", new([.. values], shape, x.DType), [x],
            (g, _) => copies.Length == 0 ? g : Sum(g.Reshape(pairs), copies, keepDim: false));
    }

    /// <inheritdoc/>
    public static Tensor Unfold(Tensor x, int dim, long size, long step)
    {
        var place = Check.Unfold(x, dim, size, step);
        var (length, stride) = x.Dim == 0 ? (1, 1) : (x.Shape[place], x.Strides[place]);
        var windows = (length - size) / step + 1;
        return TapeNode.Record(
            "UnfoldBackward0",
            x.Dim == 0
                ? x.Look([size], [1], x._offset)
                : x.Look([.. With(x.Shape, place, windows), size], [.. With(x.Strides, place, stride * step), stride], x._offset),
            [x],
            (g, n) => Embed(g, n.InputShape(0), zeros => Unfold(zeros, place, size, step)));
    }

    /// <inheritdoc/>
    public static Tensor Tril(Tensor x, long diagonal)
    {
        Check.Triangle("tril", x.Dim);
        return Triangle("TrilBackward0", x, (row, column) => column - row <= diagonal, g => Tril(g, diagonal));
    }

    /// <inheritdoc/>
    public static Tensor Triu(Tensor x, long diagonal)
    {
        Check.Triangle("triu", x.Dim);
        return Triangle("TriuBackward0", x, (row, column) => column - row >= diagonal, g => Triu(g, diagonal));
    }

    /// <inheritdoc/>
    public static Tensor Tril_(Tensor x, long diagonal) => InPlace(x, old => Tril(old, diagonal));

    /// <inheritdoc/>
    public static Tensor Triu_(Tensor x, long diagonal) => InPlace(x, old => Triu(old, diagonal));

    private static Tensor Triangle(string name, Tensor x, Func<long, long, bool> keeps, Func<Tensor, Tensor> dx)
    {
        var (rows, columns) = (x.Shape[-2], x.Shape[-1]);
        double[] values = [.. x.Read()];
        for (var i = 0L; i < values.Length; i++)
            if (!keeps(i / columns % rows, i % columns))
                values[i] = 0;
        return TapeNode.Record(name, new(values, x.Shape, x.DType), [x], (g, _) => dx(g));
    }

    /// <summary>The last places of a dimension, then the others.</summary>
    private static Tensor Rolled(Tensor x, long shift, int dim)
    {
        var length = x.Shape[dim];
        if (length == 0)
            return x;
        var start = (length - shift % length) % length;
        return Cat([Slice(x, dim, start, length, 1), Slice(x, dim, 0, start, 1)], dim);
    }
}
