using System.Reflection;
using System.Text.Json;

namespace TwinGrad.Tests;

/// <summary>What real PyTorch does, as it was recorded.</summary>
internal static class Recorded
{
    /// <summary><c>torch.result_type</c> of two operands; a number is written as Python writes it.</summary>
    internal static IReadOnlyList<(string Left, int LeftDims, string Right, int RightDims, string Result)> Promotions { get; } =
    [
        .. Parse(Copy("promotion.engines.jsonl")).Select(line => (
            line.GetProperty("left").GetString()!, line.GetProperty("left_dims").GetInt32(),
            line.GetProperty("right").GetString()!, line.GetProperty("right_dims").GetInt32(), line.GetProperty("result").GetString()!)),
    ];

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
