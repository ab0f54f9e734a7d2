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
        return Leaf(UniformDraws(Layout.Numel(shape), dtype, 0, 1), shape, dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Randn(ReadOnlySpan<long> shape, DType dtype, Device device, bool requiresGrad)
    {
        Check.HasDraws("normal_kernel_cpu", dtype);
        return Leaf(NormalDraws(Layout.Numel(shape), dtype, 0, 1, inBlocks: true), shape, dtype, device, requiresGrad);
    }

    /// <inheritdoc/>
    public static Tensor Uniform_(Tensor x, double from, double to)
    {
        Check.Uniform(x.DType, from, to);
        return InPlace(x, old => Drawn("UniformBackward0", old, x, UniformDraws(x.Numel, x.DType, from, to)));
    }

    /// <inheritdoc/>
    public static Tensor Normal_(Tensor x, double mean, double std)
    {
        Check.Normal(x.DType, std);
        var inBlocks = Layout.IsContiguous(x.Shape, x.Strides);
        return InPlace(x, old => Drawn("NormalBackward0", old, x, NormalDraws(x.Numel, x.DType, mean, std, inBlocks)));
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
        RequireCpu(device);
        Seeding.Join();
        byte[] state;
        lock (DrawsLock)
            state = _draws.State;
        return FromArray<byte>(state, [state.Length], DType.UInt8, device, requiresGrad: false);
    }

    /// <inheritdoc/>
    public static void SetRandomState(Tensor state, Device device)
    {
        RequireCpu(device);
        var draws = new MersenneTwister(RandomState.Read(state));
        Seeding.Join();
        lock (DrawsLock)
            _draws = draws;
    }

    /// <summary>Draws as the elements of x: in the order in which they lie in memory, as libtorch writes them.</summary>
    private static Tensor Drawn(string name, Tensor old, Tensor x, double[] draws)
    {
        int[] dims = [.. Enumerable.Range(0, x.Dim).OrderByDescending(dim => x.Strides[dim])];
        var inMemory = new Tensor(draws, [.. dims.Select(dim => x.Shape[dim])], x.DType);
        int[] places = [.. Enumerable.Range(0, x.Dim).Select(dim => Array.IndexOf(dims, dim))];
        return TapeNode.Record(name, new([.. Permute(inMemory, places).Read()], x.Shape, x.DType), [old], Nothing);
    }

    private static double[] UniformDraws(long count, DType dtype, double from, double to)
    {
        double Round(double value) => Elements.Stored(value, dtype);
        from = Round(from);
        var range = Round(Round(to) - from);
        // libtorch's compiler makes one instruction of the product and the sum, which rounds once.
        double Scaled(double draw) => dtype == DType.Float64
            ? Math.FusedMultiplyAdd(draw, range, from)
            : Round(MathF.FusedMultiplyAdd((float)draw, (float)range, (float)from));
        var draws = Strided.Allocate(count);
        Seeding.Join();
        lock (DrawsLock)
        {
            foreach (ref var draw in draws.AsSpan())
                draw = Scaled(_draws.Uniform(dtype));
        }
        return draws;
    }

    private static double[] NormalDraws(long count, DType dtype, double mean, double std, bool inBlocks)
    {
        var draws = Strided.Allocate(count);
        Seeding.Join();
        lock (DrawsLock)
        {
            if (count < NormalBlock || !inBlocks)
            {
                foreach (ref var draw in draws.AsSpan())
                    draw = Elements.Stored(_draws.Normal() * std + mean, dtype);
                return draws;
            }
            foreach (ref var draw in draws.AsSpan())
                draw = _draws.Uniform(dtype);
            for (var start = 0; start + NormalBlock <= draws.Length; start += NormalBlock)
                BoxMuller(draws.AsSpan(start, NormalBlock), dtype, mean, std);
            // The rest is no block: libtorch draws the last sixteen anew.
            if (draws.Length % NormalBlock != 0)
            {
                var last = draws.AsSpan(draws.Length - NormalBlock);
                foreach (ref var draw in last)
                    draw = _draws.Uniform(dtype);
                BoxMuller(last, dtype, mean, std);
            }
            return draws;
        }
    }

    /// <summary>Box and Muller's transform in the dtype's arithmetic: eight radii from the first half of the draws, eight angles from the second.</summary>
    private static void BoxMuller(Span<double> draws, DType dtype, double mean, double std)
    {
        double Round(double value) => Elements.Stored(value, dtype);
        double Scaled(double normal) => Round(Round(normal * Round(std)) + Round(mean));
        for (var j = 0; j < NormalBlock / 2; j++)
        {
            ref var sine = ref draws[j + NormalBlock / 2];
            var radius = Round(Math.Sqrt(-2 * Round(Math.Log(1 - draws[j]))));
            var angle = Round(2 * Math.PI * sine);
            draws[j] = Scaled(Round(radius * Round(Math.Cos(angle))));
            sine = Scaled(Round(radius * Round(Math.Sin(angle))));
        }
    }
}
