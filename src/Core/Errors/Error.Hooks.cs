namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException HookWithoutGrad()
        => new("cannot register a hook on a tensor that doesn't require gradient");

    internal static TorchException HookChangedType(string method, DType given, DType returned)
        => new($"hook '{PythonName(method)}' has changed the type of value (was torch.{LegacyType(given)} got torch.{LegacyType(returned)})");

    internal static TorchException HookChangedDevice(string method, Device given, Device returned)
        => new($"hook '{PythonName(method)}' has changed the type of value (was {given} got {returned})");

    internal static TorchException HookChangedSize(string method)
        => new($"hook '{PythonName(method)}' has changed the size of value");

    internal static TorchNotImplementedException HooksUnreachable(string why)
        => new($"tensor hooks on libtorch need an entry of its C++ interface that can't be used here: {why}. The reference engine has hooks "
            + "everywhere; on libtorch a custom function around the value (Autograd.Function) sees and changes gradients on every platform");

    /// <summary>Python calls a lambda so; C#'s compiler makes up a name that starts with a bracket, in which a local function's own may be.</summary>
    private static string PythonName(string method)
    {
        if (!method.StartsWith('<'))
            return method;
        var local = method.IndexOf(">g__", StringComparison.Ordinal);
        return local < 0 ? "<lambda>" : method[(local + 4)..method.LastIndexOf('|')];
    }
}
