using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TwinGrad.Conformance;

/// <summary>Reads a recorded number: <c>"3"</c>, <c>"-0.0"</c>, <c>"nan"</c>, <c>"inf"</c>, <c>"true"</c>, <c>{"float": "nan"}</c>, or a bare JSON number.</summary>
internal sealed class GoldenNumberConverter : JsonConverter<Scalar>
{
    public override Scalar Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var value = JsonDocument.ParseValue(ref reader);
        var number = value.RootElement;
        if (number.ValueKind == JsonValueKind.Object && number.TryGetProperty("float", out var named))
            number = named;
        var text = number.ToString();
        return text switch
        {
            "true" or "True" => true,
            "false" or "False" => false,
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            "-0" => -0.0, // as a whole number it would lose its sign
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) => fraction,
            _ => throw new JsonException($"'{text}' is no number"),
        };
    }

    public override void Write(Utf8JsonWriter writer, Scalar value, JsonSerializerOptions options)
        => throw new NotSupportedException("golden files are only read");
}
