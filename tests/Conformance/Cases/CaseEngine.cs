namespace TwinGrad.Conformance;

/// <summary>A case with a name of its own.</summary>
public interface ICase
{
    /// <summary>The case's name in its file.</summary>
    string Id { get; }
}

/// <summary>An engine that can play a kind of case.</summary>
/// <typeparam name="TCase">The kind of case.</typeparam>
/// <param name="Name">The engine's name in the report.</param>
/// <param name="Play">Plays a case in this process.</param>
public sealed record CaseEngine<TCase>(string Name, Func<TCase, CaseOutcome> Play);

/// <summary>What a case came to on one engine: a line between the process that plays cases and the one that judges them.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Outcome">What it came to.</param>
public sealed record EngineOutcome(string Engine, CaseOutcome Outcome);
