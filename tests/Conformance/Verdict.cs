using System.Text.Encodings.Web;
using System.Text.Json;

namespace TwinGrad.Conformance;

/// <summary>What became of one recorded case.</summary>
/// <param name="Id">The case's id in its file.</param>
/// <param name="Outcome">Passed, failed or skipped.</param>
/// <param name="Detail">What was expected and what came instead, or why the case was skipped.</param>
public sealed record Verdict(string Id, Outcome Outcome, string Detail = "")
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The case came out as recorded.</summary>
    public static Verdict Pass(string id) => new(id, Outcome.Passed);

    /// <summary>The case came out otherwise; <paramref name="got"/> names each answer that differs and who gave it.</summary>
    public static Verdict Fail(string id, string expected, IEnumerable<(string Who, string Text)> got)
    {
        var answers = got.Select(answer => $"{Quote(answer.Text)} from {answer.Who}");
        return new(id, Outcome.Failed, $"expected {Quote(expected)}, got {string.Join(", ", answers)}");
    }

    /// <summary>The case could not be tried, for a reason that may hold for many cases.</summary>
    public static Verdict Skip(string id, string reason) => new(id, Outcome.Skipped, reason);

    /// <summary>The text on one line, whatever it holds.</summary>
    private static string Quote(string text) => JsonSerializer.Serialize(text, Readable);
}

/// <summary>The ways a recorded case can end.</summary>
public enum Outcome
{
    /// <summary>As recorded.</summary>
    Passed,

    /// <summary>Otherwise than recorded.</summary>
    Failed,

    /// <summary>Not tried.</summary>
    Skipped,
}
