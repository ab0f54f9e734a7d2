using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TwinGrad;

/// <summary>What of a checkpoint is no tensor, made such that JSON keeps all of it.</summary>
internal static class CheckpointProgress
{
    internal const int Deepest = 60;

    /// <summary>A copy in which numbers that JSON has none for are texts.</summary>
    /// <exception cref="TorchArgumentException">Something would not come back as it is: nothing is saved that could not be loaded.</exception>
    internal static JsonObject Writable(JsonObject progress)
    {
        CheckDepth(progress);
        try
        {
            var copy = progress.DeepClone().AsObject();
            NameNumbers(copy);
            var text = copy.ToJsonString();
            // A text with half of a surrogate pair would come back as another one.
            _ = SafeTensorsEntry.Utf8.GetByteCount(text);
            var read = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            return JsonNode.DeepEquals(copy, read) ? copy : throw Error.ProgressNotJson("it would come back as something else");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException and not ITorchException or InvalidOperationException or NotSupportedException)
        {
            throw Error.ProgressNotJson(exception.Message);
        }
    }

    /// <summary>Reads every name and text of what a file says: the reader finds only then those that stand for no Unicode text.</summary>
    /// <exception cref="InvalidOperationException">There is one.</exception>
    internal static void CheckTexts(JsonNode progress)
    {
        foreach (var child in Children(progress))
        {
            if (child is not JsonValue value)
                CheckTexts(child);
            else if (value.GetValueKind() == JsonValueKind.String)
                value.GetValue<string>();
        }
    }

    /// <summary>Without recursion, which a tree of many thousand levels would turn into the end of the process.</summary>
    private static void CheckDepth(JsonObject progress)
    {
        var level = new List<JsonNode> { progress };
        for (var depth = 0; level.Count > 0; depth++)
        {
            if (depth >= Deepest)
                throw Error.ProgressNotJson($"it is more than {Deepest} levels deep");
            level = [.. level.SelectMany(Children).Where(child => child is JsonObject or JsonArray)];
        }
    }

    private static IEnumerable<JsonNode> Children(JsonNode node)
        => (node is JsonObject members ? members.Select(member => member.Value) : node.AsArray()).OfType<JsonNode>();

    private static void NameNumbers(JsonNode node)
    {
        foreach (var child in Children(node).ToList())
        {
            if (child is not JsonValue value)
                NameNumbers(child);
            else if (Number(value) is { } number && !double.IsFinite(number))
                value.ReplaceWith(number.ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static double? Number(JsonValue value)
        => value.TryGetValue(out double number) ? number : value.TryGetValue(out float single) ? single : null;
}
