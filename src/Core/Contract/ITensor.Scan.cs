namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The sums of the elements up to each place along a dimension, computed in the dtype if one is given.</summary>
    /// <remarks>Bools and integers sum to int64. dx: the gradients from each place on, summed.</remarks>
    static abstract T Cumsum(T x, int dim, DType? dtype = null);

    /// <summary>The products of the elements up to each place along a dimension, computed in the dtype if one is given.</summary>
    /// <remarks>
    /// Bools and integers multiply to int64. dx: the gradients from each place on, times the product of the other elements up to there, summed.
    /// </remarks>
    static abstract T Cumprod(T x, int dim, DType? dtype = null);

    /// <summary>The largest elements up to each place along a dimension, and where they are: the last place of several; nan once there was one.</summary>
    /// <remarks>dx: the gradients of the places that it is the largest up to, summed.</remarks>
    static abstract (T Values, T Indices) Cummax(T x, int dim);

    /// <summary>The smallest elements up to each place along a dimension, and where they are: the last place of several; nan once there was one.</summary>
    /// <remarks>dx: the gradients of the places that it is the smallest up to, summed.</remarks>
    static abstract (T Values, T Indices) Cummin(T x, int dim);

    /// <summary>ln sum e^x of the elements up to each place along a dimension, without overflow.</summary>
    /// <remarks>dx: e^(x - result) times the gradient, of the results from each place on, summed.</remarks>
    static abstract T Logcumsumexp(T x, int dim);
}
