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
}
