using System.Collections.Concurrent;

namespace TwinGrad.Conformance;

/// <summary>Plays recorded situations and compares what they come to with what PyTorch did.</summary>
/// <typeparam name="TCase">The kind of case.</typeparam>
public abstract class CaseReplay<TCase> : IReplay, ICasePlayer
    where TCase : class, ICase
{
    private readonly IReadOnlyList<CaseEngine<TCase>> _engines;
    private readonly Hearing<PlayedCase> _hearing;

    /// <summary>A replay on the given engines: a case passes when one of them can play it and all that can end as recorded.</summary>
    protected CaseReplay(IReadOnlyList<CaseEngine<TCase>> engines)
    {
        _engines = engines;
        _hearing = new([.. engines.Select(engine => new Witness<PlayedCase>(engine.Name, played => Answer(played, engine.Name)))]);
    }

    /// <inheritdoc/>
    public abstract string Kind { get; }

    /// <inheritdoc/>
    public abstract string Description { get; }

    /// <inheritdoc/>
    public virtual IEnumerable<string> Notes => _hearing.Notes;

    /// <summary>Whether each case has a process of its own; those that are known to end well can be played in this one, which is faster.</summary>
    public bool Apart { get; init; } = true;

    /// <summary>How long a case may take in a process of its own, unless it runs long by its nature; a busy machine takes long for little.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public IEnumerable<Verdict> Run(string path)
        => Played(path).Select(played => _hearing.Judge(played.Golden.Id, played, Expected(played.Golden)));

    /// <inheritdoc/>
    public IEnumerable<EngineOutcome> Play(string path, string id)
        => PlayHere(GoldenFile.Read<TCase>(path).FirstOrDefault(golden => golden.Id == id)
            ?? throw new GoldenFileException($"{path}: there is no case '{id}'"));

    /// <summary>What PyTorch did, in a text that <see cref="Judged"/> gives for the same.</summary>
    protected abstract string Expected(TCase golden);

    /// <summary>What an engine did.</summary>
    protected abstract string Judged(TCase golden, CaseOutcome outcome);

    /// <summary>How long this case may take.</summary>
    protected virtual TimeSpan Limit(TCase golden) => Patience;

    private string Answer(PlayedCase played, string engine)
    {
        var outcome = played.Outcomes.Single(outcome => outcome.Engine == engine).Outcome;
        return outcome.End == CaseEnd.Skipped ? throw new CannotAnswerException(outcome.Text) : Judged(played.Golden, outcome);
    }

    private IEnumerable<PlayedCase> Played(string path)
    {
        var cases = GoldenFile.Read<TCase>(path);
        return Apart
            ? Partitioner.Create(cases, EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered()
                .WithDegreeOfParallelism(Environment.ProcessorCount)
                .WithMergeOptions(ParallelMergeOptions.NotBuffered)
                .Select(golden => new PlayedCase(golden, PlayApart(path, golden)))
            : cases.Select(golden => new PlayedCase(golden, [.. PlayHere(golden)]));
    }

    private IReadOnlyList<EngineOutcome> PlayApart(string path, TCase golden)
        => CaseProcess.Run(Kind, path, golden.Id, [.. _engines.Select(engine => engine.Name)], Limit(golden));

    private IEnumerable<EngineOutcome> PlayHere(TCase golden)
        => _engines.Select(engine => new EngineOutcome(engine.Name, engine.Play(golden)));

    private sealed record PlayedCase(TCase Golden, IReadOnlyList<EngineOutcome> Outcomes);
}
