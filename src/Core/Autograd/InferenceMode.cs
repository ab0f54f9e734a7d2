namespace TwinGrad;

/// <summary>No recording, and tensors that can never take part in any, until it is disposed of: <c>with torch.inference_mode():</c>.</summary>
/// <remarks>
/// What is made inside keeps no version: outside it can't be written in place, and no backward pass can need it. Like
/// <see cref="GradMode{T}"/> a <c>ref struct</c> that ends in order.
/// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad_mode.inference_mode.html"/>.
/// </remarks>
public readonly ref struct InferenceMode<T> : IDisposable
    where T : ITensor<T>
{
    private readonly long _scope;

    /// <summary>Enters inference mode, or leaves it for a while.</summary>
    public InferenceMode(bool enabled) => _scope = ModeScopes<T>.BeginInferenceMode(enabled);

    /// <summary>Goes back to what was before.</summary>
    public void Dispose() => ModeScopes<T>.End(_scope);
}
