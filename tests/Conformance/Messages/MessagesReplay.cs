using System.Text.RegularExpressions;
using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>Plays situations and compares results, exceptions with their sentences, and warnings with PyTorch's, to the character.</summary>
public sealed partial class MessagesReplay(params IReadOnlyList<CaseEngine<MessageCase>> engines) : CaseReplay<MessageCase>(engines)
{
    /// <inheritdoc/>
    public override string Kind => "messages";

    /// <inheritdoc/>
    public override string Description => "compares results, errors and warnings with PyTorch's sentences";

    /// <summary>An engine that runs the Python code.</summary>
    public static CaseEngine<MessageCase> Engine<T>(string name)
        where T : class, ITensor<T>
        => new(name, golden => CaseOutcome.Of(() => PythonMismatchException.Run(() => Run<T>(golden), golden.Type)));

    /// <inheritdoc/>
    protected override string Expected(MessageCase golden)
        => Text(golden.Outcome == "ok" ? golden.Result! : $"{golden.Type}: {golden.Message}", golden.Warnings.Select(warning => warning.Text));

    /// <inheritdoc/>
    protected override string Judged(MessageCase golden, CaseOutcome outcome)
        => Text(Named(outcome.ToString(), golden.Result), outcome.Warnings);

    private static string Run<T>(MessageCase golden)
        where T : class, ITensor<T>
    {
        var python = new PythonEvaluator<T>();
        python.Execute(golden.Setup);
        python.Execute(golden.Stmt);
        return golden.Outcome == "ok" ? PythonText.Str(python["result"]) : "no exception";
    }

    private static string Text(string end, IEnumerable<string> warnings)
        => string.Concat(warnings.Select(warning => $"UserWarning: {warning}\n").Append(end));

    /// <summary>The text with the recorded name of a node that libtorch's own backward pass made: out of sight, as docs/semantics.md says.</summary>
    private static string Named(string text, string? recorded)
        => Node().Match(recorded ?? "") is { Success: true, Value: var node }
            ? text.Replace("grad_fn=<BackwardPass>", node, StringComparison.Ordinal)
            : text;

    [GeneratedRegex("grad_fn=<[^>]*>")]
    private static partial Regex Node();
}
