namespace TwinGrad;

// Each: x^ = (x - mean)/sqrt(var + eps) with the biased variance, then weight x^ + bias. The rules are those of all:
// dx: weight (g - mean g - x^ mean(g x^))/sqrt(var + eps), where g is the gradient times the weight; dweight: sum g x^; dbias: sum g.
public partial interface ITensor<T>
{
    /// <summary>Normalized over everything but the channels, dimension 1; also the mean and 1/sqrt(var + eps) of each, which have no gradient.</summary>
    /// <param name="x">(N, C, ...).</param>
    /// <param name="weight">(C), or none.</param>
    /// <param name="bias">(C), or none.</param>
    /// <param name="runningMean">(C): in training moved towards the mean, by the share <paramref name="momentum"/>; else taken as the mean.</param>
    /// <param name="runningVar">(C): the same for the variance, which is moved towards the unbiased one.</param>
    /// <param name="training">Whether the mean and variance are those of x.</param>
    /// <param name="momentum">How far the running ones move.</param>
    /// <param name="eps">What is added to the variance.</param>
    /// <remarks>Not in training the saved ones are empty, and dx: weight g/sqrt(runningVar + eps).</remarks>
    /// <exception cref="TorchArgumentException">A vector has not as many elements as there are channels.</exception>
    static abstract (T Output, T SaveMean, T SaveInvstd) NativeBatchNorm(
        T x, T? weight, T? bias, T? runningMean, T? runningVar, bool training, double momentum, double eps);

    /// <summary>Normalized over the last dimensions, whose shape weight and bias have; also the means and 1/sqrt(var + eps), which have no gradient.</summary>
    /// <remarks>dx, dweight, dbias: as of all normalizations.</remarks>
    /// <exception cref="TorchArgumentException">x does not end in the shape, or the weight or bias has another.</exception>
    static abstract (T Output, T Mean, T Rstd) NativeLayerNorm(
        T x, ReadOnlySpan<long> normalizedShape, T? weight, T? bias, double eps);

    /// <summary>Normalized over each of so many groups of neighbouring channels; weight and bias have one element a channel.</summary>
    /// <remarks>dx, dweight, dbias: as of all normalizations.</remarks>
    /// <exception cref="TorchArgumentException">The channels do not fall into so many groups.</exception>
    static abstract T GroupNorm(T x, int numGroups, T? weight, T? bias, double eps);
}
