namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The sum of all elements, 0-dim; 0 of an empty tensor. Bools and integers sum to int64.</summary>
    /// <remarks>dx: 1.</remarks>
    static abstract T Sum(T x);

    /// <summary>The sum of all elements, computed in <paramref name="dtype"/>.</summary>
    /// <remarks>dx: 1.</remarks>
    static abstract T Sum(T x, DType dtype);

    /// <summary>The sum along the given dimensions, computed in the dtype if one is given; no dimensions mean all.</summary>
    /// <remarks>dx: the gradient, spread along the summed dimensions.</remarks>
    static abstract T Sum(T x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null);

    /// <summary>The sum along the given dimensions, nan taken as 0, computed in the dtype if one is given; no dimensions mean all.</summary>
    /// <remarks>dx: the gradient, spread along the summed dimensions; 0 where x is nan.</remarks>
    static abstract T Nansum(T x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null);

    /// <summary>The mean of all elements, 0-dim; nan of an empty tensor.</summary>
    /// <remarks>dx: 1/n. Integers have no mean: convert them first.</remarks>
    static abstract T Mean(T x);

    /// <summary>The mean of all elements, computed in <paramref name="dtype"/>.</summary>
    /// <remarks>dx: 1/n.</remarks>
    static abstract T Mean(T x, DType dtype);

    /// <summary>The mean along the given dimensions, computed in the dtype if one is given; no dimensions mean all.</summary>
    /// <remarks>dx: the gradient over n, spread along the averaged dimensions.</remarks>
    static abstract T Mean(T x, ReadOnlySpan<int> dims, bool keepDim, DType? dtype = null);

    /// <summary>The product of all elements, 0-dim, computed in the dtype if one is given; 1 of an empty tensor.</summary>
    /// <remarks>Bools and integers multiply to int64. dx: the product of the other elements.</remarks>
    static abstract T Prod(T x, DType? dtype = null);

    /// <summary>The product along a dimension, computed in the dtype if one is given.</summary>
    /// <remarks>dx: the product of the other elements.</remarks>
    static abstract T Prod(T x, int dim, bool keepDim, DType? dtype = null);

    /// <summary>sum (x - mean x)^2 / (n - correction) along the given dimensions; none given means all.</summary>
    /// <remarks>
    /// dx: 2 (x - mean x)/(n - correction). Where n does not exceed the correction, a warning is given and the result is not finite.
    /// </remarks>
    static abstract T Var(T x, ReadOnlySpan<int> dims, double correction, bool keepDim);

    /// <summary>The standard deviation along the given dimensions: the square root of the variance.</summary>
    /// <remarks>dx: (x - mean x)/((n - correction) std), and 0 where the deviation is 0.</remarks>
    static abstract T Std(T x, ReadOnlySpan<int> dims, double correction, bool keepDim);

    /// <summary>The variance along the given dimensions and the mean beside it; none given means all.</summary>
    /// <remarks>dx: 2 (x - mean x)/(n - correction) of the variance's gradient, 1/n of the mean's.</remarks>
    static abstract (T Var, T Mean) VarMean(T x, ReadOnlySpan<int> dims, double correction, bool keepDim);

    /// <summary>The standard deviation along the given dimensions and the mean beside it; none given means all.</summary>
    /// <remarks>dx: (x - mean x)/((n - correction) std), and 0 where the deviation is 0, of its gradient; 1/n of the mean's.</remarks>
    static abstract (T Std, T Mean) StdMean(T x, ReadOnlySpan<int> dims, double correction, bool keepDim);

    /// <summary>(sum |x|^p)^(1/p) along the given dimensions; none given means all.</summary>
    /// <remarks>
    /// p = inf: the largest |x|; -inf: the smallest; 0: how many elements are not 0.
    /// dx: sign(x) (|x|/norm)^(p-1), and 0 where the norm is 0; equally large elements share the gradient of an infinite p.
    /// </remarks>
    static abstract T Norm(T x, Scalar p, ReadOnlySpan<int> dims, bool keepDim);

    /// <summary>ln sum e^x along the given dimensions, without overflow.</summary>
    /// <remarks>dx: e^(x - result).</remarks>
    static abstract T Logsumexp(T x, ReadOnlySpan<int> dims, bool keepDim);

    /// <summary>Whether all elements are other than 0, as a 0-dim bool tensor; of uint8 as uint8.</summary>
    static abstract T All(T x);

    /// <summary>Whether all elements along the given dimensions are other than 0; none given means all.</summary>
    static abstract T All(T x, ReadOnlySpan<int> dims, bool keepDim);

    /// <summary>Whether an element is other than 0, as a 0-dim bool tensor; of uint8 as uint8.</summary>
    static abstract T Any(T x);

    /// <summary>Whether an element along the given dimensions is other than 0; none given means all.</summary>
    static abstract T Any(T x, ReadOnlySpan<int> dims, bool keepDim);

    /// <summary>x, its parts at each place of a dimension scaled down to the norm <paramref name="maxnorm"/> where theirs is larger.</summary>
    /// <remarks>
    /// A part is multiplied by s = maxnorm/(norm + 1e-7). dx: the gradient; of a part scaled down s g - (g x) s/(norm + 1e-7) dnorm/dx,
    /// where g x is summed over the part.
    /// </remarks>
    /// <exception cref="TorchArgumentException">p is not positive, maxnorm is negative, or x has fewer than two dimensions.</exception>
    static abstract T Renorm(T x, Scalar p, int dim, Scalar maxnorm);
}
