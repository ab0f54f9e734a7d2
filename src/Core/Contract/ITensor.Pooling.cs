namespace TwinGrad;

// Windows over the last two or three dimensions, one number in each list for each; before them lie the channels and, or not, the batch.
// One dimension is pooled as two, the first of length 1: see Composites.
public partial interface ITensor<T>
{
    /// <summary>The mean of each window.</summary>
    /// <param name="x">(N, C, H, W) or (N, C, D, H, W), or without N.</param>
    /// <param name="kernelSize">The lengths of a window.</param>
    /// <param name="stride">How far the windows lie apart.</param>
    /// <param name="padding">Zeros before and behind each dimension, at most half a window.</param>
    /// <param name="ceilMode">Whether a last window may end beyond the padding.</param>
    /// <param name="countIncludePad">Whether the padding counts as elements.</param>
    /// <param name="divisorOverride">What the sums are divided by instead of the number of elements.</param>
    /// <remarks>dx: the gradients of the windows over an element, each over the number of its elements, summed.</remarks>
    /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
    static abstract T AvgPool(
        T x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, bool ceilMode, bool countIncludePad,
        int? divisorOverride);

    /// <summary>The largest element of each window, the first of several, and its place in row-major order; nan counts as the largest.</summary>
    /// <remarks>Padding counts as less than everything. dx: the gradient at that place.</remarks>
    /// <exception cref="TorchArgumentException">No window fits, or a number is out of its range.</exception>
    static abstract (T Values, T Indices) MaxPoolWithIndices(
        T x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool ceilMode);

    /// <summary>Zeros of a size with each element at the place of its index: what <c>MaxPoolWithIndices</c> took, put back.</summary>
    /// <remarks>Where an index stands twice, any of the elements is taken; dx: the gradient at each place.</remarks>
    /// <exception cref="TorchArgumentException">An index lies outside, or the shapes do not fit.</exception>
    static abstract T MaxUnpool(T x, T indices, ReadOnlySpan<int> outputSize);

    /// <summary>The means of as many windows as the result is long, as even as they can be: window i goes from floor(i L/n) to ceil((i + 1) L/n).</summary>
    /// <remarks>dx: the gradients of the windows over an element, each over the number of its elements, summed.</remarks>
    /// <exception cref="TorchArgumentException">x has too few dimensions or one is empty.</exception>
    static abstract T AdaptiveAvgPool(T x, ReadOnlySpan<int> outputSize);

    /// <summary>The largest elements of such windows, the first of several, and their places in row-major order.</summary>
    /// <remarks>dx: the gradient at that place.</remarks>
    /// <exception cref="TorchArgumentException">x has too few dimensions or one is empty.</exception>
    static abstract (T Values, T Indices) AdaptiveMaxPoolWithIndices(T x, ReadOnlySpan<int> outputSize);
}
