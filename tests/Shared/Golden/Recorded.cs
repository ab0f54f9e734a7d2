using System.Reflection;
using System.Text.Json;

namespace TwinGrad.Tests;

/// <summary>What real PyTorch does, as it was recorded: read from shared/golden beside the repository, else from the copy in tests/Golden.</summary>
internal static class Recorded
{
    /// <summary>Expressions and the nodes that PyTorch records for them.</summary>
    internal static IReadOnlyDictionary<string, JsonElement> Nodes { get; } = Lines("nodes.jsonl", "nodes.engines.jsonl", "code");

    /// <summary><c>torch.result_type</c> of two operands; a number is written as Python writes it.</summary>
    internal static IReadOnlyList<(string Left, int LeftDims, string Right, int RightDims, string Result)> Promotions { get; } =
    [
        .. Parse(Copy("promotion.engines.jsonl")).Select(line => (
            line.GetProperty("left").GetString()!, line.GetProperty("left_dims").GetInt32(),
            line.GetProperty("right").GetString()!, line.GetProperty("right_dims").GetInt32(), line.GetProperty("result").GetString()!)),
    ];

    private static Dictionary<string, JsonElement> Lines(string golden, string copy, string key)
    {
        var lines = new Dictionary<string, JsonElement>();
        foreach (var line in Parse(GoldenFolder.Find(golden) is { } path ? File.ReadAllText(path) : Copy(copy)))
            lines.TryAdd(line.GetProperty(key).GetString()!, line);
        return lines;
    }

    private static IEnumerable<JsonElement> Parse(string text)
        => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line));

    private static string Copy(string file)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not embedded in the tests");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
