namespace TwinGrad;

/// <summary>A node of an engine that runs hooks itself, on the gradient that arrives there.</summary>
internal interface IHooked<T>
    where T : ITensor<T>
{
    HookList<T>? Hooks { get; set; }

    /// <summary>The list of hooks, which is made at the first.</summary>
    HookList<T> Hooked() => Hooks ??= new();
}
