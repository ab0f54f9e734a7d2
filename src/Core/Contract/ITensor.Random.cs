namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>Uniform draws from [0, 1).</summary>
    static abstract T Rand(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad);

    /// <summary>Draws from the normal distribution of mean 0 and variance 1.</summary>
    static abstract T Randn(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad);

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

    /// <summary>Seeds the draws of both engines, on every device.</summary>
    static abstract void ManualSeed(long seed);

    /// <summary>Where the engine's generator of a device is: what <see cref="SetRandomState"/> takes to draw the same again.</summary>
    /// <remarks>On the CPU a vector of 5056 uint8, the same bytes on both engines: one engine's state may be given to the other.</remarks>
    /// <exception cref="TorchNotImplementedException">The device is a GPU, whose generator TorchSharp's library does not give out.</exception>
    static abstract T GetRandomState(Device device);

    /// <summary>Sets the engine's generator of a device to where it was.</summary>
    /// <exception cref="TorchArgumentException">The tensor is no state of a generator: its dtype, its size or what it holds.</exception>
    /// <exception cref="TorchNotImplementedException">The device is a GPU, whose generator TorchSharp's library does not give out.</exception>
    static abstract void SetRandomState(T state, Device device);
}
