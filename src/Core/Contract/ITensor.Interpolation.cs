namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>(N, C, L...) with other lengths: weighted sums of the elements around each place, the same along each dimension.</summary>
    /// <param name="x">1 to 3 dimensions behind batch and channels.</param>
    /// <param name="mode">Any but Area, for a number of dimensions that it is for.</param>
    /// <param name="outputSize">The new lengths.</param>
    /// <param name="alignCorners">Whether first and last elements stay where they are; else it is the corners of the elements that do.</param>
    /// <param name="scaleFactors">How many times as long a dimension is, where the lengths alone should not say so; else none.</param>
    /// <remarks>dx: the gradients with the same weights, added where they came from.</remarks>
    /// <exception cref="TorchArgumentException">A length is not positive, or the mode is not for so many dimensions.</exception>
    static abstract T Upsample(
        T x, InterpolationMode mode, ReadOnlySpan<int> outputSize, bool alignCorners, ReadOnlySpan<double> scaleFactors);

    /// <summary>x at the places that a grid names: -1 and 1 are the ends of each dimension, the last dimension of the grid names the last one first.</summary>
    /// <param name="x">(N, C, H, W) or (N, C, D, H, W).</param>
    /// <param name="grid">(N, ..., 2) or (N, ..., 3).</param>
    /// <param name="mode">What is taken between elements.</param>
    /// <param name="paddingMode">What is taken outside.</param>
    /// <param name="alignCorners">Whether -1 and 1 mean the middle of the outermost elements instead of their edges.</param>
    /// <remarks>
    /// dx: the gradients with the same weights, added where they came from; dgrid: the slope of x there times the gradient, 0 where the place
    /// was moved to a border and with Nearest.
    /// </remarks>
    /// <exception cref="TorchArgumentException">The shapes do not fit.</exception>
    static abstract T GridSample(T x, T grid, GridSampleMode mode, GridSamplePaddingMode paddingMode, bool alignCorners);

    /// <summary>The grid that GridSample takes for an affine map: each place of the result, mapped by its batch's matrix.</summary>
    /// <param name="theta">(N, 2, 3) or (N, 3, 4).</param>
    /// <param name="size">(N, C, H, W) or (N, C, D, H, W): what GridSample should give.</param>
    /// <param name="alignCorners">As GridSample has it.</param>
    /// <remarks>dtheta: the gradient times the places, summed.</remarks>
    /// <exception cref="TorchArgumentException">The matrices do not fit the size.</exception>
    static abstract T AffineGrid(T theta, ReadOnlySpan<long> size, bool alignCorners);
}
