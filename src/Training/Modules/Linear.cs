namespace TwinGrad;

/// <summary>x W^T + b: <c>torch.nn.Linear</c>.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// The input's last dimension holds the features; the dimensions before it are kept. Weight and bias start uniform in +-1/sqrt(inFeatures).
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Linear.html"/>.
/// </remarks>
public sealed class Linear<T> : Module<T>
    where T : class, ITensor<T>
{
    /// <summary>With fresh parameters.</summary>
    /// <exception cref="TorchException">A number of features is negative.</exception>
    public Linear(long inFeatures, long outFeatures, bool bias = true, DType? dtype = null, Device? device = null)
    {
        var bound = inFeatures > 0 ? 1 / Math.Sqrt(inFeatures) : 0;
        Weight = Register("weight", Uniform([outFeatures, inFeatures]));
        Bias = bias ? Register("bias", Uniform([outFeatures])) : null;

        // A fresh parameter was written once, as PyTorch's initialization writes it: errors about overwritten tensors count from there.
        T Uniform(ReadOnlySpan<long> shape)
        {
            var numbers = T.Rand(shape, dtype ?? DType.Float32, device ?? TensorFactory<T>.DefaultDevice, requiresGrad: false);
            return T.Copy_(T.Full(shape, 0, numbers.DType, numbers.Device, requiresGrad: false), numbers * (2 * bound) - bound);
        }
    }

    /// <summary>W, of shape [outFeatures, inFeatures].</summary>
    public T Weight { get; }

    /// <summary>b, of shape [outFeatures], or null.</summary>
    public T? Bias { get; }

    /// <inheritdoc/>
    protected override string ExtraRepr
        => $"in_features={Weight.Shape[1]}, out_features={Weight.Shape[0]}, bias={Python.Text(Bias is not null)}";

    /// <inheritdoc/>
    public override T Forward(T input) => Composites.Linear(input, Weight, Bias);
}
