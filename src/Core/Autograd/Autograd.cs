namespace TwinGrad;

/// <summary>PyTorch's <c>torch.autograd</c>: gradients as values, and backward passes from several tensors.</summary>
public static partial class Autograd
{
    /// <summary>d(output)/d(input): <c>torch.autograd.grad(output, input)[0]</c>.</summary>
    /// <param name="output">What to differentiate; of one element unless <paramref name="gradOutput"/> is given.</param>
    /// <param name="input">What to differentiate by, a leaf or not. No <c>Grad</c> changes.</param>
    /// <param name="gradOutput">The gradient of what follows with respect to the output, of its shape.</param>
    /// <param name="retainGraph">Keep what the graph saved for another pass; null means as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the pass itself, for derivatives of higher order.</param>
    /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.grad.html"/>.</remarks>
    /// <exception cref="TorchException">The output was not computed of the input, one does not require grad, or the graph was freed.</exception>
    public static T Grad<T>(T output, T input, T? gradOutput = default, bool? retainGraph = null, bool createGraph = false)
        where T : ITensor<T>
        => Grad([output], [input], gradOutput is null ? null : [gradOutput], retainGraph, createGraph)[0]!;

    /// <summary>d(output)/d(input) for each input: <c>torch.autograd.grad(output, inputs)</c>.</summary>
    /// <param name="output">What to differentiate; of one element unless <paramref name="gradOutput"/> is given.</param>
    /// <param name="inputs">What to differentiate by, leaves or not. No <c>Grad</c> changes.</param>
    /// <param name="gradOutput">The gradient of what follows with respect to the output, of its shape.</param>
    /// <param name="retainGraph">Keep what the graph saved for another pass; null means as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the pass itself, for derivatives of higher order.</param>
    /// <param name="allowUnused">Give null for an input that the output was not computed of, instead of an error.</param>
    /// <inheritdoc cref="Grad{T}(T, T, T, bool?, bool)" path="/remarks"/>
    /// <inheritdoc cref="Grad{T}(T, T, T, bool?, bool)" path="/exception"/>
    public static IReadOnlyList<T?> Grad<T>(
        T output, IReadOnlyList<T> inputs, T? gradOutput = default, bool? retainGraph = null, bool createGraph = false, bool allowUnused = false)
        where T : ITensor<T>
        => Grad([output], inputs, gradOutput is null ? null : [gradOutput], retainGraph, createGraph, allowUnused);

    /// <summary>d(sum of outputs * gradOutputs)/d(input) for each input: <c>torch.autograd.grad(outputs, inputs, grad_outputs)</c>.</summary>
    /// <param name="outputs">What to differentiate.</param>
    /// <param name="inputs">What to differentiate by, leaves or not. No <c>Grad</c> changes.</param>
    /// <param name="gradOutputs">
    /// The gradient of what follows with respect to each output, of its shape; null for one of one element. Further ones are ignored.
    /// </param>
    /// <param name="retainGraph">Keep what the graph saved for another pass; null means as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the pass itself, for derivatives of higher order.</param>
    /// <param name="allowUnused">Give null for an input that no output was computed of, instead of an error.</param>
    /// <inheritdoc cref="Grad{T}(T, T, T, bool?, bool)" path="/remarks"/>
    /// <inheritdoc cref="Grad{T}(T, T, T, bool?, bool)" path="/exception"/>
    public static IReadOnlyList<T?> Grad<T>(
        IReadOnlyList<T> outputs, IReadOnlyList<T> inputs, IReadOnlyList<T?>? gradOutputs = null, bool? retainGraph = null,
        bool createGraph = false, bool allowUnused = false)
        where T : ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(outputs);
        ArgumentNullException.ThrowIfNull(inputs);
        T[] roots = [.. outputs];
        T[] targets = [.. inputs];
        var gradients = T.Gradients(roots, Completed(roots, gradOutputs), targets, retainGraph ?? createGraph, createGraph);
        return allowUnused || !Array.Exists(gradients, gradient => gradient is null) ? gradients : throw Error.UnusedInput();
    }

    /// <summary>Adds d(sum of tensors * gradTensors)/d(leaf) onto the leaves: <c>torch.autograd.backward(tensors, grad_tensors)</c>.</summary>
    /// <param name="tensors">Where the pass starts.</param>
    /// <param name="gradTensors">
    /// The gradient of what follows with respect to each tensor, of its shape; null for one of one element. Further ones are ignored.
    /// </param>
    /// <param name="retainGraph">Keep what the graph saved for another pass; null means as <paramref name="createGraph"/>.</param>
    /// <param name="createGraph">Record the pass itself, for derivatives of higher order.</param>
    /// <param name="inputs">Whose <c>Grad</c> is added to, and no other's; a non-leaf among them retains its gradient. Null: all leaves.</param>
    /// <remarks>See <see href="https://docs.pytorch.org/docs/stable/generated/torch.autograd.backward.html"/>.</remarks>
    /// <exception cref="TorchException">A tensor does not require grad, has several elements and no gradient, or its graph was freed.</exception>
    public static void Backward<T>(
        IReadOnlyList<T> tensors, IReadOnlyList<T?>? gradTensors = null, bool? retainGraph = null, bool createGraph = false,
        IReadOnlyList<T>? inputs = null)
        where T : ITensor<T>
    {
        ArgumentNullException.ThrowIfNull(tensors);
        var targets = Targets(inputs);
        T[] roots = [.. tensors];
        Accumulate<T>(roots, Completed(roots, gradTensors), retainGraph ?? createGraph, createGraph, targets);
    }

    /// <summary>A pass that adds to the leaves, watched where an optimizer has left gradients behind.</summary>
    internal static void Accumulate<T>(
        ReadOnlySpan<T> tensors, ReadOnlySpan<T> gradients, bool retainGraph, bool createGraph, ReadOnlySpan<T> inputs)
        where T : ITensor<T>
    {
        if (ConsumedGradients.OnThread > 0)
            ConsumedGradients<T>.Watch(tensors, gradients, retainGraph, createGraph, inputs);
        else
            T.Backward(tensors, gradients, retainGraph, createGraph, inputs);
    }

    /// <summary>Whose gradients a backward pass adds to; none stands for all leaves, so that an empty list is refused.</summary>
    internal static T[] Targets<T>(IReadOnlyList<T>? inputs)
        where T : ITensor<T>
        => inputs switch
        {
            null => [],
            { Count: 0 } => throw Error.NoBackwardInputs(),
            _ => [.. inputs],
        };

    /// <summary>A gradient for each root, ones in the place of those left out; none at all where all were. PyTorch ignores further ones.</summary>
    private static T[] Completed<T>(T[] roots, IReadOnlyList<T?>? gradients)
        where T : ITensor<T>
    {
        if (gradients is null || gradients.All(gradient => gradient is null))
            return [];
        var completed = new T[Math.Min(gradients.Count, roots.Length)];
        for (var i = 0; i < completed.Length; i++)
            completed[i] = gradients[i] ?? Ones(roots[i]);
        return completed;
    }

    private static T Ones<T>(T root)
        where T : ITensor<T>
    {
        Check.ImplicitGradient(root);
        return T.Full(root.Shape.ToArray(), 1, root.DType, root.Device, requiresGrad: false);
    }
}
