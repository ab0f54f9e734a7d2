namespace TwinGrad;

// What a view would be written to, out of place: x with the elements that a view of it would show replaced by those of a source.
public partial interface ITensor<T>
{
    /// <summary>x with the place <c>index</c> of a dimension replaced by src.</summary>
    /// <remarks>dx: the gradient, 0 at that place; dsrc: the gradient there.</remarks>
    /// <exception cref="TorchArgumentException">src has another shape than the place.</exception>
    static abstract T SelectScatter(T x, T src, int dim, long index);

    /// <summary>x with the places start, start + step, ... before <c>end</c> of a dimension replaced by src.</summary>
    /// <remarks>A bound left out is the first or the last place. dx: the gradient, 0 at those places; dsrc: the gradient there.</remarks>
    /// <exception cref="TorchArgumentException">src has another shape than those places.</exception>
    static abstract T SliceScatter(T x, T src, int dim, long? start, long? end, long step);

    /// <summary>x with the diagonal [i, i + offset] of two dimensions replaced by src.</summary>
    /// <remarks>dx: the gradient, 0 on the diagonal; dsrc: the gradient's diagonal.</remarks>
    /// <exception cref="TorchArgumentException">src has another shape than the diagonal.</exception>
    static abstract T DiagonalScatter(T x, T src, int offset, int dim1, int dim2);

    /// <summary>x, in memory of its own that is laid out as x's, with what <see cref="AsStrided"/> would show of it replaced by src.</summary>
    /// <remarks>
    /// dsrc: the gradient at what was replaced. dx, as libtorch has it: the same there and 0 elsewhere, though the derivative is the rest.
    /// </remarks>
    /// <exception cref="TorchArgumentException">src has another shape, the lists differ in length, a number is negative, or the memory ends before.</exception>
    static abstract T AsStridedScatter(T x, T src, ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset);
}
