namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Sigmoid(Tensor x)
        => MapReal(new Functions.Sigmoid(), "SigmoidBackward0", x, (g, n) => SigmoidGradient(g, n.Result));

    /// <inheritdoc/>
    public static Tensor Relu(Tensor x)
        => x.DType == DType.Bool
            ? throw Error.BoolRelu()
            : Map(new Functions.Relu(), "ReluBackward0", x, x.DType, (g, n) => ReluGradient(g, n.Result));

    /// <inheritdoc/>
    public static Tensor Gelu(Tensor x, GeluApproximation approximate)
    {
        NeedsFloats("GeluKernelImpl", x);
        return approximate == GeluApproximation.Tanh
            ? Map("GeluBackward0", x, v => 0.5 * v * (1 + Math.Tanh(GeluArgument(v))), (g, n) => g * GeluSlopeByTanh(n.X))
            : Map("GeluBackward0", x, v => v * 0.5 * (1 + Real.Erf(v / Math.Sqrt(2))), (g, n) => g * GeluSlope(n.X));
    }

    /// <inheritdoc/>
    public static Tensor Silu(Tensor x)
    {
        NeedsFloats("silu_cpu", x);
        return Map("SiluBackward0", x, v => v / (1 + Math.Exp(-v)), (g, n) =>
        {
            var s = Sigmoid(n.X);
            return g * s * (1 + n.X * (1 - s));
        });
    }

    /// <inheritdoc/>
    public static Tensor Mish(Tensor x)
    {
        NeedsFloats("mish_cpu", x);
        return Map("MishBackward0", x, v => v * Math.Tanh(Real.Log1p(Math.Exp(v))), (g, n) =>
        {
            var (s, t) = (Sigmoid(n.X), Tanh(Log1p(Exp(n.X))));
            return g * (t + n.X * s * (1 - t * t));
        });
    }

    /// <inheritdoc/>
    public static Tensor LogSigmoid(Tensor x)
    {
        NeedsFloats("log_sigmoid_cpu", x);
        return Map("LogSigmoidBackward0", x, v => Math.Min(v, 0) - Real.Log1p(Math.Exp(-Math.Abs(v))), (g, n) => g * Sigmoid(-n.X));
    }

    /// <inheritdoc/>
    public static Tensor Softplus(Tensor x, Scalar beta, Scalar threshold)
    {
        NeedsFloats("softplus_cpu", x);
        var (b, most) = (beta.ToDouble(), threshold.ToDouble());
        // At the threshold, where the slope jumps, the second derivative is 0, as PyTorch's is.
        return Map(
            "SoftplusBackward0", x, v => v * b > most ? v : Real.Log1p(Math.Exp(v * b)) / b,
            (g, n) => Where(n.X * b > most, g, g * Sigmoid(Where(n.X * b >= most, Number(most, g.DType), n.X * b))));
    }

    /// <inheritdoc/>
    public static Tensor LeakyRelu(Tensor x, Scalar negativeSlope)
    {
        NeedsFloats("leaky_relu_cpu", x);
        var slope = negativeSlope.ToDouble();
        return Map("LeakyReluBackward0", x, v => v > 0 ? v : v * slope, (g, n) => Where(n.X > 0, g, g * slope));
    }

    /// <inheritdoc/>
    public static Tensor Elu(Tensor x, Scalar alpha, Scalar scale, Scalar inputScale)
        => Elu("EluBackward0", x, alpha.ToDouble(), scale.ToDouble(), inputScale.ToDouble());

    /// <inheritdoc/>
    public static Tensor Celu(Tensor x, Scalar alpha)
        => alpha.ToDouble() == 0 ? throw Error.CeluOf0() : Elu("CeluBackward0", x, alpha.ToDouble(), 1, 1 / alpha.ToDouble());

    /// <inheritdoc/>
    public static Tensor Selu(Tensor x) => Elu("EluBackward0", x, 1.6732632423543772848170429916717, 1.0507009873554804934193349852946, 1);

    /// <inheritdoc/>
    public static Tensor Hardtanh(Tensor x, Scalar minVal, Scalar maxVal)
    {
        Check.Hardtanh(x, minVal, maxVal);
        var (low, high) = (minVal.ToDouble(), maxVal.ToDouble());
        if (!x.DType.IsFloatingPoint)
            (low, high) = (Math.Truncate(low), Math.Truncate(high)); // integers have integer bounds
        return Map(
            "HardtanhBackward0", x, v => Math.Min(Math.Max(v, low), high),
            (g, n) => Where((n.X <= low) + (n.X >= high), Zero(g), g));
    }

    /// <inheritdoc/>
    public static Tensor Hardsigmoid(Tensor x)
    {
        const float slope = 1f / 6; // libtorch's, in every dtype
        NeedsFloats("hardsigmoid_cpu", x);
        return Map(
            "HardsigmoidBackward0", x, v => Math.Min(Math.Max(v + 3, 0), 6) / 6,
            (g, n) => Where((n.X > -3) * (n.X < 3), g * slope, Zero(g)));
    }

    /// <inheritdoc/>
    public static Tensor Hardswish(Tensor x)
    {
        NeedsFloats("hardswish_cpu", x);
        return Map(
            "HardswishBackward0", x, v => v * Math.Min(Math.Max(v + 3, 0), 6) / 6,
            (g, n) => Where(n.X <= -3, Zero(g), Where(n.X < 3, g * (n.X / 3 + 0.5), g)));
    }

    private static Tensor Elu(string name, Tensor x, double alpha, double scale, double inputScale)
    {
        NeedsFloats("elu_cpu", x);
        var below = alpha * scale;
        // The exponent is 0 on the side that is not taken: infinite or nan it would make nan of the next derivative. At 0, where the slope
        // jumps, the second derivative is 0, as PyTorch's is.
        return Map(
            name, x, v => v <= 0 ? Real.Expm1(v * inputScale) * below : v * scale,
            (g, n) => Where(n.X <= 0, g * (inputScale * below) * Exp(Where(n.X < 0, inputScale * n.X, Zero(g))), g * scale));
    }

    /// <summary>Phi(x) + x phi(x).</summary>
    private static Tensor GeluSlope(Tensor x)
        => 0.5 * (1 + Erf(x * Math.Sqrt(0.5))) + x * (Exp(-0.5 * (x * x)) * (1 / Math.Sqrt(2 * Math.PI)));

    private static double GeluArgument(double x) => Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);

    private static Tensor GeluSlopeByTanh(Tensor x)
    {
        var t = Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * (x * x * x)));
        var inner = Math.Sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * (x * x));
        return 0.5 * (1 + t) + 0.5 * x * ((1 - t * t) * inner);
    }

    private static void NeedsFloats(string kernel, Tensor x) => NeedsFloats(kernel, x.DType);

    private static void NeedsFloats(string kernel, DType dtype)
    {
        if (!dtype.IsFloatingPoint)
            throw Error.NoKernel(kernel, dtype);
    }

    /// <summary>g s (1 - s), where s is the sigmoid.</summary>
    private static Tensor SigmoidGradient(Tensor gradient, Tensor result) => Zip(
        new Functions.SigmoidGradient(), "SigmoidBackwardBackward0", gradient, result, gradient.DType,
        (g, n) => SigmoidGradient(g, n.Y), (g, n) => g * (n.X * (1 - 2 * n.Y)));

    /// <summary>The gradient where relu let something through. It depends on the result, if only with a derivative of 0, as in PyTorch.</summary>
    private static Tensor ReluGradient(Tensor gradient, Tensor result)
        => Zip("ThresholdBackwardBackward0", gradient, result, gradient.DType, (g, r) => r <= 0 ? 0 : g, (g, n) => ReluGradient(g, n.Y), null);
}
