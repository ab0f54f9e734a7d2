namespace TwinGrad;

/// <summary>Where a node comes from: the call that recorded it, and the tensors that the operation made.</summary>
/// <param name="site">The call in the user's program.</param>
/// <param name="results">The tensors, or other handles of them that live as long as the node, with how often their memory had been written by then.</param>
internal sealed class NodeOrigin(CallSite site, (object Tensor, int Version)[] results)
{
    private static long _lastSequence;

    /// <summary>The call in the user's program.</summary>
    internal CallSite Site { get; } = site;

    /// <summary>Counts up with each operation: whoever uses a result comes after who made it.</summary>
    internal long Sequence { get; } = Interlocked.Increment(ref _lastSequence);

    /// <summary>The operation's results that are still what it made: not those that were written in place since.</summary>
    internal IEnumerable<T> Results<T>()
        where T : class, ITensor<T>
    {
        foreach (var (tensor, version) in results)
            if (tensor is T result && result.Version == version)
                yield return result;
    }
}
