namespace TwinGrad;

/// <summary>A registered hook, until it is removed: <c>torch.utils.hooks.RemovableHandle</c>.</summary>
/// <remarks>
/// <code>using (x.RegisterHook(gradient => Console.WriteLine(gradient))) y.Backward();</code>
/// A handle need not be kept: the hook then stays for as long as its tensor and the graph behind it. On libtorch a hook that refers to its own
/// tensor keeps it, and stays until it is removed: the collector cannot see through native memory.
/// </remarks>
public sealed class HookHandle : IDisposable
{
    private Action? _remove;

    /// <summary>A handle over what takes the hook away; that is called once at most.</summary>
    public HookHandle(Action remove)
    {
        ArgumentNullException.ThrowIfNull(remove);
        _remove = remove;
    }

    /// <summary>Takes the hook away. A pass that has come to the tensor already goes on with it. Once more does nothing.</summary>
    public void Remove() => Interlocked.Exchange(ref _remove, null)?.Invoke();

    /// <inheritdoc cref="Remove"/>
    public void Dispose() => Remove();
}
