using System.Text.Json;

namespace TwinGrad.Conformance;

/// <summary>Reads the files in which real PyTorch's behaviour is recorded, one JSON object a line.</summary>
public static class GoldenFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new GoldenNumberConverter() },
    };

    /// <summary>The cases of the file in order, one line in memory at a time.</summary>
    /// <exception cref="GoldenFileException">The file can't be read or a line of it is not such a case.</exception>
    public static IEnumerable<T> Read<T>(string path)
    {
        using var reader = Guard(path, () => File.OpenText(path));
        for (var number = 1; Guard(path, reader.ReadLine) is { } line; number++)
            yield return Parse<T>(line, $"{path}:{number}");
    }

    private static T Parse<T>(string line, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, Options) ?? throw new JsonException("null is no case");
        }
        catch (JsonException malformed)
        {
            throw new GoldenFileException($"{place}: {malformed.Message}", malformed);
        }
    }

    private static T Guard<T>(string path, Func<T> access)
    {
        try
        {
            return access();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new GoldenFileException($"cannot read '{path}': {problem.Message}", problem);
        }
    }
}
