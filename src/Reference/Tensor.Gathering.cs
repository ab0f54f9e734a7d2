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
    public static Tensor IndexSelect(Tensor x, int dim, Tensor index)
    {
        var place = Check.IndexSelect(x, dim, index);
        var shape = x.Dim == 0 ? x.Shape : With(x.Shape, place, index.Numel);
        return Pick("IndexSelectBackward0", x, Lines(x, place, index, (_, _) => Error.IndexSelectOutOfRange()), shape);
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
    public static Tensor MaskedFill(Tensor x, Tensor mask, Tensor value)
    {
        Check.MaskedFill(mask, value);
        var element = Elements.Filled(value.ToScalar(), x.DType);
        var shape = Layout.Broadcast(mask.Shape, x.Shape);
        var filled = Chosen(mask, shape);
        double[] values = [.. x.Read(shape)];
        foreach (var position in filled)
            values[position] = element;
        return TapeNode.Record(
            "MaskedFillBackward1", new(values, shape, x.DType), [x, value],
            (g, _) => Blank(g, filled),
            (g, _) => Sum(Pick("IndexBackward0", g, filled, [filled.Length])));
    }

    /// <inheritdoc/>
    public static Tensor MaskedFill_(Tensor x, Tensor mask, Tensor value) => InPlace(x, old => MaskedFill(old, mask, value), value);

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
}
