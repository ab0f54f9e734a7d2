namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The elements in order along a dimension, and the places that they had. Equals stay in their order; nan is greater than all.</summary>
    /// <remarks>dx: each element's gradient at the place that it had.</remarks>
    static abstract (T Values, T Indices) Sort(T x, int dim, bool descending);

    /// <summary>The k largest or smallest elements along a dimension, in order, and their places.</summary>
    /// <remarks>Which of several equals are taken is not defined. dx: each element's gradient at its place.</remarks>
    /// <exception cref="TorchArgumentException">There are not so many, or k is negative.</exception>
    static abstract (T Values, T Indices) Topk(T x, int k, int dim, bool largest);
}
