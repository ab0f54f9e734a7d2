namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor AsStrided(Tensor x, ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset)
    {
        var offset = x.CheckInStorage(size, stride, storageOffset);
        return AsStrided(x, Shape.Create(size), Shape.Create(stride), offset);
    }

    /// <inheritdoc/>
    public static Tensor AsStridedScatter(Tensor x, Tensor src, ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset)
    {
        var offset = x.CheckInStorage(size, stride, storageOffset);
        Check.AsStridedScatter(x);
        var (shape, strides) = (Shape.Create(size), Shape.Create(stride));
        var copy = new Tensor(new([.. x.Memory.Values]), x.Shape, x.Strides, x._offset, x.DType);
        Check.Replaces(Check.Given(src).Shape, shape);
        Strided.Scatter(copy.Memory.Values, shape, strides, offset, src.To(x.DType).Read());
        // libtorch gives x the gradient of what was replaced instead of the rest: so does this.
        return TapeNode.Record(
            "AsStridedScatterBackward0", copy, [x, src],
            (g, n) => Embed(Replacement(g), n.InputShape(0), Replacement),
            (g, _) => Replacement(g));

        Tensor Replacement(Tensor whole) => AsStrided(whole.IsWhole ? whole : Clone(whole), shape, strides, offset);
    }

    /// <summary>The elements of the memory that x lies in at the given strides. A view is also rebuilt so, once its root was written in place.</summary>
    internal static Tensor AsStrided(Tensor x, Shape shape, Shape strides, long offset)
    {
        Shape memory = [x.Memory.Values.Length];
        var (own, ownStrides, ownOffset) = (x.Shape, x.Strides, x._offset);
        return TapeNode.Record("AsStridedBackward0", x.Look(shape, strides, offset), [x], (g, _) =>
        {
            var shown = InMemory(g, memory, shape, strides, offset);
            var times = InMemory(Full(own, 1, g.DType, Device.Cpu, requiresGrad: false), memory, own, ownStrides, ownOffset);
            if (Array.Exists(times.Read(), count => count > 1))
                shown /= ClampMin(times, 1);
            return AsStrided(shown, own, ownStrides, ownOffset);
        });
    }

    /// <summary>x added up in memory, where a view with these strides shows it.</summary>
    private static Tensor InMemory(Tensor x, Shape memory, Shape shape, Shape strides, long offset)
        => Embed(x, memory, whole => AsStrided(whole.IsWhole ? whole : Clone(whole), shape, strides, offset));

    /// <summary>The offset of a view of the memory that x lies in, if it ends before the memory does.</summary>
    private long CheckInStorage(ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset)
    {
        Check.AsStrided(size, stride, storageOffset);
        var offset = storageOffset ?? _offset;
        Int128 needed = offset + 1;
        for (var dim = 0; dim < size.Length; dim++)
            needed += (Int128)(size[dim] - 1) * stride[dim];
        return needed <= Memory.Values.Length || size.Contains(0)
            ? offset
            : throw Error.BeyondStorage(size, stride, offset, DType.ItemSize, needed, Memory.Values.Length);
    }
}
