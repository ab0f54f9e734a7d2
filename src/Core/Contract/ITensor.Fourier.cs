namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>y[j] = c * sum over k of X[k] exp(2 pi i (k_1 j_1/n_1 + ... + k_d j_d/n_d)), the inverse transform whose result is real.</summary>
    /// <remarks>
    /// x is the half of the spectrum X that tells the whole: along the last of the dimensions, places 0 to n/2; the other half is its mirror
    /// image, conjugate. It is cut off or filled up with zeros to the lengths n. c is 1 over their product under
    /// <see cref="FftNorm.Backward"/>. dx: the sum over j of the gradient times the factor of each X[k], a cosine. Integers are taken as float32.
    /// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.fft.irfftn.html"/>.
    /// </remarks>
    /// <param name="x">Half of a spectrum that is real.</param>
    /// <param name="s">The lengths of the result along the dimensions; -1 for as it is; none for as they are, and 2 (n - 1) along the last.</param>
    /// <param name="dim">The dimensions; none for the last ones that <paramref name="s"/> gives lengths of, or for all.</param>
    /// <param name="norm">Which direction has the factor.</param>
    /// <exception cref="TorchArgumentException">A length is not positive, there are not as many as dimensions, or a dimension is named twice.</exception>
    static abstract T Irfftn(T x, ReadOnlySpan<long> s, ReadOnlySpan<int> dim, FftNorm norm);

    /// <summary>y[j] = c * sum over k of X[k] exp(-2 pi i (k_1 j_1/n_1 + ... + k_d j_d/n_d)), the transform of a signal whose spectrum is real.</summary>
    /// <remarks>
    /// As <see cref="Irfftn"/>, in the other direction: c is 1 under <see cref="FftNorm.Backward"/>.
    /// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.fft.hfftn.html"/>.
    /// </remarks>
    /// <inheritdoc cref="Irfftn" path="/param"/>
    /// <inheritdoc cref="Irfftn" path="/exception"/>
    static abstract T Hfftn(T x, ReadOnlySpan<long> s, ReadOnlySpan<int> dim, FftNorm norm);
}
