using System.Runtime.CompilerServices;

namespace TwinGrad;

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
        return RecordView("SelectBackward0", NativeMethods.THSTensor_select(x.Handle, Dim.Wrap(dim, x.Dim), index), x);
    }

    /// <inheritdoc/>
    public static Tensor Slice(Tensor x, int dim, long start, long end, long step)
    {
        var place = Check.Slice(x, dim, step);
        return RecordView("SliceBackward0", NativeMethods.THSTensor_slice(x.Handle, place, start, end, step), x);
    }
}
