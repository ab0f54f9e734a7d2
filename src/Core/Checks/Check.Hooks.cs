namespace TwinGrad;

internal static partial class Check
{
    /// <summary>Only where gradients arrive can they be seen.</summary>
    internal static void Hook<T>(T x, Func<T, T?> hook)
        where T : ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(hook);
        if (!Given(x).RequiresGrad)
            throw Error.HookWithoutGrad();
    }

    /// <summary>A hook gives a gradient of the kind that it was given.</summary>
    internal static void HookResult<T>(Delegate hook, T gradient, T result)
        where T : ITensor<T>
    {
        if (result.DType != gradient.DType)
            throw Error.HookChangedType(hook.Method.Name, gradient.DType, result.DType);
        if (result.Device != gradient.Device)
            throw Error.HookChangedDevice(hook.Method.Name, gradient.Device, result.Device);
        if (result.Shape != gradient.Shape)
            throw Error.HookChangedSize(hook.Method.Name);
    }
}
