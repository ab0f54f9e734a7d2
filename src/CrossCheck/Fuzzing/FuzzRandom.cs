namespace TwinGrad;

/// <summary>SplitMix64: the random numbers of one program. The same on every machine and under every version of .NET.</summary>
/// <remarks>
/// The state grows by the golden ratio of 2^64; each number is the state mixed by two multiplications (Steele, Lea and Flood, "Fast splittable
/// pseudorandom number generators", 2014). A program's stream starts from the seed and its number, both mixed, so that programs are
/// independent of each other and any one can be made alone.
/// </remarks>
internal sealed class FuzzRandom(ulong seed, ulong stream)
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(seed + GoldenRatio) ^ Mix(~stream);

    internal ulong Next() => Mix(_state += GoldenRatio);

    /// <summary>A number from 0 up to, not including, the bound.</summary>
    internal int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number from [0, 1), a multiple of 2^-53.</summary>
    internal double Unit() => (Next() >> 11) * (1.0 / (1L << 53));

    internal double Between(double low, double high) => low + (high - low) * Unit();

    /// <summary>True once in so many times.</summary>
    internal bool OnceIn(int times) => Below(times) == 0;

    internal TItem Pick<TItem>(IReadOnlyList<TItem> items) => items[Below(items.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
