namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Uniform_(Tensor x, double from, double to)
    {
        Check.Uniform(x.DType, from, to);
        return InPlace(x, old => Drawn("UniformBackward0", old, () => from + (to - from) * Uniform(_draws, old.DType)));
    }

    /// <inheritdoc/>
    public static Tensor Normal_(Tensor x, double mean, double std)
    {
        Check.Normal(x.DType, std);
        return InPlace(x, old => Drawn("NormalBackward0", old, () => mean + std * Normal(_draws)));
    }

    private static Tensor Drawn(string name, Tensor x, Func<double> draw)
    {
        lock (DrawsLock)
            return Map(name, x, _ => Elements.Stored(draw(), x.DType), null);
    }

    /// <summary>A draw from [0, 1).</summary>
    private static double Uniform(Random draws, DType dtype)
    {
        // As many bits as the dtype holds: one more could round up to 1, which is excluded.
        var bits = dtype.Name switch { "float64" => 53, "float32" => 24, "float16" => 11, _ => 8 };
        return draws.NextInt64(1L << bits) / (double)(1L << bits);
    }
}
