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
                hooks = new() { Node = new(x.GradEdge!) };
                BringUpToDate(x);
                NativeHook.Register(x.Handle, hooks);
                (x._hooks, x._hookedNode) = (hooks, node);
            }
            return hooks.Add(hook);
        }
    }

    /// <summary>
    /// Has libtorch rebuild the operation of a view whose memory was written since. It does so when the view is used, not when a hook is
    /// registered, which would then belong to the operation from before; and where the view may not be used any more, it throws.
    /// </summary>
    private static void BringUpToDate(Tensor x)
    {
        using var recording = new GradMode<Tensor>(enabled: true);
        using var used = NativeTensor.Own(NativeError.Check(NativeMethods.THSTensor_unsqueeze(x.Handle, 0)));
    }
}
