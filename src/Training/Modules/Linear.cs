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
    /// <summary>With fresh parameters, float32 on the default device unless another dtype or device is given.</summary>
    /// <exception cref="TorchException">A number of features is negative.</exception>
    public Linear(long inFeatures, long outFeatures, bool bias = true, DType? dtype = null, Device? device = null)
    {
        Weight = Register("weight", Zeros([outFeatures, inFeatures], dtype, device));
        Bias = bias ? Register("bias", Zeros([outFeatures], dtype, device)) : null;
        Init.Layer(Weight, Bias);
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
