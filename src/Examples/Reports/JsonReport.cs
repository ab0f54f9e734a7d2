using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TwinGrad.Examples;

/// <summary>What commands say to machines; of the notebook one JSON object a cell, one a line.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Indented = new(Options) { WriteIndented = true };

    internal static void Write(IEnumerable<CellReport> cells, TextWriter output) => Write(cells.Select(Of), output);

    /// <summary>One object a line.</summary>
    internal static void Write(IEnumerable<JsonObject> objects, TextWriter output)
    {
        foreach (var one in objects)
            output.WriteLine(one.ToJsonString(Options));
    }

    /// <summary>One object, over many lines.</summary>
    internal static void Write(JsonObject one, TextWriter output) => output.WriteLine(one.ToJsonString(Indented));

    internal static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    private static JsonObject Of(CellReport cell) => new()
    {
        ["n"] = cell.N,
        ["section"] = cell.Section,
        ["code"] = cell.Code,
        ["csharp"] = cell.CSharp,
        ["recorded"] = cell.Recorded,
        ["printed"] = cell.Printed,
        ["warning"] = cell.Warning,
        ["match"] = cell.Match,
        ["gradients"] = new JsonArray([.. cell.Gradients.Select(Of)]),
    };

    private static JsonObject Of(GradientCheck gradient) => new()
    {
        ["name"] = gradient.Name,
        ["torch"] = Values(gradient.Torch),
        ["reference"] = Values(gradient.Reference),
        ["formula"] = Values(gradient.Formula),
        ["differences"] = Values(gradient.Differences),
        ["ulps"] = Number(gradient.Ulps),
        ["formula_ulps"] = gradient.FormulaUlps is { } ulps ? Number(ulps) : null,
        ["torch_float64"] = Values(gradient.Torch64),
        ["reference_float64"] = Values(gradient.Reference64),
        ["relative_float64"] = Number(gradient.Relative64),
        ["agree"] = gradient.Agree,
    };

    /// <summary>A 0-dim gradient is a number, any other a list.</summary>
    private static JsonNode? Values(double[]? values) => values switch
    {
        null => null,
        [var value] => Number(value),
        _ => new JsonArray([.. values.Select(Number)]),
    };

    /// <summary>JSON has no nan and no infinity: they go as text.</summary>
    private static JsonNode Number(double value)
        => double.IsFinite(value) ? JsonValue.Create(value) : JsonValue.Create(PythonFloat.Repr(value));
}
