using System.Text.Json;
using System.Text.Json.Serialization;
using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>
/// Reads a recorded argument as the Python value that it stands for. What JSON has no word for is an object of one property:
/// <c>{"tensor": {...}}</c> (an <see cref="OpinfoTensor"/>, as no engine has a say yet), <c>{"list": []}</c>, <c>{"tuple": []}</c>,
/// <c>{"slice": [0, 3, null]}</c>, <c>{"dtype": "float64"}</c>, <c>{"float": "nan"}</c>.
/// </summary>
internal sealed class OpinfoValueConverter : JsonConverter<object>
{
    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return Value(document.RootElement, options);
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
        => throw new NotSupportedException("golden files are only read");

    private static object? Value(JsonElement json, JsonSerializerOptions options) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => json.Deserialize<Scalar>(options),
        JsonValueKind.Object when json.EnumerateObject().ToList() is [var only] => Tagged(only, options),
        _ => throw Malformed(json),
    };

    private static object Tagged(JsonProperty tagged, JsonSerializerOptions options) => (tagged.Name, tagged.Value) switch
    {
        ("tensor", var tensor) => tensor.Deserialize<OpinfoTensor>(options) ?? throw Malformed(tensor),
        ("list", { ValueKind: JsonValueKind.Array } items) => new PythonList(Values(items, options)),
        ("tuple", { ValueKind: JsonValueKind.Array } items) => new PythonTuple(Values(items, options)),
        ("slice", { ValueKind: JsonValueKind.Array } bounds) when bounds.Deserialize<long?[]>(options) is [var start, var stop, var step]
            => new PythonSlice(start, stop, step),
        ("dtype", { ValueKind: JsonValueKind.String } name) => DTypeNamed(name),
        ("float", { ValueKind: JsonValueKind.String } number) => number.Deserialize<Scalar>(options),
        (_, var unknown) => throw Malformed(unknown),
    };

    private static IReadOnlyList<object?> Values(JsonElement items, JsonSerializerOptions options)
        => items.ValueKind == JsonValueKind.Array
            ? [.. items.EnumerateArray().Select(item => Value(item, options))]
            : throw Malformed(items);

    private static DType DTypeNamed(JsonElement name)
    {
        var bare = name.GetString()!.Replace("torch.", "", StringComparison.Ordinal);
        return DType.All.FirstOrDefault(dtype => dtype.Name == bare) ?? throw Malformed(name);
    }

    private static JsonException Malformed(JsonElement json) => new($"{json.GetRawText()} is no recorded argument");

    /// <summary>Reads a list of arguments.</summary>
    internal sealed class Items : JsonConverter<IReadOnlyList<object?>>
    {
        public override IReadOnlyList<object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return Values(document.RootElement, options);
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<object?> value, JsonSerializerOptions options)
            => throw new NotSupportedException("golden files are only read");
    }

    /// <summary>Reads arguments with names, in their order.</summary>
    internal sealed class Named : JsonConverter<IReadOnlyDictionary<string, object?>>
    {
        public override IReadOnlyDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw Malformed(document.RootElement);
            return new OrderedDictionary<string, object?>(document.RootElement.EnumerateObject()
                .Select(argument => KeyValuePair.Create(argument.Name, Value(argument.Value, options))));
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> value, JsonSerializerOptions options)
            => throw new NotSupportedException("golden files are only read");
    }
}
