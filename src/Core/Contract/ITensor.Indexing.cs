using System.Runtime.CompilerServices;

namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The part of the tensor that the indices name, a view: an integer takes one place and drops its dimension, a range keeps it.</summary>
    /// <remarks>
    /// C#'s <c>^1</c> is Python's <c>-1</c>, <c>1..3</c> is <c>1:3</c>, <c>..</c> is <c>:</c>. A range beyond the end is cut, as in Python.
    /// With a tensor among the indices it is a copy: see <see cref="Index"/>.
    /// </remarks>
    /// <exception cref="TorchIndexException">An index lies outside of its dimension, or there are too many.</exception>
    [IndexerName("Part")] // C# would call it Item, which is the name of PyTorch's item().
    T this[params ReadOnlySpan<TensorIndex> indices] { get; set; }

    /// <summary>The place <c>index</c> of a dimension, which is dropped; negative counts from the end. A view.</summary>
    /// <remarks>dx: the gradient at that place, 0 elsewhere.</remarks>
    static abstract T Select(T x, int dim, long index);

    /// <summary>The places start, start + step, ... before <c>end</c> of a dimension; bounds are cut to the dimension. A view.</summary>
    /// <remarks>dx: the gradient at those places, 0 elsewhere.</remarks>
    static abstract T Slice(T x, int dim, long start, long end, long step);
}
