using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>Reads a JSON object of a state: what is missing, of another kind or not known is an error that names it.</summary>
/// <param name="json">The object.</param>
/// <param name="path">What it is called in errors.</param>
internal sealed class StateReader(JsonObject json, string path)
{
    private readonly HashSet<string> _read = [];

    internal IEnumerable<string> Keys => json.Select(entry => entry.Key);

    internal bool Has(string key) => json.ContainsKey(key);

    internal double Number(string key) => StateJson.Number(Entry(key)) ?? throw Wrong(key, "a number");

    /// <summary>A number, or null where there is none.</summary>
    internal double? NumberOrNone(string key) => Has(key) && Entry(key) is not null ? Number(key) : null;

    internal int Integer(string key)
    {
        var number = Number(key);
        return number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue ? (int)number : throw Wrong(key, "an integer");
    }

    internal bool Boolean(string key)
        => Entry(key) is JsonValue value && value.TryGetValue(out bool answer) ? answer : throw Wrong(key, "true or false");

    /// <summary>A text, or null where it says so.</summary>
    internal string? TextOrNone(string key) => Entry(key) switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw Wrong(key, "a text or null"),
    };

    internal double[] Numbers(string key)
        => [.. Array(key).Select(item => StateJson.Number(item) ?? throw Wrong(key, "an array of numbers"))];

    /// <summary>As many numbers as there are groups, or whatever it is that counts.</summary>
    internal double[] Numbers(string key, int count)
        => Numbers(key) is var numbers && numbers.Length == count ? numbers : throw Wrong(key, $"an array of {count} numbers");

    internal int[] Integers(string key)
        => [.. Numbers(key).Select(number => number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw Wrong(key, "an array of integers"))];

    internal string[] Texts(string key)
        => [.. Array(key).Select(item => item is JsonValue value && value.TryGetValue(out string? text)
            ? text
            : throw Wrong(key, "an array of texts"))];

    internal StateReader Object(string key) => new(Entry(key) as JsonObject ?? throw Wrong(key, "an object"), $"{path}.{key}");

    internal StateReader[] Objects(string key)
        => [.. Array(key).Select((item, i) => new StateReader(item as JsonObject ?? throw Wrong(key, "an array of objects"), $"{path}.{key}[{i}]"))];

    /// <summary>Refuses what was not read.</summary>
    internal void End()
    {
        if (Keys.Except(_read).ToList() is { Count: > 0 } unknown)
            throw Error.StateUnknown(path, unknown);
    }

    internal TorchArgumentException Wrong(string key, string expected) => Error.StateEntry(path, key, expected, json[key]?.ToJsonString() ?? "null");

    private JsonArray Array(string key) => Entry(key) as JsonArray ?? throw Wrong(key, "an array");

    private JsonNode? Entry(string key)
    {
        _read.Add(key);
        return json.TryGetPropertyValue(key, out var node) ? node : throw Error.StateMissing(path, key);
    }
}
