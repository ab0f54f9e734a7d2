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
    public bool RequiresGrad => NativeMethods.THSTensor_requires_grad(_handle);

    /// <inheritdoc/>
    public bool IsLeaf => NativeMethods.THSTensor_is_leaf(_handle);

    /// <inheritdoc/>
    public bool RetainsGrad { get; private set; }

    /// <inheritdoc/>
    public Node? GradFn => RecordedNode;

    /// <inheritdoc/>
    public Tensor? Grad
    {
        get
        {
            // libtorch's own warning would go to standard error past every listener, so it is not asked.
            if (!_gradAssigned && !RetainsGrad && !IsLeaf)
            {
                Warnings.Warn(AutogradWarning.GradOfNonLeaf);
                return null;
            }
            var grad = NativeMethods.THSTensor_grad(_handle);
            NativeError.Check();
            return grad == 0 ? null : Received(grad, "BackwardPass");
        }

        set
        {
            if (value is null)
            {
                NativeMethods.THSTensor_set_grad(_handle, 0);
            }
            else
            {
                Check.AssignGrad(this, value);
                NativeMethods.THSTensor_set_grad(_handle, value.Handle);
            }
            NativeError.Check();
            _gradAssigned = value is not null;
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
        Check.SetRequiresGrad(x, requiresGrad);
        NativeMethods.THSTensor_set_requires_grad(x.Handle, requiresGrad);
        NativeError.Check();
        return x;
    }

    /// <inheritdoc/>
    public static void RetainGrad(Tensor x)
    {
        if (!Check.Given(x).RequiresGrad)
            throw Error.RetainGradWithoutGrad();
        NativeMethods.THSTensor_retain_grad(x.Handle);
        NativeError.Check();
        x.RetainsGrad = !x.IsLeaf;
    }

    /// <inheritdoc/>
    public static void Backward(Tensor x, Tensor? gradient, bool? retainGraph, bool createGraph)
    {
        Check.Backward(x, gradient);
        if (createGraph)
            Warnings.Warn(AutogradWarning.CreateGraphCycle);
        using var tensors = HandleArray.Hold(x);
        using var gradients = gradient is null ? HandleArray.Hold() : HandleArray.Hold(gradient);
        fixed (nint* roots = tensors.Pointers, flows = gradients.Pointers)
        {
            NativeMethods.THSAutograd_backward(
                roots, tensors.Count, flows, gradients.Count, retainGraph ?? createGraph, createGraph, inputs: null, inputCount: 0);
        }
        NativeError.Check();
    }

    /// <summary>A tensor whose operation, if it has one, was recorded out of sight.</summary>
    private static Tensor Received(nint native, string recordedBy)
    {
        var tensor = new Tensor(native);
        if (!tensor.IsLeaf)
            tensor._gradFn = new(recordedBy);
        return tensor;
    }
}
