using System.Globalization;
using System.Text.Json.Nodes;

namespace TwinGrad.Tests;

/// <summary>What PyTorch's modules did: <c>tests/Golden/modules.json</c>.</summary>
internal static class ModuleRecording
{
    private static readonly JsonObject Recording = Read();

    public static IEnumerable<string> Modules => Names("modules");

    public static IEnumerable<string> Losses => Names("losses");

    public static IEnumerable<string> Inits => Names("inits");

    public static IEnumerable<string> Starts => Names("starts");

    public static IEnumerable<string> Gains => Names("gains");

    public static IEnumerable<string> Errors => Names("errors");

    internal static IEnumerable<JsonNode> All(string section) => Recording[section]!.AsArray().Select(node => node!);

    internal static JsonNode Case(string section, string name) => All(section).Single(node => (string)node["name"]! == name);

    internal static string[] Strings(this JsonNode list) => [.. list.AsArray().Select(node => (string)node!)];

    internal static long[] Integers(this JsonNode list) => [.. list.AsArray().Select(node => (long)node!)];

    /// <summary>Numbers, or Python's text of those that JSON has not.</summary>
    internal static double[] Numbers(this JsonNode list) => [.. list.AsArray().Select(node => node!.GetValueKind() == System.Text.Json.JsonValueKind.String
        ? (string)node! switch
        {
            "inf" => double.PositiveInfinity,
            "nan" => double.NaN,
            var text => double.Parse(text, CultureInfo.InvariantCulture),
        }
        : (double)node!)];

    /// <summary>The formula of the recording for numbers between -2 and 2 that look like draws.</summary>
    internal static double[] Formula(long count, int factor = 37, double scale = 16)
        => [.. Enumerable.Range(0, (int)count).Select(i => (i * factor % 64 - 31) / scale)];

    /// <summary>The formula of the recording for probabilities.</summary>
    internal static double[] Probabilities(long count, int factor = 37)
        => [.. Enumerable.Range(0, (int)count).Select(i => (i * factor % 64 + 1) / 66.0)];

    /// <summary>The formula of the recording for numbers of classes.</summary>
    internal static long[] Classes(long count, int classes, int factor = 7)
        => [.. Enumerable.Range(0, (int)count).Select(i => (long)(i * factor % classes))];

    /// <summary>Both are the same, to within a share of the size of the numbers.</summary>
    internal static void AreClose(double[] expected, double[] actual, string what, double tolerance = 1e-13)
    {
        Assert.HasCount(expected.Length, actual, what);
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].Equals(actual[i]))
                continue;
            Assert.IsLessThanOrEqualTo(
                tolerance * Math.Max(1, Math.Abs(expected[i])), Math.Abs(expected[i] - actual[i]),
                $"{what}: element {i} should be {expected[i]:R} and is {actual[i]:R}");
        }
    }

    private static IEnumerable<string> Names(string section) => All(section).Select(node => (string)node["name"]!);

    private static JsonObject Read()
    {
        using var stream = typeof(ModuleRecording).Assembly.GetManifestResourceStream("modules.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
