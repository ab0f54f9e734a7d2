namespace TwinGrad.Conformance;

/// <summary>Plays single cases of a kind in this process.</summary>
public interface ICasePlayer
{
    /// <inheritdoc cref="IReplay.Kind"/>
    string Kind { get; }

    /// <summary>What the case of that name comes to on each engine, told as soon as it is known.</summary>
    /// <exception cref="GoldenFileException">The file can't be read or has no such case.</exception>
    IEnumerable<EngineOutcome> Play(string path, string id);
}
