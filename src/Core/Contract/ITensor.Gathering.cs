namespace TwinGrad;

// An index of an element is an integer tensor's element. Where it lies outside, the call is refused before anything is read or written.
public partial interface ITensor<T>
{
    /// <summary>Elements named along a dimension: of three dimensions with dim 0, result[i, j, k] = x[index[i, j, k], j, k].</summary>
    /// <remarks>The result has the index's shape, which may be shorter than x elsewhere. dx: the gradient, added where it came from.</remarks>
    /// <exception cref="TorchArgumentException">The index has another number of dimensions, is longer than x, or is not int32 or int64.</exception>
    static abstract T Gather(T x, int dim, T index);

    /// <summary>The places of a dimension that a vector names, in its order.</summary>
    /// <remarks>dx: the gradient, added where it came from.</remarks>
    /// <exception cref="TorchArgumentException">The index is no vector of int32 or int64.</exception>
    /// <exception cref="TorchIndexException">An index is negative or lies outside.</exception>
    static abstract T IndexSelect(T x, int dim, T index);

    /// <summary>The elements at row-major positions, in the index's shape; negative ones count from the end.</summary>
    /// <remarks>dx: the gradient, added where it came from.</remarks>
    /// <exception cref="TorchIndexException">A position lies outside.</exception>
    static abstract T Take(T x, T index);

    /// <summary>x with the value where the mask is true; broadcast over both shapes.</summary>
    /// <remarks>dx: the gradient, 0 where the mask is true.</remarks>
    /// <exception cref="TorchArgumentException">The mask is not bool.</exception>
    static abstract T MaskedFill(T x, T mask, Scalar value);

    /// <summary>x gets the value where the mask, broadcast to its shape, is true, and is returned.</summary>
    /// <remarks>dx: the gradient, 0 where the mask is true.</remarks>
    /// <exception cref="TorchArgumentException">The mask is not bool.</exception>
    static abstract T MaskedFill_(T x, T mask, Scalar value);

    /// <summary>x with the element of a 0-dim tensor where the mask is true; broadcast over the shapes of x and the mask.</summary>
    /// <remarks>dx: the gradient, 0 where the mask is true; dvalue: the sum of the gradient where it is.</remarks>
    /// <exception cref="TorchArgumentException">The mask is not bool, or the value has a dimension.</exception>
    static abstract T MaskedFill(T x, T mask, T value);

    /// <summary>x gets the element of a 0-dim tensor where the mask, broadcast to its shape, is true, and is returned.</summary>
    /// <remarks>dx: the gradient, 0 where the mask is true; dvalue: the sum of the gradient where it is.</remarks>
    /// <exception cref="TorchArgumentException">The mask is not bool, or the value has a dimension.</exception>
    static abstract T MaskedFill_(T x, T mask, T value);

    /// <summary>The elements where the mask is true, broadcast over both shapes, as a vector in row-major order.</summary>
    /// <remarks>dx: the gradient where the mask is true, 0 elsewhere.</remarks>
    /// <exception cref="TorchArgumentException">The mask is not bool.</exception>
    static abstract T MaskedSelect(T x, T mask);

    /// <summary>Where x is not 0: a row of int64 indices for each such element.</summary>
    static abstract T Nonzero(T x);

    /// <summary>The elements that index tensors name together, one tensor a dimension and null for all its places: <c>x[index, .., mask]</c>.</summary>
    /// <remarks>
    /// The indices broadcast; a bool tensor counts as the indices of its true elements and takes up as many dimensions as it has. See
    /// <see href="https://numpy.org/doc/stable/user/basics.indexing.html#advanced-indexing"/>. dx: the gradient, added where it came from.
    /// </remarks>
    /// <exception cref="TorchIndexException">An index lies outside, or the shapes do not fit.</exception>
    static abstract T Index(T x, ReadOnlySpan<T?> indices);
}
