namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    // As many normal draws libtorch makes at once, half of them sines and half of them cosines.
    private const int NormalBlock = 16;

    private static readonly Lock DrawsLock = new();
    private static readonly SharedSeed Seeding = new(seed =>
    {
        lock (DrawsLock)
            _draws = new((ulong)seed);
    });

    private static MersenneTwister _draws = new(MersenneTwister.DefaultSeed);

    /// <inheritdoc/>
    public static Tensor Rand(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (!dtype.IsFloatingPoint)
            throw Error.NoKernel("check_uniform_bounds", dtype);
        Seeding.Join();
        lock (DrawsLock)
            return Make(shape, _ => _draws.Uniform(dtype), dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Randn(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (!dtype.IsFloatingPoint)
            throw Error.NoKernel("normal_kernel_cpu", dtype);
        Seeding.Join();
        lock (DrawsLock)
        {
            if (Layout.Numel(shape) < NormalBlock)
                return Make(shape, _ => Elements.Stored(_draws.Normal(), dtype), dtype, device, requiresGrad);
            var values = Strided.Allocate(Layout.Numel(shape));
            for (var i = 0; i < values.Length; i++)
                values[i] = _draws.Uniform(dtype);
            for (var start = 0; start + NormalBlock <= values.Length; start += NormalBlock)
                BoxMuller(values.AsSpan(start, NormalBlock), dtype);
            // The rest is no block: libtorch draws the last sixteen anew.
            if (values.Length % NormalBlock != 0)
            {
                var last = values.AsSpan(values.Length - NormalBlock);
                for (var i = 0; i < NormalBlock; i++)
                    last[i] = _draws.Uniform(dtype);
                BoxMuller(last, dtype);
            }
            return Leaf(values, shape, dtype, device, requiresGrad);
        }
    }

    /// <inheritdoc/>
    public static Tensor Bernoulli(Tensor x, double p)
    {
        Check.Bernoulli(p);
        Seeding.Join();
        lock (DrawsLock)
            return Make(x.Shape, _ => _draws.Uniform(DType.Float64) < p ? 1 : 0, x.DType, x.Device, requiresGrad: false);
    }

    /// <inheritdoc/>
    public static void ManualSeed(long seed) => Seeding.Seed(seed);

    /// <inheritdoc/>
    public static Tensor GetRandomState(Device device)
    {
        CheckRandomDevice(device);
        Seeding.Join();
        byte[] state;
        lock (DrawsLock)
            state = _draws.State;
        return FromArray<byte>(state, [state.Length], DType.UInt8, device, requiresGrad: false);
    }

    /// <inheritdoc/>
    public static void SetRandomState(Tensor state, Device device)
    {
        CheckRandomDevice(device);
        var draws = new MersenneTwister(RandomState.Read(state));
        Seeding.Join();
        lock (DrawsLock)
            _draws = draws;
    }

    private static void CheckRandomDevice(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.Type != DeviceType.Cpu)
            throw Error.NoCuda("The reference engine");
    }

    /// <summary>Box and Muller's transform in the dtype's arithmetic: eight radii from the first half of the draws, eight angles from the second.</summary>
    private static void BoxMuller(Span<double> draws, DType dtype)
    {
        double Round(double value) => Elements.Stored(value, dtype);
        for (var j = 0; j < NormalBlock / 2; j++)
        {
            ref var sine = ref draws[j + NormalBlock / 2];
            var radius = Round(Math.Sqrt(-2 * Round(Math.Log(1 - draws[j]))));
            var angle = Round(2 * Math.PI * sine);
            draws[j] = Round(radius * Round(Math.Cos(angle)));
            sine = Round(radius * Round(Math.Sin(angle)));
        }
    }
}
