using System.Text.Json;
using System.Text.Json.Serialization;

namespace TwinGrad.Conformance;

/// <summary>Reads a recorded gradient of second order: a list, or <c>"constant gradient"</c>.</summary>
internal sealed class OpinfoSecondConverter : JsonConverter<OpinfoSecond>
{
    public override OpinfoSecond Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.StartArray
            ? new(JsonSerializer.Deserialize<IReadOnlyList<OpinfoTensor?>>(ref reader, options))
            : reader.TokenType == JsonTokenType.String && reader.GetString() == "constant gradient"
                ? new OpinfoSecond(Gradients: null)
                : throw new JsonException("second is neither a list nor \"constant gradient\"");

    public override void Write(Utf8JsonWriter writer, OpinfoSecond value, JsonSerializerOptions options)
        => throw new NotSupportedException("golden files are only read");
}
