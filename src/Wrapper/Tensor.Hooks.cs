namespace TwinGrad;

public sealed partial class Tensor
{
    private static readonly Lock Hooking = new();

    // The hooks of the value that the tensor had when the first of them was registered, and the operation that made that value.
    private HookList<Tensor>? _hooks;
    private Node? _hookedNode;

    /// <inheritdoc/>
    public static HookHandle RegisterHook(Tensor x, Func<Tensor, Tensor?> hook)
    {
        lock (Hooking)
        {
            // The native entry lets exceptions out: what it would refuse is refused here, and cannot change meanwhile.
            Check.Hook(x, hook);
            var node = x.RecordedNode;
            if (x._hooks is not { } hooks || x._hookedNode != node)
            {
                hooks = new();
                NativeHook.Register(x.Handle, hooks);
                (x._hooks, x._hookedNode) = (hooks, node);
            }
            return hooks.Add(hook);
        }
    }
}
