namespace TwinGrad;

/// <summary>Sets whether operations are recorded on this thread, until it is disposed of: <c>with torch.no_grad():</c>.</summary>
/// <remarks>
/// A <c>ref struct</c>, because the mode belongs to the thread: a scope held across an <c>await</c> or a <c>yield</c>, behind which another
/// thread may go on, does not compile. Scopes disposed of out of order end in order: an outer one ends those inside it.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.no_grad.html"/>.
/// </remarks>
public readonly ref struct GradMode<T> : IDisposable
    where T : ITensor<T>
{
    private readonly long _scope;

    /// <summary>Starts or stops the recording.</summary>
    public GradMode(bool enabled) => _scope = ModeScopes<T>.BeginGradMode(enabled);

    /// <summary>Goes back to what was before.</summary>
    public void Dispose() => ModeScopes<T>.End(_scope);
}
