namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static HookHandle RegisterHook(Tensor x, Func<Tensor, Tensor?> hook)
    {
        Check.Hook(x, hook);
        return ((IHooked<Tensor>)x.GradEdge!).Hooked().Add(hook);
    }
}
