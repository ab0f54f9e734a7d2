namespace TwinGrad;

/// <summary>(x - mean)/sqrt(var + eps) weight + bias, with mean and variance over the last dimensions: <c>torch.nn.LayerNorm</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.LayerNorm.html"/>.</remarks>
public sealed class LayerNorm<T> : Module<T>
    where T : class, ITensor<T>
{
    private readonly Shape _shape;
    private readonly double _eps;

    /// <summary>With fresh parameters, float32 on the default device unless another dtype or device is given.</summary>
    /// <param name="normalizedShape">The lengths of the last dimensions.</param>
    /// <param name="eps">What is added to the variance.</param>
    /// <param name="elementwiseAffine">Whether there is a weight, 1 at first.</param>
    /// <param name="bias">Whether beside the weight there is a bias, 0 at first.</param>
    /// <param name="dtype">The parameters' dtype.</param>
    /// <param name="device">Where they live.</param>
    /// <exception cref="TorchException">A length is negative.</exception>
    public LayerNorm(
        Shape normalizedShape, double eps = 1e-5, bool elementwiseAffine = true, bool bias = true, DType? dtype = null, Device? device = null)
    {
        (_shape, _eps) = (normalizedShape, eps);
        if (!elementwiseAffine)
            return;
        Weight = Register("weight", Init.Ones_(Zeros(normalizedShape, dtype, device)));
        Bias = bias ? Register("bias", Zeros(normalizedShape, dtype, device)) : null;
    }

    /// <summary>Over the last dimension alone, of the given length.</summary>
    /// <param name="normalizedLength">The length of the last dimension.</param>
    /// <param name="eps">What is added to the variance.</param>
    /// <param name="elementwiseAffine">Whether there is a weight, 1 at first.</param>
    /// <param name="bias">Whether beside the weight there is a bias, 0 at first.</param>
    /// <param name="dtype">The parameters' dtype.</param>
    /// <param name="device">Where they live.</param>
    /// <exception cref="TorchException">The length is negative.</exception>
    public LayerNorm(
        long normalizedLength, double eps = 1e-5, bool elementwiseAffine = true, bool bias = true, DType? dtype = null, Device? device = null)
        : this([normalizedLength], eps, elementwiseAffine, bias, dtype, device)
    {
    }

    /// <summary>A factor for each element of the last dimensions, or null.</summary>
    public T? Weight { get; }

    /// <summary>What is added to each element of the last dimensions, or null.</summary>
    public T? Bias { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr
        => $"{Python.Tuple(_shape)}, eps={PythonFloat.Repr(_eps)}, elementwise_affine={Python.Text(Weight is not null)}";

    /// <inheritdoc/>
    public override T Forward(T input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.LayerNorm(_shape, Weight, Bias, _eps);
    }
}
