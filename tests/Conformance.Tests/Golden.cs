using System.Text.Json;

namespace TwinGrad.Conformance.Tests;

/// <summary>Golden files made up for a test.</summary>
internal static class Golden
{
    /// <summary>A line of badinput.jsonl.</summary>
    internal static string BadInput(string id, string python, string outcome, string torchsharp = "")
        => JsonSerializer.Serialize(new { id, group = "test", torchsharp, python, python_outcome = outcome });

    /// <summary>A line of messages.jsonl.</summary>
    internal static string Message(
        string setup, string stmt, string? result = null, string? type = null, string? message = null, params string[] warnings)
        => JsonSerializer.Serialize(new
        {
            id = "case",
            setup,
            stmt,
            outcome = result is null ? "exception" : "ok",
            type,
            message,
            result,
            warnings = warnings.Select(text => new { category = "UserWarning", text }),
        });

    /// <summary>What a replay of the lines reports.</summary>
    internal static string Replay(IReplay replay, params string[] lines)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.jsonl");
        File.WriteAllLines(path, lines);
        try
        {
            var output = new StringWriter();
            ReplayRunner.Run(replay, path, output, output);
            return output.ToString().TrimEnd();
        }
        finally
        {
            File.Delete(path);
        }
    }
}
