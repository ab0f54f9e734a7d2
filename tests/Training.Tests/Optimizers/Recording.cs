using System.Reflection;
using System.Text.Json;

namespace TwinGrad.Tests;

/// <summary>What PyTorch's optimizers did, as tests/Golden/optimizers.py recorded it.</summary>
internal static class Recording
{
    private static readonly JsonElement[] Lines = Read();

    /// <summary>The problem that all were recorded on.</summary>
    internal static JsonElement Problem => OfKind("problem").Single();

    internal static IEnumerable<JsonElement> OfKind(string kind) => Lines.Where(line => line.GetProperty("kind").GetString() == kind);

    internal static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    /// <summary>A number; one that JSON has none for is a text.</summary>
    internal static double Number(this JsonElement value) => value.ValueKind != JsonValueKind.String
        ? value.GetDouble()
        : value.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            var text => double.Parse(text!, System.Globalization.CultureInfo.InvariantCulture),
        };

    internal static double Number(this JsonElement options, string name, double fallback)
        => options.TryGetProperty(name, out var value) ? value.Number() : fallback;

    internal static int Integer(this JsonElement options, string name, int fallback) => (int)options.Number(name, fallback);

    internal static bool Flag(this JsonElement options, string name) => options.TryGetProperty(name, out var value) && value.GetBoolean();

    internal static string? Text(this JsonElement options, string name)
        => options.TryGetProperty(name, out var value) ? value.GetString() : null;

    /// <summary>What a failure calls a case.</summary>
    internal static string Label(JsonElement line)
    {
        var text = line.GetRawText();
        return text[..Math.Min(text.Length, 200)];
    }

    private static JsonElement[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("optimizers.training.jsonl")
            ?? throw new InvalidOperationException("the recording is not embedded in the tests");
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }
}
