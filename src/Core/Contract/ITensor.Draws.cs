namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>Every element becomes a uniform draw from [from, to); x is returned.</summary>
    /// <remarks>dx: 0. libtorch's <see cref="ManualSeed"/> gives the draws that PyTorch makes. Rounding to x's dtype may give <paramref name="to"/> itself.</remarks>
    /// <exception cref="TorchArgumentException">A bound or their difference is not finite in x's dtype, or from lies above to.</exception>
    /// <exception cref="TorchNotImplementedException">x is of no floating-point dtype.</exception>
    static abstract T Uniform_(T x, double from, double to);

    /// <summary>Every element becomes a draw from the normal distribution of a mean and a standard deviation; x is returned.</summary>
    /// <remarks>dx: 0.</remarks>
    /// <exception cref="TorchArgumentException">The standard deviation is negative or nan.</exception>
    /// <exception cref="TorchNotImplementedException">x is of no floating-point dtype.</exception>
    static abstract T Normal_(T x, double mean, double std);
}
