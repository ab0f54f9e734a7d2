namespace TwinGrad;

/// <summary>The scopes that changed an engine's modes on this thread, in the order of their beginning.</summary>
/// <remarks>
/// One stack for all modes, because each change is on top of the ones before: a scope that ends takes those begun inside it along, and
/// ending one that is gone does nothing. So no order of <c>Dispose</c> leaves a mode behind.
/// </remarks>
internal static class ModeScopes<T>
    where T : ITensor<T>
{
    [ThreadStatic]
    private static Stack<Frame>? _frames;

    [ThreadStatic]
    private static long _lastScope;

    /// <summary>Sets whether operations are recorded.</summary>
    /// <returns>The scope's number on this thread; none is 0.</returns>
    internal static long BeginGradMode(bool enabled)
    {
        var scope = Push(T.GradEnabled, guard: null);
        T.GradEnabled = enabled;
        return scope;
    }

    /// <inheritdoc cref="BeginGradMode(bool)"/>
    /// <summary>Enters inference mode, or leaves it for a while.</summary>
    internal static long BeginInferenceMode(bool enabled) => Push(T.GradEnabled, T.EnterInferenceMode(enabled));

    /// <summary>Goes back to what was before the scope.</summary>
    internal static void End(long scope)
    {
        for (var ahead = Depth(scope); ahead > 0; ahead--)
        {
            var ended = _frames!.Pop();
            ended.Guard?.Dispose();
            T.GradEnabled = ended.GradEnabled;
        }
    }

    /// <summary>How many scopes end with this one, itself included; none where it is gone.</summary>
    private static int Depth(long scope)
    {
        var depth = 0;
        foreach (var frame in _frames ?? [])
        {
            depth++;
            if (frame.Scope == scope)
                return depth;
        }
        return 0;
    }

    private static long Push(bool gradEnabled, IDisposable? guard)
    {
        (_frames ??= new()).Push(new(++_lastScope, gradEnabled, guard));
        return _lastScope;
    }

    private readonly record struct Frame(long Scope, bool GradEnabled, IDisposable? Guard);
}
