namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Rand(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (!dtype.IsFloatingPoint)
            throw Error.NoKernel("check_uniform_bounds", dtype);
        var tensor = Wrap(Empty(shape, dtype, device));
        using (Draws.Begin())
            NativeMethods.THSTensor_uniform_(tensor.Handle, 0, 1, noGenerator: 0);
        NativeError.Check();
        return Leaf(tensor, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Randn(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (!dtype.IsFloatingPoint)
            throw Error.NoKernel("normal_kernel_cpu", dtype);
        var tensor = Wrap(Empty(shape, dtype, device));
        using (Draws.Begin())
            NativeMethods.THSTensor_normal_(tensor.Handle, 0, 1, noGenerator: 0);
        NativeError.Check();
        return Leaf(tensor, requiresGrad);
    }

    /// <inheritdoc/>
    public static void ManualSeed(long seed) => Draws.Seed(seed);

    /// <inheritdoc/>
    public static Tensor GetRandomState(Device device)
    {
        CheckRandomDevice(device);
        using var draws = Draws.Begin();
        var generator = NativeMethods.THSGenerator_default_generator();
        try
        {
            return Wrap(NativeError.Check(NativeMethods.THSGenerator_get_rng_state(generator)));
        }
        finally
        {
            NativeMethods.THSGenerator_dispose(generator);
        }
    }

    /// <inheritdoc/>
    public static void SetRandomState(Tensor state, Device device)
    {
        CheckRandomDevice(device);
        // A copy, which nobody can change between the check and the native call: that one catches nothing.
        using var copy = Unscoped(() => FromArray<byte>(RandomState.Read(state), [RandomState.Size], DType.UInt8, Device.Cpu, requiresGrad: false));
        using var draws = Draws.Begin();
        var generator = NativeMethods.THSGenerator_default_generator();
        try
        {
            NativeMethods.THSGenerator_set_rng_state(generator, copy.Handle);
        }
        finally
        {
            NativeMethods.THSGenerator_dispose(generator);
        }
    }

    private static void CheckRandomDevice(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Type == DeviceType.Cpu)
            return;
        TwinGrad.Torch.Cuda.Require(device);
        throw Error.NoCudaRandomState(device);
    }
}
