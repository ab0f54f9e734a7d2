namespace TwinGrad.Reference;

/// <summary>The generator mt19937 as libtorch has it on the CPU, and what it makes of its words: the same numbers from the same seed.</summary>
/// <remarks>See M. Matsumoto and T. Nishimura, Mersenne Twister, ACM Transactions on Modeling and Computer Simulation 8 (1998).</remarks>
internal sealed class MersenneTwister
{
    /// <summary>The seed of a generator that nobody seeded, in PyTorch.</summary>
    internal const ulong DefaultSeed = 67280421310721;

    private const int Words = RandomState.WordCount;
    private const int Middle = 397;

    private readonly ulong _seed;
    private readonly uint[] _words = new uint[Words];
    private int _left = 1;
    private int _next;
    private double? _normal;

    internal MersenneTwister(ulong seed)
    {
        _seed = seed;
        _words[0] = (uint)seed;
        for (var i = 1; i < Words; i++)
            _words[i] = 1812433253 * (_words[i - 1] ^ (_words[i - 1] >> 30)) + (uint)i;
    }

    /// <summary>A generator that goes on from a state that was read and checked.</summary>
    internal MersenneTwister(byte[] state)
    {
        _seed = RandomState.Seed(state);
        (_left, _next, _normal) = (RandomState.Left(state), RandomState.Next(state), RandomState.Normal(state));
        for (var i = 0; i < Words; i++)
            _words[i] = RandomState.Word(state, i);
    }

    internal byte[] State => RandomState.Write(_seed, _left, _next, _words, _normal);

    /// <summary>32 random bits.</summary>
    internal uint Next()
    {
        if (--_left == 0)
            Turn();
        var word = _words[_next++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C5680;
        word ^= (word << 15) & 0xEFC60000;
        return word ^ (word >> 18);
    }

    /// <summary>64 random bits.</summary>
    internal ulong NextLong() => (ulong)Next() << 32 | Next();

    /// <summary>A draw from [0, 1), of as many bits as the dtype holds: one more could round up to 1.</summary>
    internal double Uniform(DType dtype) => dtype.Name switch
    {
        "float64" => Fraction(NextLong(), 53),
        "float32" => Fraction(Next(), 24),
        "float16" => Fraction(Next(), 11),
        _ => Fraction(Next(), 8),
    };

    /// <summary>A draw from the standard normal distribution. Box and Muller's transform gives two; the second is kept for the next time.</summary>
    internal double Normal()
    {
        if (_normal is { } kept)
        {
            _normal = null;
            return kept;
        }
        var (angle, radius) = (2 * Math.PI * Uniform(DType.Float64), Math.Sqrt(-2 * Math.Log(1 - Uniform(DType.Float64))));
        _normal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    private static double Fraction(ulong word, int bits) => (word & ((1UL << bits) - 1)) / (double)(1UL << bits);

    private void Turn()
    {
        for (var i = 0; i < Words; i++)
        {
            var mixed = (_words[i] & 0x80000000) | (_words[(i + 1) % Words] & 0x7FFFFFFF);
            _words[i] = _words[(i + Middle) % Words] ^ (mixed >> 1) ^ ((mixed & 1) * 0x9908B0DF);
        }
        (_left, _next) = (Words, 0);
    }
}
