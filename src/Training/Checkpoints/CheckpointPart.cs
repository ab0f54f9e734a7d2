using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TwinGrad;

/// <summary>A part of a checkpoint in a file of its own, as <c>checkpoint.json</c> tells of it.</summary>
/// <param name="Name">The part: <c>weights</c>.</param>
/// <param name="Bytes">How long the file is.</param>
/// <param name="Sha256">The hash of its content, in small hexadecimal digits.</param>
/// <param name="DTypes">The dtypes of tensors that lie in the file as float64, because the engine holds them more exactly than their dtype.</param>
internal sealed partial record CheckpointPart(string Name, long Bytes, string Sha256, IReadOnlyDictionary<string, DType> DTypes)
{
    private const int HashCharacters = 64;

    // So many digits tell two contents apart; the whole hash would make names that nobody can read.
    private const int HashCharactersOfName = 16;

    /// <summary>The file's name, which its content decides: equal parts of two checkpoints are one file.</summary>
    internal string FileName => $"{Name}-{Sha256[..HashCharactersOfName]}.safetensors";

    internal static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>The digits of the hash in the name of a file that a save may have written; null where none has.</summary>
    internal static string? HashInName(string fileName)
        => FilePattern().Match(fileName) is { Success: true } match ? match.Groups["hash"].Value : null;

    internal JsonObject ToJson() => new()
    {
        ["bytes"] = Bytes,
        ["sha256"] = Sha256,
        ["dtypes"] = new JsonObject(DTypes.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value.Name))),
    };

    /// <summary>The part that <c>checkpoint.json</c> tells of; null where what it tells is not what a save writes.</summary>
    internal static CheckpointPart? FromJson(string name, JsonNode? node)
    {
        var isPart = IsName(name) && node is JsonObject { Count: 3 } part
            && part["bytes"] is JsonValue && part["sha256"] is JsonValue && part["dtypes"] is JsonObject;
        if (!isPart)
            return null;
        var hasNumbers = node!["bytes"]!.AsValue().TryGetValue(out long bytes) & node["sha256"]!.AsValue().TryGetValue(out string? hash);
        if (!hasNumbers || bytes < 0 || hash!.Length != HashCharacters || !hash.All(char.IsAsciiHexDigitLower))
            return null;
        var dtypes = new Dictionary<string, DType>();
        foreach (var (tensor, value) in node["dtypes"]!.AsObject())
        {
            var known = value is JsonValue text && text.GetValueKind() == JsonValueKind.String
                ? DType.All.FirstOrDefault(dtype => dtype.IsFloatingPoint && dtype.Name == text.GetValue<string>())
                : null;
            if (known is null)
                return null;
            dtypes.Add(tensor, known);
        }
        return new(name, bytes, hash, dtypes);
    }

    [GeneratedRegex("^[a-z0-9_-]{1,40}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex("^[a-z0-9_-]{1,40}-(?<hash>[0-9a-f]{16})\\.safetensors\\z", RegexOptions.CultureInvariant)]
    private static partial Regex FilePattern();
}
