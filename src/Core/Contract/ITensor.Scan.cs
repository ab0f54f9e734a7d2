namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The sums of the elements up to each place along a dimension. Bools and integers sum to int64.</summary>
    /// <remarks>dx: the gradients from each place on, summed.</remarks>
    static abstract T Cumsum(T x, int dim);

    /// <summary>The products of the elements up to each place along a dimension. Bools and integers multiply to int64.</summary>
    /// <remarks>dx: the gradients from each place on, times the product of the other elements up to there, summed.</remarks>
    static abstract T Cumprod(T x, int dim);
}
