namespace TwinGrad;

/// <summary>Which direction of a discrete Fourier transform of n points has the factor.</summary>
public enum FftNorm
{
    /// <summary>The inverse transform has 1/n, the forward one none.</summary>
    Backward,

    /// <summary>The forward transform has 1/n, the inverse one none.</summary>
    Forward,

    /// <summary>Both have 1/sqrt(n).</summary>
    Ortho,
}
