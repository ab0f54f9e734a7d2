namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sigmoid(Tensor x)
        => MapReal("SigmoidBackward0", x, Logistic, (g, n) => g * (n.Result * (1 - n.Result)));

    /// <inheritdoc/>
    public static Tensor Relu(Tensor x)
        => x.DType == DType.Bool
            ? throw Error.BoolRelu()
            : Map("ReluBackward0", x, v => v < 0 ? 0 : v, (g, n) => ReluGradient(g, n.Result));

    /// <summary>The gradient where relu let something through. It depends on the result, if only with a derivative of 0, as in PyTorch.</summary>
    private static Tensor ReluGradient(Tensor gradient, Tensor result)
        => Zip("ThresholdBackwardBackward0", gradient, result, gradient.DType, (g, r) => r <= 0 ? 0 : g, (g, n) => ReluGradient(g, n.Y), null);

    /// <summary>1/(1 + e^-x), by the form whose power of e does not overflow.</summary>
    private static double Logistic(double x)
        => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));
}
