using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;

namespace TwinGrad.Tests;

/// <summary>Changes a safetensors file as accidents and attackers do.</summary>
internal sealed partial class FileMutator(Random random)
{
    private static readonly string[] Tokens =
    [
        "0", "1", "-1", "1.5", "1e300", "-0", "9223372036854775807", "18446744073709551615", "99999999999999999999999", "null", "true", "\"\"", "\"F64\"",
        "\"BOOL\"", "\"U16\"", "\"__metadata__\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[0]", "[0,0]", "[0,9223372036854775807]", "[[[[[[[[[[0]]]]]]]]]]", ",", ":",
        "{", "}", "\0", "NaN", "\"x\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}", " ",
    ];

    internal byte[] Mutate(byte[] file)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
            file = MutateOnce(file);
        return file;
    }

    private byte[] MutateOnce(byte[] file)
    {
        if (file.Length == 0)
            return [(byte)random.Next(256)];
        var (at, other, length) = (random.Next(file.Length), random.Next(file.Length), random.Next(1, 40));
        switch (random.Next(8))
        {
            case 0:
                var flipped = file.ToArray();
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                var overwritten = file.ToArray();
                overwritten[at] = (byte)random.Next(256);
                return overwritten;
            case 2:
                return file[..at];
            case 3: // a piece is put elsewhere
                return [.. file[..at], .. file[other..Math.Min(other + length, file.Length)], .. file[at..]];
            case 4: // a piece is taken out
                return [.. file[..at], .. file[Math.Min(at + length, file.Length)..]];
            case 5: // the header's length lies
                var lying = file.ToArray();
                if (lying.Length >= 8)
                    BinaryPrimitives.WriteUInt64LittleEndian(lying, random.Next(3) == 0 ? (ulong)random.NextInt64() : (ulong)random.Next(2 * file.Length));
                return lying;
            default:
                return MutateHeader(file);
        }
    }

    /// <summary>A token of the header becomes another; the header's length is right again.</summary>
    private byte[] MutateHeader(byte[] file)
    {
        if (file.Length < 8 || BinaryPrimitives.ReadUInt64LittleEndian(file) is var length && length > (ulong)file.Length - 8)
            return file;
        var header = Encoding.UTF8.GetString(file, 8, (int)length);
        var tokens = Token().Matches(header);
        if (tokens.Count == 0)
            return file;
        var token = tokens[random.Next(tokens.Count)];
        var replacement = random.Next(2) == 0 ? Tokens[random.Next(Tokens.Length)] : tokens[random.Next(tokens.Count)].Value;
        var changed = Encoding.UTF8.GetBytes(header[..token.Index] + replacement + header[(token.Index + token.Length)..]);
        return [.. BitConverter.GetBytes((ulong)changed.Length), .. changed, .. file[(8 + (int)length)..]];
    }

    [GeneratedRegex("""
        "[^"]*"|-?[0-9]+|\[[^\[\]]*\]|\{[^{}]*\}|[,:]
        """)]
    private static partial Regex Token();
}
