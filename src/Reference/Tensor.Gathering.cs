namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Gather(Tensor x, int dim, Tensor index)
    {
        var place = Check.Gather(x, dim, index);
        return Pick("GatherBackward0", x, Positions(x, place, index), index.Shape);
    }

    /// <inheritdoc/>
    public static Tensor Scatter(Tensor x, int dim, Tensor index, Tensor source)
    {
        var place = Check.Scatter(x, dim, index, source);
        return Put("ScatterBackward0", x, Positions(x, place, index), Beside(index, source, "ScatterBackward0"), accumulate: false);
    }

    /// <inheritdoc/>
    public static Tensor Scatter(Tensor x, int dim, Tensor index, Scalar value)
    {
        var place = Check.Scatter(x, dim, index, source: null);
        var positions = Positions(x, place, index);
        var element = Elements.Filled(value, x.DType);
        double[] values = [.. x.Read()];
        foreach (var position in positions)
            values[position] = element;
        return TapeNode.Record("ScatterBackward1", new(values, x.Shape, x.DType), [x], (g, _) => Blank(g, positions));
    }

    /// <inheritdoc/>
    public static Tensor ScatterAdd(Tensor x, int dim, Tensor index, Tensor source)
    {
        var place = Check.Scatter(x, dim, index, source);
        return Put("ScatterAddBackward0", x, Positions(x, place, index), Beside(index, source, "ScatterAddBackward0"), accumulate: true);
    }

    /// <inheritdoc/>
    public static Tensor IndexSelect(Tensor x, int dim, Tensor index)
    {
        var place = Check.IndexSelect(x, dim, index);
        var shape = x.Dim == 0 ? x.Shape : With(x.Shape, place, index.Numel);
        Shape one = [.. shape.Select((_, d) => d == place ? index.Numel : 1)];
        var everywhere = Expand(View(Detach(index), one), shape);
        return Pick("IndexSelectBackward0", x, Along(x, place, everywhere, (_, _) => Error.IndexSelectOutOfRange()), shape);
    }

    /// <inheritdoc/>
    public static Tensor Take(Tensor x, Tensor index)
    {
        Check.Take(x, index);
        return Pick("TakeBackward0", x, [.. index.Read().Select(place => InFlat((long)place, x.Numel))], index.Shape);
    }

    /// <inheritdoc/>
    public static Tensor MaskedFill(Tensor x, Tensor mask, Scalar value)
    {
        Check.MaskedFill(mask);
        var element = Elements.Filled(value, x.DType);
        var shape = Layout.Broadcast(mask.Shape, x.Shape);
        var (holds, values) = (mask.Read(shape), (double[])[.. x.Read(shape)]);
        for (var i = 0; i < values.Length; i++)
            values[i] = holds[i] != 0 ? element : values[i];
        return TapeNode.Record("MaskedFillBackward0", new(values, shape, x.DType), [x, mask], (g, n) => MaskedFill(g, n.Y, 0));
    }

    /// <inheritdoc/>
    public static Tensor MaskedFill_(Tensor x, Tensor mask, Scalar value) => InPlace(x, old => MaskedFill(old, mask, value));

    /// <inheritdoc/>
    public static Tensor MaskedSelect(Tensor x, Tensor mask)
    {
        Check.MaskedSelect(mask);
        var shape = Layout.Broadcast(mask.Shape, x.Shape);
        var positions = Chosen(mask, shape);
        return Pick("MaskedSelectBackward0", x, shape, positions, [positions.Length]);
    }

    /// <inheritdoc/>
    public static Tensor Nonzero(Tensor x)
    {
        var strides = Layout.Contiguous(x.Shape);
        var positions = Chosen(x, x.Shape);
        double[] places = [.. positions.SelectMany(position => strides.Select((stride, dim) => (double)(position / stride % x.Shape[dim])))];
        return new(places, [positions.Length, x.Dim], DType.Int64);
    }

    /// <summary>The positions of what is not 0.</summary>
    private static long[] Chosen(Tensor x, Shape shape)
        => [.. x.Read(shape).Select((value, i) => (value, (long)i)).Where(pair => pair.value != 0).Select(pair => pair.Item2)];

    private static long[] Positions(Tensor x, int dim, Tensor index)
        => Along(x, dim, index, (place, length) => Error.ElementOutOfRange(place, dim, length));

    private static long InFlat(long place, long numel)
        => place >= -numel && place < numel ? (place + numel) % numel : throw Error.TakeOutOfRange(place, numel);

    /// <summary>The part of a source that an index has elements for. libtorch, too, has no gradient for a source that is larger.</summary>
    private static Tensor Beside(Tensor index, Tensor source, string name)
    {
        if (index.Shape == source.Shape)
            return source;
        if (index.Numel == source.Numel)
            return source.Reshape(index.Shape);
        var part = Detach(source);
        for (var dim = 0; dim < index.Dim; dim++)
            part = Slice(part, dim, 0, index.Shape[dim], 1);
        return TapeNode.Record(
            name, Clone(part), [source], (g, n) => throw Error.GradientDoesNotFit(name, 1, g.Shape, n.InputShape(0)));
    }
}
