namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The same memory under another shape; one length may be -1.</summary>
    /// <remarks>Throws where the strides of x allow no such view: <see cref="Composites"/>.Reshape copies then.</remarks>
    static abstract T View(T x, ReadOnlySpan<long> shape);

    /// <summary>A fresh, contiguous tensor under another shape of as many elements; not a view for autograd.</summary>
    static abstract T UnsafeView(T x, ReadOnlySpan<long> shape);

    /// <summary>Dimensions of length 1 repeated to the given lengths without copying; -1 keeps a length, new dimensions come in front.</summary>
    /// <remarks>dx: the gradient summed over the repeats.</remarks>
    static abstract T Expand(T x, ReadOnlySpan<long> shape);

    /// <summary>The dimensions in another order, a view.</summary>
    static abstract T Permute(T x, ReadOnlySpan<int> dims);

    /// <summary>Two dimensions swapped, a view.</summary>
    static abstract T Transpose(T x, int dim0, int dim1);

    /// <summary>The transpose of a matrix, a view; a vector or 0-dim tensor is returned as it is.</summary>
    /// <remarks>PyTorch's <c>t()</c>.</remarks>
    static abstract T Transpose(T x);

    /// <summary>A dimension of length 1 put in, a view.</summary>
    static abstract T Unsqueeze(T x, int dim);

    /// <summary>The dimension dropped if its length is 1, a view.</summary>
    static abstract T Squeeze(T x, int dim);

    /// <summary>Those of the given dimensions dropped whose length is 1, a view.</summary>
    /// <exception cref="TorchException">A dimension is named twice.</exception>
    static abstract T Squeeze(T x, ReadOnlySpan<int> dims);

    /// <summary>Every dimension of length 1 dropped, a view.</summary>
    static abstract T Squeeze(T x);

    /// <summary>The diagonal x[i, i + offset] of two dimensions, as the last dimension of a view.</summary>
    static abstract T Diagonal(T x, int offset, int dim1, int dim2);

    /// <summary>The diagonal x[i, i + offset] of two dimensions, as the last dimension, in memory of its own.</summary>
    /// <remarks>dx: the gradient on the diagonal, 0 elsewhere.</remarks>
    static abstract T DiagonalCopy(T x, int offset, int dim1, int dim2);

    /// <summary>Zeros with the last dimension of x on the diagonal [i, i + offset] of two new dimensions.</summary>
    /// <remarks>dx: the gradient's diagonal.</remarks>
    static abstract T DiagEmbed(T x, int offset, int dim1, int dim2);

    /// <summary>
    /// A view of the memory that x lies in, whatever x shows of it: element [i, j] is <c>memory[storageOffset + i stride[0] + j stride[1]]</c>.
    /// </summary>
    /// <param name="x">A tensor in that memory.</param>
    /// <param name="size">The lengths of the view.</param>
    /// <param name="stride">How far apart the places of each dimension lie; elements may be shown more than once.</param>
    /// <param name="storageOffset">Where its first element lies; where that of x lies if left out.</param>
    /// <remarks>
    /// dx: the gradients, added up where they came from in the memory; what x does not show of it gets none, and elements that x shows
    /// several times share theirs evenly.
    /// </remarks>
    /// <exception cref="TorchArgumentException">The lists differ in length, a number is negative, or the memory ends before.</exception>
    static abstract T AsStrided(T x, ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long? storageOffset);

    /// <summary>The sum of the main diagonal of a matrix: sum of x[i, i].</summary>
    /// <remarks>dx: the gradient on the diagonal, 0 elsewhere.</remarks>
    /// <exception cref="TorchArgumentException">x is no matrix.</exception>
    static abstract T Trace(T x);
}
