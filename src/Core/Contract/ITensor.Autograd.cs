using System.Runtime.CompilerServices;

namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>Whether operations on this tensor are recorded: true for a leaf that asked for it and for what is computed of one.</summary>
    /// <exception cref="TorchException">It is set to false on a tensor that is no leaf.</exception>
    /// <exception cref="TorchArgumentException">It is set to true on a tensor of no floating-point dtype.</exception>
    bool RequiresGrad { get; set; }

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

    /// <summary>How often the tensor's memory was written in place: <c>x._version</c>. Rules find by it what was overwritten.</summary>
    /// <exception cref="TorchException">The tensor was made in inference mode.</exception>
    int Version { get; }

    /// <summary>Whether the tensor was made in inference mode: <c>x.is_inference()</c>.</summary>
    bool IsInference { get; }

    /// <summary>Whether operations are recorded on this thread, as <c>torch.is_grad_enabled()</c>.</summary>
    static abstract bool GradEnabled { get; set; }

    /// <summary>Whether this thread is in inference mode, as <c>torch.is_inference_mode_enabled()</c>.</summary>
    static abstract bool InferenceModeEnabled { get; }

    /// <summary>Enters inference mode on this thread, or leaves it for a while; disposed of on this thread, it goes back.</summary>
    /// <remarks>The last one goes back first: <see cref="InferenceMode{T}"/> sees to it.</remarks>
    static abstract IDisposable EnterInferenceMode(bool enabled);

    /// <summary>The same elements outside of the graph; memory is shared.</summary>
    static abstract T Detach(T x);

    /// <summary>
    /// Changes the elements of a floating-point tensor where they lie, as other roundings might have: neither a version nor a graph knows of it,
    /// so that what a rule saved is what was changed. A tensor whose elements don't lie side by side stays as it is.
    /// </summary>
    internal static abstract void Perturb(T x, Func<double, double> rounding);

    /// <summary>
    /// Gives a leaf the memory, shape, dtype and device of another tensor, that nobody else writes: <c>x.data = data</c>. To those who hold x
    /// it is the same tensor as before. A gradient of another dtype or device has to be replaced with it.
    /// </summary>
    internal static abstract void SetData(T x, T data);

    /// <summary>Starts or stops the recording of operations on the leaf <paramref name="x"/>, and returns it.</summary>
    /// <exception cref="TorchException">x is not a leaf and recording should stop.</exception>
    /// <exception cref="TorchArgumentException">x is not of a floating-point dtype.</exception>
    static abstract T RequiresGrad_(T x, bool requiresGrad);

    /// <summary>Makes the non-leaf <paramref name="x"/> keep its gradient.</summary>
    /// <exception cref="TorchException">x does not require grad.</exception>
    static abstract void RetainGrad(T x);

    /// <summary>Has a backward pass show the gradient of <paramref name="x"/> to a hook, which may put another in its place.</summary>
    /// <remarks>
    /// The gradient is the sum of all that arrives at x, once a pass, before it is kept, added to a leaf or passed on; also where it is what
    /// <c>Autograd.Grad</c> asks for. Hooks run in the order of their registration, each on what the one before it gave; a pass that starts
    /// after the registration has them, whenever x was used. A hook sees the value that x had when it was registered: once x is written in
    /// place, gradients of the new value pass it by. An exception in a hook comes out of the pass as itself. A hook that refers to x keeps
    /// x alive until it is removed or x is disposed of.
    /// See <see href="https://docs.pytorch.org/docs/stable/generated/torch.Tensor.register_hook.html"/>.
    /// </remarks>
    /// <param name="x">A leaf or not.</param>
    /// <param name="hook">Gets the gradient, which it should not write to; gives another of its shape and dtype, or null to leave it.</param>
    /// <exception cref="TorchException">x does not require grad.</exception>
    /// <exception cref="TorchNotImplementedException">The engine has no hooks on this platform: libtorch's are there on linux-x64.</exception>
    static abstract HookHandle RegisterHook(T x, Func<T, T?> hook);

    /// <summary>Records the results of a custom function as those of one node, and returns what stands for them in the graph.</summary>
    /// <param name="call">Gives the gradients when a pass comes to the node.</param>
    /// <param name="inputs">What the function was applied to: the node's edges, in order.</param>
    /// <param name="results">What its forward gave.</param>
    /// <param name="saved">What is to be saved for the backward, in a way that does not keep the node itself alive.</param>
    static abstract T[] RecordFunction(FunctionCall<T> call, ReadOnlySpan<T> inputs, ReadOnlySpan<T> results, ReadOnlySpan<T> saved);

    /// <summary>Adds d(sum of tensors * gradients)/d(leaf) onto every leaf that the tensors were computed of.</summary>
    /// <param name="tensors">Where the pass starts.</param>
    /// <param name="gradients">The gradient of what follows, one a tensor and of its shape; empty where every tensor has one element.</param>
    /// <param name="retainGraph">Keep what the graph saved for another pass.</param>
    /// <param name="createGraph">Record the pass itself, for derivatives of higher order.</param>
    /// <param name="inputs">Whose <see cref="Grad"/> is added to, and no other's; a non-leaf among them retains its gradient. Empty: all leaves.</param>
    /// <exception cref="TorchException">A tensor or an input does not require grad, or the graph was freed.</exception>
    static abstract void Backward(
        ReadOnlySpan<T> tensors, ReadOnlySpan<T> gradients, bool retainGraph, bool createGraph, ReadOnlySpan<T> inputs);

    /// <summary>d(sum of outputs * gradients)/d(input) for each input, a leaf or not; null for one that no output was computed of.</summary>
    /// <param name="outputs">Where the pass starts.</param>
    /// <param name="gradients">The gradient of what follows, one an output and of its shape; empty where every output has one element.</param>
    /// <param name="inputs">What to differentiate by. Nobody's <see cref="Grad"/> changes.</param>
    /// <param name="retainGraph">Keep what the graph saved for another pass.</param>
    /// <param name="createGraph">Record the pass itself, for derivatives of higher order.</param>
    /// <exception cref="TorchException">An output or an input does not require grad, or the graph was freed.</exception>
    static abstract T?[] Gradients(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> gradients, ReadOnlySpan<T> inputs, bool retainGraph, bool createGraph);

    /// <summary>The result of an operation, recorded under another name and as one of its first input alone.</summary>
    /// <remarks>An engine of one's own need not know other names than its operators'.</remarks>
    internal static virtual T Renamed(T result, string name) => result;

    /// <summary>Runs what makes a tensor so that no scope that the caller opened frees it.</summary>
    /// <remarks>An engine of one's own that has no scopes need not know of them.</remarks>
    internal static virtual T Unscoped(Func<T> make) => make();

    /// <summary>Frees what the engine made for the caller alone, such as a temporary, or the object that <see cref="Grad"/> gave.</summary>
    /// <remarks>An engine of one's own that leaves everything to the collector has nothing to do.</remarks>
    internal static virtual void Free(T x)
    {
    }

    /// <summary>What tells a tensor from others that live at the same time, whichever object stands for it.</summary>
    internal static virtual long Identity(T x) => RuntimeHelpers.GetHashCode(x);

    /// <summary>The <see cref="Version"/> of each tensor; -1 of one that has none, as it was made in inference mode.</summary>
    internal static virtual long[] Versions(T[] tensors) => Array.ConvertAll(tensors, x => x.IsInference ? -1L : x.Version);

    /// <summary>Whether the engine calls <see cref="ConsumedGradients{T}.ReadVersions()"/> before a thread that is to do so writes in place.</summary>
    internal static virtual bool TellsOfWrites => false;

    /// <summary>Which of the results of <see cref="GradFn"/> it is: PyTorch's <c>output_nr</c>, the <see cref="Edge.InputNumber"/> of its edge.</summary>
    internal int OutputNumber => 0;
}
