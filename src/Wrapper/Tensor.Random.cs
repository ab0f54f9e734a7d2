namespace TwinGrad;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Rand(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        Check.HasDraws("check_uniform_bounds", dtype);
        var tensor = Wrap(Empty(shape, dtype, device));
        using (Draws.Begin())
            NativeMethods.THSTensor_uniform_(tensor.Handle, 0, 1, noGenerator: 0);
        NativeError.Check();
        return Leaf(tensor, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Randn(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        Check.HasDraws("normal_kernel_cpu", dtype);
        var tensor = Wrap(Empty(shape, dtype, device));
        using (Draws.Begin())
            NativeMethods.THSTensor_normal_(tensor.Handle, 0, 1, noGenerator: 0);
        NativeError.Check();
        return Leaf(tensor, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Uniform_(Tensor x, double from, double to)
    {
        Check.Uniform(Check.Given(x).DType, from, to);
        using (Draws.Begin())
            return RecordInPlace("UniformBackward0", x, () => NativeMethods.THSTensor_uniform_(x.Handle, from, to, noGenerator: 0));
    }

    /// <inheritdoc/>
    public static Tensor Normal_(Tensor x, double mean, double std)
    {
        Check.Normal(Check.Given(x).DType, std);
        using (Draws.Begin())
            return RecordInPlace("NormalBackward0", x, () => NativeMethods.THSTensor_normal_(x.Handle, mean, std, noGenerator: 0));
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
        if (TwinGrad.Torch.Cuda.Resolve(device) is { Type: DeviceType.Cuda } gpu)
            throw Error.NoCudaRandomState(gpu);
    }
}
