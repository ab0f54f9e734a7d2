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
        Check.HasDraws("check_uniform_bounds", dtype);
        return Leaf(Uniforms(Layout.Numel(shape), dtype, 0, 1), shape, dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Randn(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        Check.HasDraws("normal_kernel_cpu", dtype);
        return Leaf(Normals(Layout.Numel(shape), dtype, 0, 1), shape, dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Uniform_(Tensor x, double from, double to)
    {
        Check.Uniform(x.DType, from, to);
        return InPlace(x, old => Drawn("UniformBackward0", old, Uniforms(old.Numel, old.DType, from, to)));
    }

    /// <inheritdoc/>
    public static Tensor Normal_(Tensor x, double mean, double std)
    {
        Check.Normal(x.DType, std);
        return InPlace(x, old => Drawn("NormalBackward0", old, Normals(old.Numel, old.DType, mean, std)));
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

    private static Tensor Drawn(string name, Tensor x, double[] draws)
    {
        var place = 0;
        return Map(name, x, _ => draws[place++], null);
    }

    /// <summary>u (to - from) + from, in the dtype's arithmetic.</summary>
    private static double[] Uniforms(long count, DType dtype, double from, double to)
    {
        var (values, range) = (Strided.Allocate(count), Elements.Stored(Elements.Stored(to, dtype) - Elements.Stored(from, dtype), dtype));
        Seeding.Join();
        lock (DrawsLock)
            for (var i = 0; i < values.Length; i++)
                values[i] = Elements.Stored(Elements.Stored(_draws.Uniform(dtype) * range, dtype) + from, dtype);
        return values;
    }

    /// <summary>n std + mean, of draws that are made one by one where they are few, and in blocks where they are many.</summary>
    private static double[] Normals(long count, DType dtype, double mean, double std)
    {
        var values = Strided.Allocate(count);
        Seeding.Join();
        lock (DrawsLock)
        {
            if (count < NormalBlock)
            {
                for (var i = 0; i < values.Length; i++)
                    values[i] = Elements.Stored(_draws.Normal() * std + mean, dtype);
                return values;
            }
            for (var i = 0; i < values.Length; i++)
                values[i] = _draws.Uniform(dtype);
            for (var start = 0; start + NormalBlock <= values.Length; start += NormalBlock)
                BoxMuller(values.AsSpan(start, NormalBlock), dtype, mean, std);
            // The rest is no block: libtorch draws the last sixteen anew.
            if (values.Length % NormalBlock != 0)
            {
                var last = values.AsSpan(values.Length - NormalBlock);
                for (var i = 0; i < NormalBlock; i++)
                    last[i] = _draws.Uniform(dtype);
                BoxMuller(last, dtype, mean, std);
            }
            return values;
        }
    }

    /// <summary>Box and Muller's transform in the dtype's arithmetic: eight radii from the first half of the draws, eight angles from the second.</summary>
    private static void BoxMuller(Span<double> draws, DType dtype, double mean, double std)
    {
        double Round(double value) => Elements.Stored(value, dtype);
        for (var j = 0; j < NormalBlock / 2; j++)
        {
            ref var sine = ref draws[j + NormalBlock / 2];
            var radius = Round(Math.Sqrt(-2 * Round(Math.Log(1 - draws[j]))));
            var angle = Round(2 * Math.PI * sine);
            draws[j] = Round(Round(Round(radius * Round(Math.Cos(angle))) * std) + mean);
            sine = Round(Round(Round(radius * Round(Math.Sin(angle))) * std) + mean);
        }
    }
}
