namespace TwinGrad;

/// <summary>The hooks of one tensor, in the order of their registration.</summary>
internal sealed class HookList<T>
    where T : ITensor<T>
{
    private readonly Lock _changing = new();

    // Replaced as a whole, never written: a pass goes on with those that it began with.
    private volatile Hook[] _hooks = [];

    /// <summary>The node at which the gradient arrives, for an engine that cannot tell otherwise; not kept, as the graph keeps its hooks.</summary>
    internal WeakReference<Node>? Node { get; init; }

    internal bool IsEmpty => _hooks.Length == 0;

    internal HookHandle Add(Func<T, T?> code)
    {
        var hook = new Hook(code);
        lock (_changing)
            _hooks = [.. _hooks, hook];
        return new(() => Remove(hook));
    }

    /// <summary>What the hooks make of a gradient, each of what the one before it made; the gradient itself where none changes it.</summary>
    internal T Run(T gradient)
    {
        foreach (var hook in _hooks)
        {
            if (hook.Code(gradient) is not { } changed || ReferenceEquals(changed, gradient))
                continue;
            Check.HookResult(hook.Code, gradient, changed);
            gradient = changed;
        }
        return gradient;
    }

    private void Remove(Hook hook)
    {
        lock (_changing)
            _hooks = Array.FindAll(_hooks, other => other != hook);
    }

    /// <summary>One registration: the same code may be registered twice.</summary>
    private sealed class Hook(Func<T, T?> code)
    {
        internal Func<T, T?> Code { get; } = code;
    }
}
