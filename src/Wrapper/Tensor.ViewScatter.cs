namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor SelectScatter(Tensor x, Tensor src, int dim, long index)
    {
        Check.Select(x, dim, index);
        return Record("SelectScatterBackward0", Aten.SelectScatter.Call(x, src, dim, index)[0], x, src);
    }

    /// <inheritdoc/>
    public static Tensor SliceScatter(Tensor x, Tensor src, int dim, long? start, long? end, long step)
    {
        var place = Check.Slice(x, dim, step);
        return Record("SliceScatterBackward0", Aten.SliceScatter.Call(x, src, place, start, end, step)[0], x, src);
    }

    /// <inheritdoc/>
    public static Tensor DiagonalScatter(Tensor x, Tensor src, int offset, int dim1, int dim2)
    {
        var (first, second) = Check.Diagonal("diagonal", x.Dim, dim1, dim2);
        return Record("DiagonalScatterBackward0", Aten.DiagonalScatter.Call(x, src, offset, first, second)[0], x, src);
    }

    /// <inheritdoc/>
    public static Tensor AsStridedScatter(Tensor x, Tensor src, ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset)
    {
        Check.AsStrided(size, stride, storageOffset);
        Check.AsStridedScatter(x);
        return Record(
            "AsStridedScatterBackward0",
            Aten.AsStridedScatter.Call(x, src, size.ToArray(), stride.ToArray(), storageOffset)[0], x, src);
    }
}
