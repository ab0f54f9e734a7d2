namespace TwinGrad.Reference;

/// <summary>Where a gradient arrives that hooks may see.</summary>
internal interface IHooked
{
    HookList<Tensor>? Hooks { get; set; }

    /// <summary>The list of hooks, which is made at the first.</summary>
    HookList<Tensor> Hooked() => Hooks ??= new();
}
