using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>What tests/Golden/data_loading.py recorded.</summary>
internal static class LoadingRecording
{
    private static readonly JsonNode Root = Read();

    internal static IEnumerable<JsonNode> Cases(string kind) => Root[kind]!.AsArray().Select(item => item!);

    /// <summary>PyTorch's sentence, and the exception that it comes with.</summary>
    internal static (string Type, string Sentence) Refusal(string kind)
    {
        var parts = ((string)Root["refusals"]![kind]!).Split(": ", 2);
        return (parts[0], parts[1]);
    }

    internal static int[] Ints(this JsonNode node, string name) => [.. node[name]!.AsArray().Select(item => (int)item!)];

    private static JsonNode Read()
    {
        using var stream = typeof(LoadingRecording).Assembly.GetManifestResourceStream("data_loading.training.json")!;
        return JsonNode.Parse(stream)!;
    }
}
