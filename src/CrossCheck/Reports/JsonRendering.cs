using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TwinGrad;

/// <summary>A report as one JSON object, for machines.</summary>
/// <remarks>
/// The names are stable: <c>title</c>, <c>command</c>, <c>machine</c> (name to text), <c>rows</c>, <c>totals</c> (<c>rows</c>, <c>differ</c>,
/// <c>agree</c>, <c>refused</c>). A row has <c>name</c>, <c>group</c>, <c>verdict</c> (<c>differ</c>, <c>agree</c>, <c>refused</c>),
/// <c>ulps_float32</c> and <c>ulps_float64</c> (each <c>value</c>, <c>gradient</c>, <c>second_gradient</c>), <c>differences</c>,
/// <c>worst_input</c>, <c>details</c>, <c>skip</c>, <c>divergence</c> (<c>order</c>, <c>operator</c>, <c>input</c>, <c>element</c>,
/// <c>input_values</c>, <c>torch</c>, <c>reference</c>, <c>call_site</c>: <c>file</c>, <c>line</c>, <c>member</c>). What there is none of is null. JSON has no nan and no infinity: they go as text, <c>"nan"</c>,
/// <c>"inf"</c>, <c>"-inf"</c>.
/// </remarks>
internal static class JsonRendering
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new PythonNumber() },
    };

    internal static string Of(Report report) => JsonSerializer.Serialize(report, Options);

    /// <summary>The report that a text is of.</summary>
    internal static Report Read(string json) => JsonSerializer.Deserialize<Report>(json, Options)!;

    private sealed class PythonNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : reader.GetString() switch
            {
                "nan" => double.NaN,
                "inf" => double.PositiveInfinity,
                "-inf" => double.NegativeInfinity,
                var text => throw new JsonException($"'{text}' is no number"),
            };

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value);
            else
                writer.WriteStringValue(PythonFloat.Repr(value));
        }
    }
}
