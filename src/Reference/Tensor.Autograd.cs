namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    [ThreadStatic]
    private static bool _gradDisabled;

    [ThreadStatic]
    private static bool _inferenceMode;

    private TapeNode? _gradFn;

    // What leaves have, and whoever keeps a gradient; null of other tensors.
    private OwnGradient? _own;

    /// <inheritdoc/>
    public static bool GradEnabled
    {
        get => !_gradDisabled;
        set => _gradDisabled = !value;
    }

    /// <inheritdoc/>
    public static bool InferenceModeEnabled => _inferenceMode;

    /// <summary>Whether operations are recorded on this thread: in inference mode they are not, even where gradients are enabled inside it.</summary>
    internal static bool IsRecording => GradEnabled && !InferenceModeEnabled;

    /// <inheritdoc/>
    public bool RequiresGrad
    {
        get => LeafRequiresGrad || Recorded is not null || _view is { Root.RequiresGrad: true };
        set
        {
            Check.SetRequiresGrad(this, value);
            if (value && IsInference && !InferenceModeEnabled)
                throw Error.RequiresGradOfInferenceTensor();
            if (IsLeaf)
                LeafRequiresGrad = value;
        }
    }

    /// <inheritdoc/>
    public bool IsInference => _memory is { IsInference: true };

    /// <inheritdoc/>
    public int Version => IsInference ? throw Error.VersionOfInferenceTensor() : _memory?.Version ?? 0;

    /// <inheritdoc/>
    public bool IsLeaf => Recorded is null;

    /// <inheritdoc/>
    public bool RetainsGrad => _own is { Retains: true };

    /// <inheritdoc/>
    public Node? GradFn => Recorded?.Visible.Function;

    int ITensor<Tensor>.OutputNumber => OutputNumber;

    /// <inheritdoc/>
    public Tensor? Grad
    {
        get
        {
            if (!IsLeaf && !RetainsGrad && KeptGrad is null)
                Warnings.Warn(AutogradWarning.GradOfNonLeaf);
            return KeptGrad;
        }

        set
        {
            if (value is not null)
                Check.AssignGrad(this, value);
            KeptGrad = value;
        }
    }

    private bool LeafRequiresGrad
    {
        get => _own is { RequiresGrad: true };
        set
        {
            if (value || _own is not null)
                Own.RequiresGrad = value;
        }
    }

    private Tensor? KeptGrad
    {
        get => _own?.Grad;
        set
        {
            if (value is not null || _own is not null)
                Own.Grad = value;
        }
    }

    private OwnGradient Own => _own ??= new();

    /// <summary>What was recorded of the operation that made this tensor; of one with several results what belongs to this one.</summary>
    internal TapeNode? Recorded => _view?.CurrentGradFn(this) ?? _gradFn;

    /// <summary>Which result of the operation that made it this is.</summary>
    internal int OutputNumber => _gradFn?.Visible.InputNumber ?? 0;

    /// <summary>Where the gradient of this tensor goes: the operation that made it, or a leaf's own sum; null where it needs none.</summary>
    internal Node? GradEdge => Recorded ?? (Node?)(RequiresGrad ? Own.Accumulator ??= new LeafNode<Tensor>(this) : null);

    /// <summary>The same way as others see it: to an operation, and to which of its results.</summary>
    internal Edge Edge => Recorded is { } operation ? operation.Visible : new(GradEdge);

    /// <inheritdoc/>
    public static Tensor Detach(Tensor x) => new(x.Memory, x.Shape, x.Strides, x._offset, x.DType);

    /// <inheritdoc/>
    public static Tensor RequiresGrad_(Tensor x, bool requiresGrad)
    {
        Check.RequiresGrad_(x, requiresGrad);
        x.RequiresGrad = requiresGrad;
        return x;
    }

    /// <inheritdoc/>
    static IDisposable ITensor<Tensor>.EnterInferenceMode(bool enabled) => new InferenceGuard(enabled);

    static void ITensor<Tensor>.Perturb(Tensor x, Func<double, double> rounding)
    {
        if (!x.DType.IsFloatingPoint || !x.IsContiguous)
            return;
        foreach (ref var element in x.Memory.Values.AsSpan((int)x._offset, (int)x.Numel))
            element = rounding(element);
    }

    static void ITensor<Tensor>.SetData(Tensor x, Tensor data)
    {
        // How often x was written stays its own count.
        x._memory = new(data.Memory.Values) { Version = x.Memory.Version };
        (x._offset, x._shape, x._strides, x.DType) = (data._offset, data._shape, data._strides, data.DType);
    }

    /// <inheritdoc/>
    public static void RetainGrad(Tensor x)
    {
        if (!x.RequiresGrad)
            throw Error.RetainGradWithoutGrad();
        if (x.Recorded is not { } node)
            return;
        x.Own.Retains = true;
        node.RetainedBy = x;
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
        new Tape(retainGraph, createGraph).Accumulate(tensors, gradients, inputs);
    }

    /// <inheritdoc/>
    public static Tensor?[] Gradients(
        ReadOnlySpan<Tensor> outputs, ReadOnlySpan<Tensor> gradients, ReadOnlySpan<Tensor> inputs, bool retainGraph, bool createGraph)
    {
        Check.Roots(outputs, gradients);
        Check.GradInputs(inputs);
        return new Tape(retainGraph, createGraph).Differentiate(outputs, gradients, inputs);
    }

    static Tensor ITensor<Tensor>.Renamed(Tensor result, string name)
    {
        if (result._gradFn is { } node)
            result.SetGradFn(node.Renamed(name));
        return result;
    }

    /// <summary>This tensor is what the operation made, from now on; a gradient that it retains is the new one.</summary>
    internal void SetGradFn(TapeNode node)
    {
        if (RetainsGrad && _gradFn is { } before)
            (before.RetainedBy, node.RetainedBy) = (null, this);
        _gradFn = node;
        if (Tracing.IsActive)
            Tracing.Note(node, this);
        else
            Tracing.NoteInRule(node);
    }

    /// <summary>Adds onto <see cref="Grad"/>: in place, so that who holds the gradient sees it grow, unless the pass itself is recorded.</summary>
    /// <param name="gradient">What is added.</param>
    /// <param name="createGraph">Whether the pass is recorded.</param>
    /// <param name="isOwn">Whether nobody else holds the gradient, so that it need not be copied, and serves again once it was added.</param>
    internal void Accumulate(Tensor gradient, bool createGraph, bool isOwn = false)
    {
        if (!RequiresGrad)
            return;
        if (KeptGrad is not { } grad)
            KeptGrad = createGraph ? Map("CopyBackwards", gradient, v => v, (g, _) => g) : isOwn ? Detach(gradient) : Copy(gradient);
        else if (createGraph)
            KeptGrad = grad + gradient;
        else
        {
            Add_(grad, gradient);
            if (isOwn)
                gradient.LetMemoryServeAgain();
        }
    }

    /// <summary>The same of a number, which is added where <see cref="Grad"/> lies if that may be written.</summary>
    internal void Accumulate(double gradient, DType dtype)
    {
        if (RequiresGrad && KeptGrad is null)
            KeptGrad = new(gradient, dtype);
        else if (!RequiresGrad || !KeptGrad!.TryAddDirectly(gradient))
            Accumulate(new Tensor(gradient, dtype), createGraph: false);
    }

    private sealed class OwnGradient
    {
        internal bool RequiresGrad { get; set; }

        internal bool Retains { get; set; }

        internal LeafNode<Tensor>? Accumulator { get; set; }

        internal Tensor? Grad { get; set; }
    }

    private sealed class InferenceGuard : IDisposable
    {
        private readonly (bool Inference, bool GradDisabled) _previous = (_inferenceMode, _gradDisabled);

        internal InferenceGuard(bool enabled) => (_inferenceMode, _gradDisabled) = (enabled, enabled);

        public void Dispose() => (_inferenceMode, _gradDisabled) = _previous;
    }
}
