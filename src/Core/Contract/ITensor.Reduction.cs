namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The sum of all elements, 0-dim; 0 of an empty tensor. Bools and integers sum to int64.</summary>
    /// <remarks>dx: 1.</remarks>
    static abstract T Sum(T x);

    /// <summary>The sum of all elements, computed in <paramref name="dtype"/>.</summary>
    /// <remarks>dx: 1.</remarks>
    static abstract T Sum(T x, DType dtype);

    /// <summary>The sum along the given dimensions; none given means all.</summary>
    /// <remarks>dx: the gradient, spread along the summed dimensions.</remarks>
    static abstract T Sum(T x, ReadOnlySpan<int> dims, bool keepDim);

    /// <summary>The mean of all elements, 0-dim; nan of an empty tensor.</summary>
    /// <remarks>dx: 1/n. Integers have no mean: convert them first.</remarks>
    static abstract T Mean(T x);

    /// <summary>The mean of all elements, computed in <paramref name="dtype"/>.</summary>
    /// <remarks>dx: 1/n.</remarks>
    static abstract T Mean(T x, DType dtype);

    /// <summary>The mean along the given dimensions; none given means all.</summary>
    /// <remarks>dx: the gradient over n, spread along the averaged dimensions.</remarks>
    static abstract T Mean(T x, ReadOnlySpan<int> dims, bool keepDim);
}
