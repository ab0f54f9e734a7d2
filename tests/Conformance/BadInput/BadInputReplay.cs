using TwinGrad.Conformance.Python;

namespace TwinGrad.Conformance;

/// <summary>
/// Makes the calls that end or mislead an unguarded process. Where PyTorch raises, the library must refuse, in whatever words: those recorded
/// are an older release's. Where PyTorch returns, the same must come; and where nothing is recorded, the process must live and no exception
/// escape that does not say what is wrong with the call.
/// </summary>
public sealed class BadInputReplay(params IReadOnlyList<CaseEngine<BadInputCase>> engines) : CaseReplay<BadInputCase>(engines)
{
    private readonly List<string> _differences = [];
    private readonly SortedSet<string> _allowedSince = new(StringComparer.Ordinal);
    private int _sameSentence;

    /// <inheritdoc/>
    public override string Kind => "badinput";

    /// <inheritdoc/>
    public override string Description => "makes calls that an unguarded process does not survive, each in a process of its own";

    /// <summary>How many refusals were in PyTorch's words, the others, and what is refused no more.</summary>
    public override IEnumerable<string> Notes
        => base.Notes
            .Append($"returned as libtorch does, though the recorded release refused: {string.Join(", ", _allowedSince.DefaultIfEmpty("none"))}")
            .Append($"{_sameSentence} refusals in the recorded words, {_differences.Count} in others:")
            .Concat(_differences.Select(difference => $"  {difference}"));

    /// <summary>An engine that runs the Python code.</summary>
    public static CaseEngine<BadInputCase> Engine<T>(string name)
        where T : class, ITensor<T>
        => new(name, golden => CaseOutcome.Of(() => golden.HasPython
            ? PythonMismatchException.Run(() => BadInputPython.Run<T>(golden.Python), new RecordedOutcome(golden).RaisedType)
            : BadInputPython.RunTranslated<T>(golden.Torchsharp)));

    /// <summary>The engine that has more than Python code can say: scopes, disposal, threads.</summary>
    public static CaseEngine<BadInputCase> Libtorch(string name)
        => new(name, golden => CSharpCases.Find(golden) is { } translated
            ? CaseOutcome.Of(() => translated())
            : Engine<Tensor>(name).Play(golden));

    /// <inheritdoc/>
    protected override string Expected(BadInputCase golden)
        => golden.PythonOutcome is "" || golden.PythonOutcome.StartsWith("n/a", StringComparison.Ordinal)
            ? "a process that lives and an exception that says what is wrong, or none"
            : golden.PythonOutcome;

    /// <inheritdoc/>
    protected override string Judged(BadInputCase golden, CaseOutcome outcome)
    {
        var recorded = new RecordedOutcome(golden);
        if (!recorded.Accepts(outcome))
            return outcome.End == CaseEnd.Returned ? $"returns {outcome}" : outcome.ToString();
        if (recorded.Sentence is not null && outcome.End == CaseEnd.Returned)
            _allowedSince.Add(golden.Id);
        else if (recorded.Sentence is { } refusal)
            Compare(golden.Id, refusal, outcome.ToString());
        return Expected(golden);
    }

    /// <inheritdoc/>
    protected override TimeSpan Limit(BadInputCase golden)
        => CSharpCases.Find(golden) is null ? base.Limit(golden) : 2 * base.Limit(golden);

    private void Compare(string id, string recorded, string given)
    {
        if (given.StartsWith(recorded, StringComparison.Ordinal))
            _sameSentence++;
        else
            _differences.Add($"{id}: {recorded} | {given.ReplaceLineEndings(" ")}");
    }
}
