using System.Globalization;

namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException NoParameters() => new("optimizer got an empty parameter list", "ValueError");

    internal static TorchArgumentException NullParameter()
        => new("optimizer can only optimize Tensors, but one of the params is NoneType", "TypeError");

    internal static TorchArgumentException NonLeafParameter() => new("can't optimize a non-leaf Tensor", "ValueError");

    internal static TorchArgumentException ParameterInSeveralGroups()
        => new("some parameters appear in more than one parameter group", "ValueError");

    internal static TorchException GroupWithoutOptions()
        => new("a group without options takes those of its optimizer; it belongs to none yet");

    internal static TorchArgumentException InvalidOption(string name, double value)
        => new(string.Create(CultureInfo.InvariantCulture, $"Invalid {name}: {value}"), "ValueError");

    internal static TorchArgumentException NesterovNeedsMomentum()
        => new("Nesterov momentum requires a momentum and zero dampening", "ValueError");

    internal static TorchArgumentException NoMomentum() => new("the steps of this optimizer have no momentum to set", "ValueError");

    internal static TorchArgumentException ClosureNeeded()
        => new("step() missing 1 required positional argument: 'closure'; call Step(() => loss), which computes the loss and its gradients", "TypeError");

    internal static TorchArgumentException NoLoss()
        => new("the closure returned null; it has to return the loss that it computed", "TypeError");

    internal static TorchArgumentException OneGroupOnly()
        => new("LBFGS doesn't support per-parameter options (parameter groups)", "ValueError");

    internal static TorchException LineSearch(string name) => new($"only 'strong_wolfe' is supported, not '{name}'");

    internal static TorchArgumentException SeveralDTypes(DType first, DType other)
        => new($"LBFGS takes parameters of one dtype, as it puts them into one vector: there are {first} and {other}", "ValueError");

    internal static TorchException NonFiniteNorm(double normType) => new(
        $"The total norm of order {PythonFloat.Repr(normType)} for gradients from `parameters` is non-finite, so it cannot be clipped. To "
        + "disable this error and scale the gradients by the non-finite norm anyway, set `errorIfNonfinite: false`");

    internal static TorchArgumentException StateOfAnother(string own, string given)
        => new($"the state is that of {given}, this optimizer is {own}", "ValueError");

    internal static TorchArgumentException StateGroups(string optimizer, int own, int given)
        => new($"loaded state dict has a different number of parameter groups: {given}, {optimizer} has {own}", "ValueError");

    internal static TorchArgumentException StateParameters(string optimizer, int group, int own, int given)
        => new(
            $"loaded state dict contains a parameter group that doesn't match the size of optimizer's group: group {group} of {optimizer} "
            + $"has {own} parameters, the loaded one {given}, or the same in another order", "ValueError");

    internal static TorchArgumentException StateMissing(string path, string key)
        => new($"the state of {path} has no '{key}'", "KeyError");

    internal static TorchArgumentException StateUnknown(string path, IEnumerable<string> keys)
        => new($"the state of {path} has what is not known: {Quoted(keys)}", "KeyError");

    internal static TorchArgumentException StateEntry(string path, string key, string expected, string given)
        => new($"the state of {path} has '{key}': {given} where {expected} should be", "TypeError");

    internal static string StateTensorMissing(string key) => $"Missing tensor in state_dict: \"{key}\". ";

    internal static string StateTensorForeign(string key) => $"Unexpected tensor in state_dict: \"{key}\". ";

    internal static string StateShape(string key, Shape given, Shape own)
        => $"size mismatch for {key}: the state has shape {Sizes(given)}, the parameter asks for {Sizes(own)}.";

    internal static string StateDType(string key, DType given, DType own)
        => $"dtype mismatch for {key}: the state has {given}, the parameter {own}.";
}
