namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException KthvalueRange(int dim)
        => new($"kthvalue(): selected number k out of range for dimension {dim}");

    internal static TorchArgumentException QuantilePart(string name, double q)
        => new($"{name}() q must be in the range [0, 1] but got {CppNumber(q)}");

    internal static TorchArgumentException QuantilePart(string name) => new($"{name}() q values must be in the range [0, 1]");

    internal static TorchArgumentException QuantileInterpolation(string name, QuantileInterpolation interpolation)
        => new($"{name}() interpolation must be one of linear, lower, higher, midpoint or nearest, but got {interpolation}");

    internal static TorchArgumentException QuantileOfNothing(string name) => new($"{name}() input tensor must be non-empty");

    internal static TorchArgumentException QuantileParts(string name) => new($"{name}() q must be a scalar or 1D tensor");

    internal static TorchArgumentException QuantileOf(string name) => new($"{name}() input tensor must be either float or double dtype");

    internal static TorchArgumentException QuantileDTypes(string name) => new($"{name}() q tensor must be same dtype as the input tensor");

    internal static TorchArgumentException MaskedMedianOfNothing()
        => new("masked median expects no fully masked out rows if dtype is not floating point", "ValueError");
}
