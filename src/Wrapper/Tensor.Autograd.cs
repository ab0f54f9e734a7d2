namespace TwinGrad;

public sealed unsafe partial class Tensor
{
    private bool _gradAssigned;

    /// <inheritdoc/>
    public static bool GradEnabled
    {
        get => NativeMethods.THSAutograd_isGradEnabled();
        set => NativeMethods.THSAutograd_setGrad(value);
    }

    /// <inheritdoc/>
    public static bool InferenceModeEnabled => NativeMethods.THSAutograd_isInferenceModeEnabled();

    /// <inheritdoc/>
    public bool RequiresGrad
    {
        get
        {
            var held = HandleOf(this).Hold();
            var requiresGrad = NativeMethods.THSTensor_requires_grad(held.Pointer);
            held.Release();
            return requiresGrad;
        }
        set
        {
            // A hook is registered, on another thread, only while the tensor requires grad.
            lock (Hooking)
            {
                Check.SetRequiresGrad(this, value);
                NativeMethods.THSTensor_set_requires_grad(HandleOf(this), value);
                NativeError.Check();
                _isKnownLeaf = false;
            }
        }
    }

    /// <inheritdoc/>
    public bool IsLeaf => NativeMethods.THSTensor_is_leaf(HandleOf(this));

    /// <inheritdoc/>
    public bool RetainsGrad { get; private set; }

    /// <inheritdoc/>
    public int Version
    {
        get
        {
            using var version = NativeTensor.Own(Aten.Version.Call(this)[0]);
            return (int)*(long*)NativeMethods.THSTensor_data(version);
        }
    }

    /// <inheritdoc/>
    public bool IsInference
    {
        get
        {
            using var answer = NativeTensor.Own(Aten.IsInference.Call(this)[0]);
            return *(bool*)NativeMethods.THSTensor_data(answer);
        }
    }

    /// <inheritdoc/>
    public Node? GradFn => RecordedNode;

    /// <inheritdoc/>
    public Tensor? Grad
    {
        get
        {
            // libtorch's own warning would go to standard error past every listener, so it is not asked.
            if (!_isKnownLeaf && !_gradAssigned && !RetainsGrad && !IsLeaf)
            {
                Warnings.Warn(AutogradWarning.GradOfNonLeaf);
                return null;
            }
            var grad = NativeGrad;
            if (_gradOrigin is not null)
                grad?._gradFn?.Origin ??= _gradOrigin;
            return grad;
        }

        set
        {
            if (value is not null)
                Check.AssignGrad(this, value);
            _gradOrigin = null;
            NativeGrad = value;
            _gradAssigned = value is not null;
            if (value is { IsLeaf: false })
                GradEdge?.GradMadeBy = EdgeOf(value);
            else
                (_gradFn ?? _accumulator)?.GradMadeBy = default;
        }
    }

    /// <summary>The gradient that libtorch keeps for this tensor.</summary>
    private Tensor? NativeGrad
    {
        get
        {
            var grad = NativeMethods.THSTensor_grad(HandleOf(this));
            if (grad != 0)
                return OfLastPass(grad);
            NativeError.Check();
            return null;
        }

        set
        {
            if (value is null)
                NativeMethods.THSTensor_set_grad(HandleOf(this), 0);
            else
                NativeMethods.THSTensor_set_grad(HandleOf(this), value.Handle);
            NativeError.Check();
        }
    }

    /// <inheritdoc/>
    public static Tensor Detach(Tensor x)
    {
        var detached = Wrap(NativeMethods.THSTensor_detach(x.Handle));
        detached._writes = x.SharedWrites;
        return detached;
    }

    /// <inheritdoc/>
    public static Tensor RequiresGrad_(Tensor x, bool requiresGrad)
    {
        Check.RequiresGrad_(x, requiresGrad);
        x.RequiresGrad = requiresGrad;
        return x;
    }

    /// <inheritdoc/>
    static IDisposable ITensor<Tensor>.EnterInferenceMode(bool enabled) => new InferenceGuard(enabled);

    static Tensor ITensor<Tensor>.Unscoped(Func<Tensor> make) => Unscoped(make);

    static void ITensor<Tensor>.Free(Tensor x) => x.Dispose();

    static bool ITensor<Tensor>.TellsOfWrites => !_isSharedWithTorchSharp;

    static long ITensor<Tensor>.Identity(Tensor x) => NativeMethods.THSTensor_data(HandleOf(x));

    static long[] ITensor<Tensor>.Versions(Tensor[] tensors)
    {
        try
        {
            // One call for all: a call through the interpreter takes longer than what it asks.
            using var versions = NativeTensor.Own(Aten.Versions.Call(tensors)[0]);
            return new ReadOnlySpan<long>((void*)NativeMethods.THSTensor_data(versions), tensors.Length).ToArray();
        }
        catch (TorchException)
        {
            // One of them was made in inference mode.
            return Array.ConvertAll(tensors, x => x.IsInference ? -1L : x.Version);
        }
    }

    static void ITensor<Tensor>.Perturb(Tensor x, Func<double, double> rounding)
    {
        using var elements = new TensorElements(x);
        elements.Perturb(rounding);
    }

    static void ITensor<Tensor>.SetData(Tensor x, Tensor data)
    {
        Aten.SetData.Run(x, data);
        (x._dtype, x._device, x._shape) = (null, null, default);
        x._writes = data.SharedWrites;
    }

    /// <inheritdoc/>
    public static void RetainGrad(Tensor x)
    {
        if (!Check.Given(x).RequiresGrad)
            throw Error.RetainGradWithoutGrad();
        NativeMethods.THSTensor_retain_grad(x.Handle);
        NativeError.Check();
        x.RetainsGrad = !x.IsLeaf;
        x.RecordedNode?.RetainFor(x);
    }

    /// <inheritdoc/>
    public static void Backward(
        ReadOnlySpan<Tensor> tensors, ReadOnlySpan<Tensor> gradients, bool retainGraph, bool createGraph, ReadOnlySpan<Tensor> inputs)
    {
        Check.Roots(tensors, gradients);
        foreach (var input in inputs)
            RetainGrad(input);
        if (createGraph)
            Warnings.Warn(AutogradWarning.CreateGraphCycle);
        using var unwatched = Tracing.Suspend(out var traced);
        if (traced is not { } sought)
        {
            NativeBackward(tensors, gradients, inputs, retainGraph, createGraph);
            return;
        }
        Tensor[] roots = [.. tensors], flows = [.. gradients], targets = [.. inputs];
        Watched(roots, flows, targets, retainGraph, createGraph, sought, accumulates: true, (retain, hooked) =>
        {
            NativeBackward(roots, flows, targets, retain, createGraph, hooked);
            return [];
        });
    }

    /// <inheritdoc/>
    public static Tensor?[] Gradients(
        ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs, bool retainGraph, bool createGraph)
    {
        Check.Roots(outputs, gradients);
        Check.GradInputs(inputs);
        using var unwatched = Tracing.Suspend(out var traced);
        if (traced is not { } sought)
            return NativeGradients(outputs, gradients, inputs, retainGraph, createGraph, new(retainGraph));
        Tensor[] roots = [.. outputs], flows = [.. gradients], targets = [.. inputs];
        return Watched(roots, flows, targets, retainGraph, createGraph, sought, accumulates: false, (retain, hooked)
            => NativeGradients(roots, flows, targets, retain, createGraph, new(retain) { Seen = hooked }));
    }

    private static void NativeBackward(
        ReadOnlySpan<Tensor> tensors, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs, bool retainGraph, bool createGraph,
        HookedGradients? hooked = null)
    {
        using var heldTensors = HandleArray.Hold(tensors);
        using var heldGradients = HandleArray.Hold(gradients);
        using var heldInputs = HandleArray.Hold(inputs);
        var recorded = createGraph ? new RecordedBackward(tensors, gradients, inputs) : null;
        using var seen = new PassScope(recorded is null ? PassOver(tensors, gradients, inputs, createGraph) : recorded.Pass);
        using var pass = new BackwardPass(retainGraph) { Seen = hooked };
        fixed (nint* roots = heldTensors.Pointers, flows = heldGradients.Pointers, targets = heldInputs.Pointers)
        {
            NativeMethods.THSAutograd_backward(
                roots, heldTensors.Count, flows, heldGradients.Count, retainGraph, createGraph, targets, heldInputs.Count);
        }
        pass.Check();
        recorded?.Completed();
    }

    private static Tensor?[] NativeGradients(
        ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs, bool retainGraph, bool createGraph,
        BackwardPass begun)
    {
        var recorded = PassOver(outputs, gradients, inputs, createGraph);
        using var seen = new PassScope(recorded);
        using var pass = begun;
        try
        {
            var results = gradients.IsEmpty
                ? Aten.GradOfNumbers.Call(outputs.ToArray(), inputs.ToArray(), retainGraph, createGraph)
                : Aten.Grad.Call(outputs.ToArray(), inputs.ToArray(), gradients.ToArray(), retainGraph, createGraph);
            var received = Array.ConvertAll(results, result => result == 0 ? null : OfPass(result, recorded));
            pass.ThrowFailure(error: null);
            return received;
        }
        catch (Exception error)
        {
            pass.ThrowFailure(error);
            throw;
        }
    }

    /// <summary>A native tensor and the result of which operation it is, which counts where it is no leaf.</summary>
    internal static Tensor OfGraph(nint native, Edge madeBy)
    {
        var tensor = new Tensor(native);
        if (!tensor.IsLeaf)
            (tensor._gradFn, tensor._output) = madeBy;
        return tensor;
    }

    /// <summary>libtorch's own guard, which must go on the thread it came on, the last one first: ModeScopes sees to both.</summary>
    private sealed class InferenceGuard(bool enabled) : IDisposable
    {
        private nint _guard = NativeMethods.THSAutograd_getInferenceModeGuard(enabled);

        public void Dispose()
        {
            NativeMethods.THSAutograd_deleteInferenceModeGuard(_guard);
            _guard = 0; // deleting nothing does nothing
        }
    }
}
