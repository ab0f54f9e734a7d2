namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The largest element, 0-dim; nan if there is one.</summary>
    /// <remarks>dx: equally large elements share the gradient evenly.</remarks>
    static abstract T Max(T x);

    /// <summary>The largest elements along a dimension, and where they are: the first place of several.</summary>
    /// <remarks>dx: 1 at that place.</remarks>
    static abstract (T Values, T Indices) Max(T x, int dim, bool keepDim);

    /// <summary>The smallest element, 0-dim; nan if there is one.</summary>
    /// <remarks>dx: equally small elements share the gradient evenly.</remarks>
    static abstract T Min(T x);

    /// <summary>The smallest elements along a dimension, and where they are: the first place of several.</summary>
    /// <remarks>dx: 1 at that place.</remarks>
    static abstract (T Values, T Indices) Min(T x, int dim, bool keepDim);

    /// <summary>The largest elements along the given dimensions; none given means all.</summary>
    /// <remarks>dx: equally large elements share the gradient evenly.</remarks>
    static abstract T Amax(T x, ReadOnlySpan<int> dims, bool keepDim);

    /// <summary>The smallest elements along the given dimensions; none given means all.</summary>
    /// <remarks>dx: equally small elements share the gradient evenly.</remarks>
    static abstract T Amin(T x, ReadOnlySpan<int> dims, bool keepDim);

    /// <summary>The place of the largest element in row-major order, the first of several, as int64.</summary>
    static abstract T Argmax(T x);

    /// <summary>The places of the largest elements along a dimension, as int64.</summary>
    static abstract T Argmax(T x, int dim, bool keepDim);

    /// <summary>The place of the smallest element in row-major order, the first of several, as int64.</summary>
    static abstract T Argmin(T x);

    /// <summary>The places of the smallest elements along a dimension, as int64.</summary>
    static abstract T Argmin(T x, int dim, bool keepDim);

    /// <summary>The smallest and the largest elements, along a dimension or of all.</summary>
    /// <remarks>It has no derivative: a backward pass throws. Amin and Amax have.</remarks>
    static abstract (T Min, T Max) Aminmax(T x, int? dim, bool keepDim);

    /// <summary>The larger of x and y, broadcast over both shapes; nan if either is.</summary>
    /// <remarks>dx: 1 where x &gt; y, 1/2 where they are equal.</remarks>
    static abstract T Maximum(T x, T y);

    /// <summary>The smaller of x and y, broadcast over both shapes; nan if either is.</summary>
    /// <remarks>dx: 1 where x &lt; y, 1/2 where they are equal.</remarks>
    static abstract T Minimum(T x, T y);

    /// <summary>The larger of x and y, broadcast over both shapes; the number where the other is nan.</summary>
    /// <remarks>dx: 1 where x &gt;= y or y is nan, else 0; dy: 1 where dx is 0.</remarks>
    static abstract T Fmax(T x, T y);

    /// <summary>The smaller of x and y, broadcast over both shapes; the number where the other is nan.</summary>
    /// <remarks>dx: 1 where x &lt;= y or y is nan, else 0; dy: 1 where dx is 0.</remarks>
    static abstract T Fmin(T x, T y);
}
