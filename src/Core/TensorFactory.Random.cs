namespace TwinGrad;

public abstract partial class TensorFactory<T>
{
    /// <summary>Uniform draws from [0, 1): <c>torch.rand(2, 3)</c>.</summary>
    public static T Rand(params ReadOnlySpan<long> shape) => T.Rand(shape, DType.Float32, DefaultDevice, requiresGrad: false);

    /// <summary>Uniform draws from [0, 1) of a dtype, on a device.</summary>
    public static T Rand(ReadOnlySpan<long> shape, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        => T.Rand(shape, dtype ?? DType.Float32, device ?? DefaultDevice, requiresGrad);

    /// <summary>Draws from the standard normal distribution: <c>torch.randn(2, 3)</c>.</summary>
    public static T Randn(params ReadOnlySpan<long> shape) => T.Randn(shape, DType.Float32, DefaultDevice, requiresGrad: false);

    /// <summary>Draws from the standard normal distribution of a dtype, on a device.</summary>
    public static T Randn(ReadOnlySpan<long> shape, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        => T.Randn(shape, dtype ?? DType.Float32, device ?? DefaultDevice, requiresGrad);

    /// <summary>Seeds the draws of both engines, on every device: <c>torch.manual_seed(0)</c>.</summary>
    /// <remarks>An engine that was never seeded begins as PyTorch's generator does, which is the same in every run.</remarks>
    public static void ManualSeed(long seed) => T.ManualSeed(seed);

    /// <summary>Where this engine's generator is: <c>torch.get_rng_state()</c>, a vector of 5056 uint8.</summary>
    /// <param name="device">Whose generator; null is the CPU's.</param>
    /// <remarks>
    /// Both engines have the same states: what one gives the other takes. See
    /// <see href="https://docs.pytorch.org/docs/stable/generated/torch.get_rng_state.html"/>.
    /// </remarks>
    /// <exception cref="TorchNotImplementedException">The device is a GPU, whose generator TorchSharp's library does not give out.</exception>
    public static T GetRandomState(Device? device = null) => T.GetRandomState(device ?? Device.Cpu);

    /// <summary>Sets this engine's generator to where it was: <c>torch.set_rng_state(state)</c>.</summary>
    /// <param name="state">What <see cref="GetRandomState"/> gave, of either engine.</param>
    /// <param name="device">Whose generator; null is the CPU's.</param>
    /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.set_rng_state.html"/>.</remarks>
    /// <exception cref="TorchArgumentException">The tensor is no state of a generator; nothing was changed.</exception>
    /// <exception cref="TorchNotImplementedException">The device is a GPU, whose generator TorchSharp's library does not give out.</exception>
    public static void SetRandomState(T state, Device? device = null) => T.SetRandomState(state, device ?? Device.Cpu);
}
