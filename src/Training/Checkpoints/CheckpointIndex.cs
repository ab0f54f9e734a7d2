using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>The file <c>checkpoint.json</c>: which parts a checkpoint has, and its progress. A checkpoint is there once this file is.</summary>
/// <param name="Progress">What is no tensor.</param>
/// <param name="Parts">The parts by name.</param>
internal sealed record CheckpointIndex(JsonObject Progress, IReadOnlyList<CheckpointPart> Parts)
{
    internal const string FileName = "checkpoint.json";

    private const string Format = "TwinGrad checkpoint";
    private const int Version = 1;
    private const int Largest = 64 << 20;

    // The progress lies one level below the file's own object.
    private const int Deepest = CheckpointProgress.Deepest + 1;

    /// <summary>The file's text.</summary>
    /// <param name="progress">The progress, made writable by <see cref="CheckpointProgress.Writable"/>.</param>
    /// <param name="parts">The parts.</param>
    internal static byte[] Write(JsonObject progress, IEnumerable<CheckpointPart> parts)
    {
        var listed = new JsonObject(parts.Select(part => KeyValuePair.Create(part.Name, (JsonNode?)part.ToJson())));
        var root = new JsonObject
        {
            ["format"] = Format,
            ["version"] = Version,
            ["sha256"] = Hash(listed, progress),
            ["parts"] = listed,
            ["progress"] = progress.DeepClone(),
        };
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
            root.WriteTo(writer);
        return bytes.Length <= Largest ? bytes.ToArray() : throw Error.ProgressNotJson($"it has {bytes.Length} bytes, and {Largest} are the most");
    }

    /// <summary>Reads the file's bytes.</summary>
    /// <exception cref="CheckpointException">It can't be opened, or is too large.</exception>
    internal static byte[] ReadBytes(string path)
    {
        using var file = AtomicFile.Open(path);
        if (file.Length > Largest)
            throw Error.NotACheckpoint(path, $"it has {file.Length} bytes, and {Largest} are the most");
        try
        {
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (IOException exception)
        {
            throw Error.CannotRead(path, exception);
        }
    }

    /// <summary>Reads what the file says.</summary>
    /// <exception cref="CheckpointException">It is not what a save wrote.</exception>
    internal static CheckpointIndex Read(string path, byte[] bytes)
    {
        try
        {
            return Read(path, JsonNode.Parse(bytes, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false }));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader says InvalidOperationException of a string that stands for no Unicode text.
            throw Error.NotACheckpoint(path, exception.Message.TrimEnd('.'), cause: exception);
        }
    }

    private static CheckpointIndex Read(string path, JsonNode? content)
    {
        var root = content as JsonObject ?? throw Error.NotACheckpoint(path, "it is no JSON object");
        if (root["format"] is not JsonValue format || format.GetValueKind() != JsonValueKind.String || format.GetValue<string>() != Format)
            throw Error.NotACheckpoint(path, $"it has no field format with the text {Format}", "It belongs to something else: use a folder of its own for a checkpoint");
        if (root["version"] is not JsonValue version || !version.TryGetValue(out int number) || number != Version)
            throw Error.CheckpointVersion(path, root["version"]?.ToJsonString() ?? "not given", Version);
        if (root["parts"] is not JsonObject parts)
            throw Error.NotACheckpoint(path, "it has no object parts");
        if (root["progress"] is not JsonObject progress)
            throw Error.NotACheckpoint(path, "it has no object progress");
        CheckpointProgress.CheckTexts(progress);
        CheckpointPart[] listed = [.. parts.Select(part => CheckpointPart.FromJson(part.Key, part.Value)
            ?? throw Error.NotACheckpoint(path, $"what it says of part {part.Key} is no name with bytes, sha256 and dtypes"))];
        if (root["sha256"] is not JsonValue hash || !hash.TryGetValue(out string? digits) || digits != Hash(parts, progress))
            throw Error.NotACheckpoint(path, "what it says is not what was saved: its sha256 differs");
        root.Remove("progress");
        return new(progress, listed);
    }

    /// <summary>The SHA-256 of what the file says, however it is laid out on its lines.</summary>
    private static string Hash(JsonObject parts, JsonObject progress)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"[{parts.ToJsonString()},{progress.ToJsonString()}]")));
}
