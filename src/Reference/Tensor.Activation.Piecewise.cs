namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static Tensor Glu(Tensor x, int dim)
    {
        var place = Check.Glu(x, dim);
        NeedsFloats("glu_cpu", x);
        var (value, gate) = Halves(Detach(x), place);
        return TapeNode.Record("GluBackward0", value * Sigmoid(gate), [x], (g, n) =>
        {
            var (a, b) = Halves(n.X, place);
            var s = Sigmoid(b);
            return Cat([g * s, g * (a * s * (1 - s))], place);
        });
    }

    /// <inheritdoc/>
    public static Tensor PreluKernel(Tensor x, Tensor weight)
    {
        Check.PreluKernel(x, weight);
        NeedsFloats("prelu_cpu", x);
        // At 0, where the slope jumps, the slope does not depend on the weight for the second derivative: PyTorch's is that of the other side.
        return Zip(
            "PreluKernelBackward0", x, weight, x.DType, (v, w) => v > 0 ? v : w * v,
            (g, n) => Where(n.X > 0, g, g * Where(Eq(n.X, 0), Detach(n.Y), n.Y)), (g, n) => Where(n.X >= 0, Zero(g), g * n.X));
    }

    /// <inheritdoc/>
    public static Tensor Threshold(Tensor x, Scalar threshold, Scalar value)
    {
        Check.HasKernel("threshold_cpu", x.DType);
        var (limit, other) = (Elements.Filled(threshold, x.DType), Elements.Filled(value, x.DType));
        return Map("ThresholdBackward0", x, v => v <= limit ? other : v, (g, n) => Where(n.X <= limit, Zero(g), g));
    }

    /// <inheritdoc/>
    public static Tensor Hardshrink(Tensor x, Scalar lambd)
    {
        NeedsFloats("hardshrink_cpu", x);
        var limit = lambd.ToDouble();
        return Map("HardshrinkBackward0", x, v => v >= -limit && v <= limit ? 0 : v, (g, n) => Outside(limit, g, n));
    }

    /// <inheritdoc/>
    public static Tensor Softshrink(Tensor x, Scalar lambd)
    {
        NeedsFloats("softshrink_check", x);
        var (limit, largest) = (lambd.ToDouble(), Elements.LargestFinite(x.DType));
        if (!(limit >= 0 && limit <= largest))
            throw Error.SoftshrinkLambda(limit, largest, x.DType);
        return Map(
            "SoftshrinkBackward0", x, v => v > limit ? v - limit : v < -limit ? v + limit : v * 0, (g, n) => Outside(limit, g, n));
    }

    /// <inheritdoc/>
    public static Tensor Rrelu(Tensor x, Scalar lower, Scalar upper, bool training)
    {
        Check.Rrelu(lower, upper);
        NeedsFloats(training ? "rrelu_with_noise_out_cpu" : "leaky_relu_cpu", x);
        if (training && x.DType == DType.Float16)
            throw Error.NoKernel("rrelu_with_noise_out_cpu", x.DType);
        var (from, to) = (lower.ToDouble(), upper.ToDouble());
        // nan counts as positive in training, and as negative else.
        var slopes = training
            ? Where(x <= 0, Rand(x.Shape, x.DType, x.Device, requiresGrad: false) * (to - from) + from, Number(1.0, x.DType))
            : Where(x > 0, Number(1.0, x.DType), Number((from + to) / 2, x.DType));
        return TapeNode.Record("RreluWithNoiseBackward0", Detach(x) * slopes, [x], (g, _) => g * slopes);
    }

    private static (Tensor First, Tensor Second) Halves(Tensor x, int dim)
    {
        var half = x.Shape[dim] / 2;
        return (Slice(x, dim, 0, half, 1), Slice(x, dim, half, 2 * half, 1));
    }

    /// <summary>The gradient where |x| exceeds a limit.</summary>
    private static Tensor Outside(double limit, Tensor g, TapeNode n) => Where((n.X >= -limit) * (n.X <= limit), Zero(g), g);
}
