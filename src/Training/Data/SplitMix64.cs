namespace TwinGrad;

/// <summary>A stream of 64-bit numbers that is the same on every machine and in every version of .NET, which System.Random's is not by contract.</summary>
/// <remarks>
/// Sebastiano Vigna's SplitMix64, modulo 2^64: state += 0x9E3779B97F4A7C15, and the number is mix(state) where
/// mix(z): z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9; z = (z ^ z >> 27) * 0x94D049BB133111EB; z ^ z >> 31.
/// See <see href="https://prng.di.unimi.it/splitmix64.c"/>.
/// </remarks>
internal struct SplitMix64(ulong state)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = state;

    /// <summary>The stream of a number within a seed: its state begins at mix(mix(seed + step) + stream).</summary>
    internal static SplitMix64 Of(long seed, int stream) => new(Mix(Mix(unchecked((ulong)seed + Step)) + (uint)stream));

    internal ulong Next() => Mix(_state += Step);

    /// <summary>A number from 0 to <paramref name="bound"/> - 1, each as likely: what is left of the last, incomplete round of numbers is drawn again.</summary>
    internal int Below(int bound)
    {
        var range = (ulong)bound;
        var incomplete = (ulong.MaxValue % range + 1) % range;
        ulong number;
        do
            number = Next();
        while (number > ulong.MaxValue - incomplete);
        return (int)(number % range);
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
