namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException NotUnary(string module)
        => new($"{module} is no TorchSharp module of one tensor that gives one: only what holds it can call it");

    internal static TorchException NoResult(string module) => new($"{module} returned null instead of a tensor");

    internal static ObjectDisposedException DisposedModule(string module)
        => new(module, "The TorchSharp module, or a parameter or buffer of it, was disposed of.");

    internal static TorchException OtherParameters(string module)
        => new($"{module} has other parameters than when it was wrapped, so that an optimizer would step the old ones. TorchSharp's own to() "
            + "does that: use To of the TorchSharpModule instead, or wrap the module afterwards");

    internal static TorchArgumentException NotRegistered(string module, string field)
        => new($"field '{field}' of {module} is not registered: it would be neither trained nor saved. "
            + "Call RegisterComponents() at the end of the constructor");
}
