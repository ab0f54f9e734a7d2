namespace TwinGrad;

public abstract partial class Module<T>
{
    /// <summary>Moves parameters, their gradients and buffers to a device; returns this module.</summary>
    /// <remarks>
    /// The tensors stay the same objects, so that an optimizer made before goes on stepping them. Either all are moved or, where one cannot
    /// be, none. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.nn.Module.html#torch.nn.Module.to"/>.
    /// </remarks>
    /// <exception cref="TorchException">The device is not there.</exception>
    public Module<T> To(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Move(tensor => T.To(tensor, device));
    }

    /// <summary>Converts floating-point parameters, their gradients and floating-point buffers to a dtype; returns this module.</summary>
    /// <remarks>Buffers of integers stay as they are. Otherwise as <see cref="To(Device)"/>.</remarks>
    /// <exception cref="TorchArgumentException">The dtype is no floating-point one.</exception>
    public Module<T> To(DType dtype)
    {
        ArgumentNullException.ThrowIfNull(dtype);
        if (!dtype.IsFloatingPoint)
            throw Error.ModuleDType(dtype);
        return Move(tensor => tensor.DType.IsFloatingPoint ? T.To(tensor, dtype) : tensor);
    }

    private Module<T> Move(Func<T, T> move)
    {
        using var mode = new GradMode<T>(enabled: false);
        // All are made before the first is put in place: what fails, as a device without room does, fails here.
        var moves = Parameters().Concat(Buffers()).Distinct(ReferenceEqualityComparer.Instance).Cast<T>()
            .Select(tensor => (Tensor: tensor, Data: move(tensor), Grad: tensor.Grad is { } grad ? move(grad) : null))
            .Where(moved => moved.Data != moved.Tensor)
            .ToList();
        foreach (var (tensor, data, grad) in moves)
        {
            T.SetData(tensor, data);
            tensor.Grad = grad;
        }
        return this;
    }
}
