namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>Whether operations on this tensor are recorded: true for a leaf that asked for it and for what is computed of one.</summary>
    bool RequiresGrad { get; }

    /// <summary>Whether no recorded operation made this tensor; only leaves collect a <see cref="Grad"/> of themselves.</summary>
    bool IsLeaf { get; }

    /// <summary>Whether a non-leaf keeps its gradient too.</summary>
    bool RetainsGrad { get; }

    /// <summary>The gradient that backward passes added up so far, or null where there was none.</summary>
    /// <remarks>
    /// Gradients add: set it to null or zero it between passes. Reading it on a non-leaf that does not retain its gradient gives null and
    /// PyTorch's warning. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.grad.html"/>.
    /// </remarks>
    /// <exception cref="TorchArgumentException">The assigned gradient has another shape or dtype.</exception>
    T? Grad { get; set; }

    /// <summary>The operation that made this tensor, or null for a leaf.</summary>
    Node? GradFn { get; }

    /// <summary>Whether operations are recorded on this thread, as <c>torch.is_grad_enabled()</c>.</summary>
    static abstract bool GradEnabled { get; set; }

    /// <summary>The same elements outside of the graph; memory is shared.</summary>
    static abstract T Detach(T x);

    /// <summary>Starts or stops the recording of operations on the leaf <paramref name="x"/>, and returns it.</summary>
    /// <exception cref="TorchException">x is not a leaf and recording should stop.</exception>
    /// <exception cref="TorchArgumentException">x is not of a floating-point dtype.</exception>
    static abstract T RequiresGrad_(T x, bool requiresGrad);

    /// <summary>Makes the non-leaf <paramref name="x"/> keep its gradient.</summary>
    /// <exception cref="TorchException">x does not require grad.</exception>
    static abstract void RetainGrad(T x);

    /// <summary>Adds d(sum(x * gradient))/d(leaf) onto every leaf that <paramref name="x"/> was computed of.</summary>
    /// <param name="x">Where the pass starts.</param>
    /// <param name="gradient">The gradient of what follows with respect to x, of x's shape; may be left out where x has one element.</param>
    /// <param name="retainGraph">Keep what the graph saved for another pass; null means as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the pass itself, for derivatives of higher order.</param>
    /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.backward.html"/>.</remarks>
    /// <exception cref="TorchException">x does not require grad, has several elements and no gradient was given, or its graph was freed.</exception>
    static abstract void Backward(T x, T? gradient, bool? retainGraph, bool createGraph);
}
