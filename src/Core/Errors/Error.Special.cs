namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException NegativePolygamma() => new("polygamma(n, x) does not support negative n.");

    internal static TorchException BoolMvlgamma() => new("The input tensor may not be a boolean tensor.");

    internal static TorchException DerivativeOf(string name) => new($"the derivative for '{name}' is not implemented.");

    internal static TorchException MvlgammaOrder() => new("p has to be greater than or equal to 1");
}
