namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    [ThreadStatic]
    private static bool _gradDisabled;

    private bool _leafRequiresGrad;
    private Node? _gradFn;
    private LeafNode? _accumulator;
    private Tensor? _grad;

    /// <inheritdoc/>
    public static bool GradEnabled
    {
        get => !_gradDisabled;
        set => _gradDisabled = !value;
    }

    /// <inheritdoc/>
    public bool RequiresGrad => _leafRequiresGrad || GradFn is not null || _view is { Root.RequiresGrad: true };

    /// <inheritdoc/>
    public bool IsLeaf => GradFn is null;

    /// <inheritdoc/>
    public bool RetainsGrad { get; private set; }

    /// <inheritdoc/>
    public Node? GradFn => _view?.CurrentGradFn(this) ?? _gradFn;

    /// <inheritdoc/>
    public Tensor? Grad
    {
        get
        {
            if (!IsLeaf && !RetainsGrad && _grad is null)
                Warnings.Warn(AutogradWarning.GradOfNonLeaf);
            return _grad;
        }

        set
        {
            if (value is not null)
                Check.AssignGrad(this, value);
            _grad = value;
        }
    }

    /// <summary>Where the gradient of this tensor goes: the operation that made it, or a leaf's own sum; null where it needs none.</summary>
    internal Node? GradEdge => GradFn ?? (RequiresGrad ? _accumulator ??= new LeafNode(this) : null);

    internal int Version => _storage.Version;

    /// <inheritdoc/>
    public static Tensor Detach(Tensor x) => new(x._storage, x.Shape, x.Strides, x._offset, x.DType);

    /// <inheritdoc/>
    public static Tensor RequiresGrad_(Tensor x, bool requiresGrad)
    {
        Check.SetRequiresGrad(x, requiresGrad);
        if (x.IsLeaf)
            x._leafRequiresGrad = requiresGrad;
        return x;
    }

    /// <inheritdoc/>
    public static void RetainGrad(Tensor x)
    {
        if (!x.RequiresGrad)
            throw Error.RetainGradWithoutGrad();
        if (x.GradFn is not TapeNode node)
            return;
        x.RetainsGrad = true;
        node.RetainedBy = x;
    }

    /// <inheritdoc/>
    public static void Backward(Tensor x, Tensor? gradient, bool? retainGraph, bool createGraph)
    {
        Check.Backward(x, gradient);
        if (createGraph)
            Warnings.Warn(AutogradWarning.CreateGraphCycle);
        var start = gradient?.To(x.DType) ?? Full(x.Shape, 1, x.DType, Device.Cpu, requiresGrad: false);
        Tape.Backward(x, start, retainGraph ?? createGraph, createGraph);
    }

    /// <summary>This tensor is what the operation made, from now on; a gradient that it retains is the new one.</summary>
    internal void SetGradFn(Node node)
    {
        if (RetainsGrad && _gradFn is TapeNode before && node is TapeNode now)
            (before.RetainedBy, now.RetainedBy) = (null, this);
        _gradFn = node;
    }

    /// <summary>Adds onto <see cref="Grad"/>: in place, so that who holds the gradient sees it grow, unless the pass itself is recorded.</summary>
    internal void Accumulate(Tensor gradient, bool createGraph)
    {
        if (!RequiresGrad)
            return;
        if (_grad is null)
            _grad = createGraph ? Map("CopyBackwards", gradient, v => v, (g, _) => g) : Clone(Detach(gradient));
        else if (createGraph)
            _grad += gradient;
        else
            Add_(_grad, gradient);
    }
}
