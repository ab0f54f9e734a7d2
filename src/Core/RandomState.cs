using System.Buffers.Binary;

namespace TwinGrad;

/// <summary>The state of a generator of random numbers on the CPU, in the bytes that <c>torch.get_rng_state()</c> gives.</summary>
/// <remarks>
/// All numbers are little-endian: the seed (uint64); how many words are left before the next turn of the generator, counted from 1 (int32);
/// whether it was seeded (int32); the next word's place (uint64); the 624 words of the generator (each in a uint64); two doubles that are not
/// used and between them the second half of a pair of normal draws, which the next draw gets, and whether there is one (int32, padded to 8
/// bytes); such a half of float32 and whether there is one (a byte, padded to 4).
/// </remarks>
internal static class RandomState
{
    internal const int Size = 5056;
    internal const int WordCount = 624;

    private const int LeftAt = 8;
    private const int SeededAt = 12;
    private const int NextAt = 16;
    private const int WordsAt = 24;
    private const int NormalAt = 5024;
    private const int HasNormalAt = 5040;
    private const int HasSingleNormalAt = 5052;

    /// <summary>The bytes of a tensor, once they are known to be a state: libtorch would read beyond its words where it is none.</summary>
    internal static byte[] Read<T>(T state)
        where T : ITensor<T>
    {
        if (Check.Given(state).DType != DType.UInt8)
            throw Error.RandomStateType();
        if (state.Numel != Size)
            throw Error.RandomStateSize(state.Numel);
        var bytes = state.ToArray<byte>();
        var (left, next) = (Left(bytes), BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(NextAt)));
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(SeededAt)) != 1)
            throw Error.RandomStateContent("it says that it was never seeded");
        if (left is < 1 or > WordCount || next > (ulong)(WordCount + 1 - left))
            throw Error.RandomStateContent($"{left - 1L} words are left of {WordCount} from word {next} on");
        for (var word = 0; word < WordCount; word++)
        {
            if (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(WordsAt + 8 * word)) is > uint.MaxValue and var value)
                throw Error.RandomStateContent($"word {word} is {value}, which has more than 32 bits");
        }
        if (BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(HasNormalAt)) is not (0 or 1) || bytes[HasSingleNormalAt] > 1)
            throw Error.RandomStateContent("what says whether a normal draw is kept is neither 0 nor 1");
        return bytes;
    }

    internal static ulong Seed(ReadOnlySpan<byte> state) => BinaryPrimitives.ReadUInt64LittleEndian(state);

    internal static int Left(ReadOnlySpan<byte> state) => BinaryPrimitives.ReadInt32LittleEndian(state[LeftAt..]);

    internal static int Next(ReadOnlySpan<byte> state) => (int)BinaryPrimitives.ReadUInt64LittleEndian(state[NextAt..]);

    internal static uint Word(ReadOnlySpan<byte> state, int word)
        => (uint)BinaryPrimitives.ReadUInt64LittleEndian(state[(WordsAt + 8 * word)..]);

    /// <summary>The second half of a pair of normal draws, where only the first was given out.</summary>
    internal static double? Normal(ReadOnlySpan<byte> state)
        => BinaryPrimitives.ReadInt32LittleEndian(state[HasNormalAt..]) == 1 ? BinaryPrimitives.ReadDoubleLittleEndian(state[NormalAt..]) : null;

    internal static byte[] Write(ulong seed, int left, int next, ReadOnlySpan<uint> words, double? normal)
    {
        var state = new byte[Size];
        BinaryPrimitives.WriteUInt64LittleEndian(state, seed);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(LeftAt), left);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(SeededAt), 1);
        BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(NextAt), (ulong)next);
        for (var word = 0; word < WordCount; word++)
            BinaryPrimitives.WriteUInt64LittleEndian(state.AsSpan(WordsAt + 8 * word), words[word]);
        BinaryPrimitives.WriteDoubleLittleEndian(state.AsSpan(NormalAt), normal ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(state.AsSpan(HasNormalAt), normal is null ? 0 : 1);
        return state;
    }
}
