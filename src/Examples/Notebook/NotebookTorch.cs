namespace TwinGrad.Examples;

/// <summary>What the notebook asks of <c>torch</c>, for one engine, device and precision.</summary>
/// <param name="dtype">The dtype that numbers become; the notebook's is float32.</param>
/// <param name="device">Where they go.</param>
public sealed class NotebookTorch<T>(DType dtype, Device device)
    where T : ITensor<T>
{
    /// <summary><c>torch.tensor(3.0, requires_grad=True)</c></summary>
    public T Tensor(float value, bool requiresGrad = false)
        => TensorFactory<T>.Tensor(value, dtype, device, requiresGrad);

    /// <summary><c>torch.tensor([1.0, 2.0, 3.0], requires_grad=True)</c></summary>
    public T Tensor(float[] values, bool requiresGrad = false)
        => TensorFactory<T>.Tensor(values, dtype, device, requiresGrad);

    /// <summary><c>with torch.no_grad():</c></summary>
    public GradMode<T> NoGrad() => TensorFactory<T>.NoGrad();
}
