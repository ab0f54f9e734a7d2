namespace TwinGrad;

// Windows over the last dimensions of a batch of planes, (N, C, L...): their number, 1 to 3, is that of the lists.
public partial interface ITensor<T>
{
    /// <summary>
    /// The sums of products of windows and kernels: result[n, b, i] = bias[b] + sum over a, o of weight[b, a, o] x[n, a, i stride - padding +
    /// o dilation], with zeros outside of x. Transposed, what x and the result are is swapped: the adjoint.
    /// </summary>
    /// <param name="x">(N, A, L...).</param>
    /// <param name="weight">(B, A/groups, K...), transposed (A, B/groups, K...).</param>
    /// <param name="bias">(B), or none.</param>
    /// <param name="stride">How far the windows lie apart, for each dimension.</param>
    /// <param name="padding">Zeros before and behind each dimension; transposed, so many places are left out instead.</param>
    /// <param name="dilation">How far a window's places lie apart.</param>
    /// <param name="transposed">Whether x is what the sums would be.</param>
    /// <param name="outputPadding">Transposed: places more at the end, which the lengths alone leave open.</param>
    /// <param name="groups">Channels fall into so many groups that have nothing to do with each other.</param>
    /// <remarks>dx: the transposed convolution of the gradient; dweight: the sums of x times the gradient; dbias: the gradient's sums.</remarks>
    /// <exception cref="TorchArgumentException">The shapes do not fit, or a number is out of its range.</exception>
    static abstract T Convolution(
        T x, T weight, T? bias, ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> dilation, bool transposed,
        ReadOnlySpan<int> outputPadding, int groups);

    /// <summary>The windows over an image as columns: (N, C, H, W) gives (N, C kH kW, number of windows), zeros where a window lies outside.</summary>
    /// <remarks>dx: each element's gradients, summed over the windows that show it: <see cref="Col2Im"/>. One image comes without N.</remarks>
    /// <exception cref="TorchArgumentException">No window fits, or x is no image.</exception>
    static abstract T Im2Col(
        T x, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding, ReadOnlySpan<int> stride);

    /// <summary>The image whose element is the sum of all columns' elements that lie over it: what <c>Im2Col</c> took, added up.</summary>
    /// <remarks>dx: the gradient's windows as columns. One image comes without N.</remarks>
    /// <exception cref="TorchArgumentException">There are not as many columns as windows.</exception>
    static abstract T Col2Im(
        T x, ReadOnlySpan<int> outputSize, ReadOnlySpan<int> kernelSize, ReadOnlySpan<int> dilation, ReadOnlySpan<int> padding,
        ReadOnlySpan<int> stride);
}
