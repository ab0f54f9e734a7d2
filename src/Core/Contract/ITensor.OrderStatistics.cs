namespace TwinGrad;

// Elements by their rank. Along a dimension each comes with the place that it has, which alone gets its gradient: which of several
// equals that is, is not defined.
public partial interface ITensor<T>
{
    /// <summary>The middle element by size, the lower of two; nan if there is one, and of an empty tensor.</summary>
    /// <remarks>dx: elements equal to it share the gradient evenly.</remarks>
    static abstract T Median(T x);

    /// <summary>The middle elements by size along a dimension, the lower of two, and their places; nan where there is one.</summary>
    /// <remarks>dx: 1 at that place.</remarks>
    static abstract (T Values, T Indices) Median(T x, int dim, bool keepDim);

    /// <summary>The middle one by size of the elements that are not nan, the lower of two; nan where there is no such element.</summary>
    /// <remarks>dx: elements equal to it share the gradient evenly.</remarks>
    static abstract T Nanmedian(T x);

    /// <summary>The middle ones by size along a dimension of the elements that are not nan, the lower of two, and their places.</summary>
    /// <remarks>dx: 1 at that place.</remarks>
    static abstract (T Values, T Indices) Nanmedian(T x, int dim, bool keepDim);

    /// <summary>The k-th smallest elements along a dimension, counted from 1, and their places; nan is greater than all.</summary>
    /// <remarks>dx: 1 at that place.</remarks>
    /// <exception cref="TorchArgumentException">There are not so many, or k is not positive.</exception>
    static abstract (T Values, T Indices) Kthvalue(T x, int k, int dim, bool keepDim);

    /// <summary>The most frequent elements along a dimension, the smallest of several, and the last places that they have.</summary>
    /// <remarks>dx: 1 at that place.</remarks>
    static abstract (T Values, T Indices) Mode(T x, int dim, bool keepDim);
}
