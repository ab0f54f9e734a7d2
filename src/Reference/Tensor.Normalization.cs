namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    /// <inheritdoc/>
    public static (Tensor Output, Tensor SaveMean, Tensor SaveInvstd) NativeBatchNorm(
        Tensor x, Tensor? weight, Tensor? bias, Tensor? runningMean, Tensor? runningVar, bool training, double momentum, double eps)
    {
        Check.NativeBatchNorm(x, weight, bias, runningMean, runningVar, training);
        NeedsFloats("batch_norm", x);
        int[] others = [.. Enumerable.Range(0, x.Dim).Where(dim => dim != 1)];
        Shape channels = [.. x.Shape.Select((length, dim) => dim == 1 ? length : 1)];
        if (!training)
        {
            var (mean, scale) = (Column(Detach(runningMean!), channels), Rsqrt(Column(Detach(runningVar!), channels) + eps));
            var fixedOutput = Normalized(
                "NativeBatchNormBackward0", x, weight, bias, channels, v => (v - mean) * scale, (g, _) => g * scale);
            return (fixedOutput, new([], [0], x.DType), new([], [0], x.DType));
        }
        var (centre, invstd) = Statistics(Detach(x), others, eps);
        var output = Normalized(
            "NativeBatchNormBackward0", x, weight, bias, channels, v => Standardized(v, others, eps), (g, v) => Unstandardized(g, v, others, eps));
        var count = (double)x.Numel / channels.Numel;
        var unbiased = (Pow(invstd, -2) - eps) * (count / (count - 1));
        Move(runningMean, centre, momentum);
        Move(runningVar, unbiased, momentum);
        return (output, View(centre, [-1]), View(invstd, [-1]));
    }

    /// <inheritdoc/>
    public static (Tensor Output, Tensor Mean, Tensor Rstd) NativeLayerNorm(
        Tensor x, ReadOnlySpan<long> normalizedShape, Tensor? weight, Tensor? bias, double eps)
    {
        Check.NormalizedShape(x, normalizedShape, weight, bias);
        NeedsFloats("LayerNormKernelImpl", x);
        int[] last = [.. Enumerable.Range(x.Dim - normalizedShape.Length, normalizedShape.Length)];
        var (mean, rstd) = Statistics(Detach(x), last, eps);
        var output = Normalized(
            "NativeLayerNormBackward0", x, weight, bias, Shape.Create(normalizedShape),
            v => Standardized(v, last, eps), (g, v) => Unstandardized(g, v, last, eps));
        return (output, mean, rstd);
    }

    /// <inheritdoc/>
    public static Tensor GroupNorm(Tensor x, int numGroups, Tensor? weight, Tensor? bias, double eps)
    {
        Check.GroupNorm(x, numGroups, weight, bias);
        NeedsFloats("GroupNormKernelImpl", x);
        Shape groups = [x.Shape[0], numGroups, x.Shape[1] / numGroups * Layout.Numel(x.Shape.AsSpan()[2..])];
        Shape channels = [.. x.Shape.Select((length, dim) => dim == 1 ? length : 1)];
        return Normalized(
            "NativeGroupNormBackward0", x, weight, bias, channels,
            v => Standardized(v.Reshape(groups), [2], eps).Reshape(x.Shape),
            (g, v) => Unstandardized(g.Reshape(groups), v.Reshape(groups), [2], eps).Reshape(x.Shape));
    }

    /// <summary>weight x^ + bias as one operation; both have the shape of what they belong to, seen beside x.</summary>
    /// <param name="name">The node's name.</param>
    /// <param name="x">What is normalized.</param>
    /// <param name="weight">The factors, or none.</param>
    /// <param name="bias">What is added, or none.</param>
    /// <param name="beside">Their shape beside x.</param>
    /// <param name="standardize">What makes x^ of x.</param>
    /// <param name="unstandardize">What makes the gradient of x of that of x^, and x.</param>
    private static Tensor Normalized(
        string name, Tensor x, Tensor? weight, Tensor? bias, Shape beside, Func<Tensor, Tensor> standardize,
        Func<Tensor, Tensor, Tensor> unstandardize)
    {
        var result = standardize(Detach(x));
        if (weight is not null)
            result *= Column(Detach(weight), beside);
        if (bias is not null)
            result += Column(Detach(bias), beside);
        return TapeNode.Record(
            name, result, [x, weight ?? Absent(x), bias ?? Absent(x)],
            (g, n) => unstandardize(weight is null ? g : g * Column(n.Y, beside), n.X),
            (g, n) => (g * standardize(n.X)).SumTo(beside).Reshape(n.InputShape(1)),
            (g, n) => g.SumTo(beside).Reshape(n.InputShape(2)));
    }

    private static Tensor Column(Tensor vector, Shape beside) => vector.Reshape(beside);

    /// <summary>The mean along dimensions and 1/sqrt(var + eps), with the biased variance.</summary>
    private static (Tensor Mean, Tensor Rstd) Statistics(Tensor x, int[] dims, double eps)
    {
        var mean = Mean(x, dims, keepDim: true);
        var deviation = x - mean;
        return (mean, Rsqrt(Mean(deviation * deviation, dims, keepDim: true) + eps));
    }

    /// <summary>x^ = (x - mean)/sqrt(var + eps).</summary>
    private static Tensor Standardized(Tensor x, int[] dims, double eps)
    {
        var (mean, rstd) = Statistics(x, dims, eps);
        return (x - mean) * rstd;
    }

    /// <summary>(g - mean g - x^ mean(g x^))/sqrt(var + eps): what moves all elements alike or stretches them changes nothing.</summary>
    private static Tensor Unstandardized(Tensor g, Tensor x, int[] dims, double eps)
    {
        var (mean, rstd) = Statistics(x, dims, eps);
        var standard = (x - mean) * rstd;
        return (g - Mean(g, dims, keepDim: true) - standard * Mean(g * standard, dims, keepDim: true)) * rstd;
    }

    /// <summary>Moves running statistics towards new ones, by a share of the way.</summary>
    private static void Move(Tensor? running, Tensor towards, double momentum)
    {
        if (running is null)
            return;
        using var mode = new GradMode<Tensor>(enabled: false);
        Copy_(running, running * (1 - momentum) + towards.Reshape(running.Shape) * momentum);
    }
}
