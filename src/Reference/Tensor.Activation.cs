namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sigmoid(Tensor x)
        => MapReal("SigmoidBackward0", x, Logistic, (g, n) => g * (n.Result * (1 - n.Result)));

    /// <inheritdoc/>
    public static Tensor Relu(Tensor x)
        => Map("ReluBackward0", x, v => v < 0 ? 0 : v, (g, n) => Where(n.Result > 0, g, g * 0));

    /// <summary>1/(1 + e^-x), by the form whose power of e does not overflow.</summary>
    private static double Logistic(double x)
        => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));
}
