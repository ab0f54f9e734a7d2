using System.Runtime.CompilerServices;

namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    [IndexerName("Part")]
    public Tensor this[params ReadOnlySpan<TensorIndex> indices]
    {
        get => Indexing.Get(this, indices);
        set => Indexing.Set(this, indices, value);
    }

    /// <summary>The places that an integer tensor names, or those where a mask is true; null is a new axis.</summary>
    public static implicit operator TensorIndex(Tensor? tensor) => TensorIndex.Of(tensor);

    /// <inheritdoc/>
    public static Tensor Select(Tensor x, int dim, long index)
    {
        Check.Select(x, dim, index);
        var place = Dim.Wrap(dim, x.Dim);
        var position = index < 0 ? index + x.Shape[place] : index;
        return TapeNode.Record(
            "SelectBackward0",
            x.Look(Without(x.Shape, place), Without(x.Strides, place), x._offset + position * x.Strides[place]),
            [x],
            (g, n) => Embed(g, n.InputShape(0), zeros => Select(zeros, dim, index)));
    }

    /// <inheritdoc/>
    public static Tensor Slice(Tensor x, int dim, long start, long end, long step)
    {
        var place = Check.Slice(x, dim, step);
        var (from, count) = Layout.SliceOf(x.Shape[place], start, end, step);
        return TapeNode.Record(
            "SliceBackward0",
            x.Look(With(x.Shape, place, count), With(x.Strides, place, x.Strides[place] * step), x._offset + from * x.Strides[place]),
            [x],
            (g, n) => Embed(g, n.InputShape(0), zeros => Slice(zeros, dim, start, end, step)));
    }

    private static Shape Without(Shape lengths, int place) => [.. lengths.Where((_, dim) => dim != place)];

    private static Shape With(Shape lengths, int place, long value) => [.. lengths.Select((length, dim) => dim == place ? value : length)];
}
