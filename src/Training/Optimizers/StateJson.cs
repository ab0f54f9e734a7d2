using System.Globalization;
using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>Numbers in a state that is written as JSON: every bit of a double is there when it is read again.</summary>
internal static class StateJson
{
    /// <summary>A number; what JSON has no number for is the text NaN, Infinity or -Infinity.</summary>
    internal static JsonNode Number(double value)
        => double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(value.ToString(CultureInfo.InvariantCulture));

    internal static JsonArray Numbers(IEnumerable<double> values) => [.. values.Select(Number)];

    internal static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(value => (JsonNode)JsonValue.Create(value))];

    /// <summary>The number, if it is one.</summary>
    internal static double? Number(JsonNode? node)
    {
        if (node is not JsonValue value)
            return null;
        if (value.TryGetValue(out double number))
            return number;
        if (value.TryGetValue(out string? text))
            return text switch
            {
                "NaN" => double.NaN,
                "Infinity" => double.PositiveInfinity,
                "-Infinity" => double.NegativeInfinity,
                _ => null,
            };
        // An integer that was put in as one, and never written as text.
        return double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var other) ? other : null;
    }
}
