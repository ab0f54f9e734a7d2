namespace TwinGrad;

/// <summary>PyTorch's creation functions and modes for one engine: what <c>Torch</c> offers.</summary>
/// <typeparam name="T">The engine's tensor class.</typeparam>
/// <remarks>
/// Numbers become what a Python list of them becomes: floats and doubles the default dtype float32, integers int64, bools bool, unless a
/// dtype is given. Tensors are made on <see cref="DefaultDevice"/>, unless a device is given. See <see href="https://docs.pytorch.org/docs/stable/torch.html#creation-ops"/>.
/// </remarks>
public abstract partial class TensorFactory<T>
    where T : ITensor<T>
{
    [ThreadStatic]
    private static Device? _defaultDevice;

    /// <summary>Where this thread makes this engine's tensors for which no device is given: <c>torch.set_default_device</c>. The CPU, unless set.</summary>
    /// <remarks>
    /// A device that is not there is refused when a tensor is made. What is computed of tensors lies where they lie, and so does what a
    /// tensor's shape or dtype is taken for. See <see href="https://docs.pytorch.org/docs/stable/generated/torch.set_default_device.html"/>.
    /// </remarks>
    public static Device DefaultDevice
    {
        get => _defaultDevice ?? Device.Cpu;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _defaultDevice = value;
        }
    }

    /// <summary>A 0-dim tensor of one number: <c>torch.tensor(3.0)</c>.</summary>
    /// <exception cref="TorchArgumentException">An integer or bool tensor should require grad.</exception>
    public static T Tensor(Scalar value, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        => T.Full([], value, dtype ?? value.DefaultDType, device ?? DefaultDevice, requiresGrad);

    /// <summary>A vector of the given numbers: <c>torch.tensor([1., 2., 3.])</c>.</summary>
    public static T Tensor<TNumber>(ReadOnlySpan<TNumber> values, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        where TNumber : unmanaged
        => Tensor(values, [values.Length], dtype, device, requiresGrad);

    /// <inheritdoc cref="Tensor{TNumber}(ReadOnlySpan{TNumber}, DType, Device, bool)"/>
    public static T Tensor<TNumber>(TNumber[] values, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        where TNumber : unmanaged
        => Tensor<TNumber>(values.AsSpan(), dtype, device, requiresGrad);

    /// <summary>A matrix of the given numbers: <c>torch.tensor([[1., 2.], [3., 4.]])</c>.</summary>
    public static T Tensor<TNumber>(TNumber[,] values, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        where TNumber : unmanaged
    {
        ArgumentNullException.ThrowIfNull(values);
        ReadOnlySpan<long> shape = [values.GetLength(0), values.GetLength(1)];
        return Tensor<TNumber>([.. values.Cast<TNumber>()], shape, dtype, device, requiresGrad);
    }

    /// <summary>The given numbers in row-major order under a shape.</summary>
    /// <exception cref="TorchArgumentException">The shape does not hold exactly as many elements.</exception>
    public static T Tensor<TNumber>(
        ReadOnlySpan<TNumber> values, ReadOnlySpan<long> shape, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        where TNumber : unmanaged
        => T.FromArray(values, shape, dtype ?? Numbers.DefaultDType<TNumber>(), device ?? DefaultDevice, requiresGrad);

    /// <summary>Zeros: <c>torch.zeros(2, 3)</c>.</summary>
    public static T Zeros(params ReadOnlySpan<long> shape) => Full(shape, 0.0);

    /// <summary>Zeros of a dtype, on a device.</summary>
    public static T Zeros(ReadOnlySpan<long> shape, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        => Full(shape, 0.0, dtype, device, requiresGrad);

    /// <summary>Ones: <c>torch.ones(2, 3)</c>.</summary>
    public static T Ones(params ReadOnlySpan<long> shape) => Full(shape, 1.0);

    /// <summary>Ones of a dtype, on a device.</summary>
    public static T Ones(ReadOnlySpan<long> shape, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        => Full(shape, 1.0, dtype, device, requiresGrad);

    /// <summary>Every element is <paramref name="value"/>: <c>torch.full((2, 3), 7.0)</c>; the dtype is the number's own unless given.</summary>
    public static T Full(
        ReadOnlySpan<long> shape, Scalar value, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        => T.Full(shape, value, dtype ?? value.DefaultDType, device ?? DefaultDevice, requiresGrad);

    /// <summary>0, 1, ... before <paramref name="end"/>: <c>torch.arange(5)</c>.</summary>
    public static T Arange(Scalar end, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        => Arange(0, end, 1, dtype, device, requiresGrad);

    /// <summary>start, start + step, ... before <paramref name="end"/>: int64 where all three are integers, else float32, unless given.</summary>
    /// <exception cref="TorchArgumentException">The step is 0 or leads away from the end.</exception>
    public static T Arange(
        Scalar start, Scalar end, Scalar? step = null, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        var by = step ?? 1;
        var floating = start.Kind == DTypeCategory.Floating || end.Kind == DTypeCategory.Floating || by.Kind == DTypeCategory.Floating;
        return T.Arange(start, end, by, dtype ?? (floating ? DType.Float32 : DType.Int64), device ?? DefaultDevice, requiresGrad);
    }

    /// <summary>Evenly spaced values, both ends included: <c>torch.linspace(0, 1, 5)</c>.</summary>
    /// <exception cref="TorchArgumentException">The number of steps is negative.</exception>
    public static T Linspace(
        double start, double end, long steps, DType? dtype = null, Device? device = null, bool requiresGrad = false)
        => steps >= 0
            ? T.Linspace(start, end, steps, dtype ?? DType.Float32, device ?? DefaultDevice, requiresGrad)
            : throw Error.LinspaceSteps();

    /// <summary>Ones on the diagonal of an n x m matrix, square unless m is given: <c>torch.eye(3)</c>.</summary>
    /// <exception cref="TorchArgumentException">A length is negative.</exception>
    public static T Eye(long n, long? m = null, DType? dtype = null, Device? device = null, bool requiresGrad = false)
    {
        if (n < 0)
            throw Error.NegativeEye('n', n);
        if (m < 0)
            throw Error.NegativeEye('m', m.Value);
        return T.Eye(n, m ?? n, dtype ?? DType.Float32, device ?? DefaultDevice, requiresGrad);
    }

    /// <summary>Operations on this thread are not recorded until the scope ends: <c>with torch.no_grad():</c>.</summary>
    public static GradMode<T> NoGrad() => new(enabled: false);

    /// <summary>Operations on this thread are recorded until the scope ends: <c>with torch.enable_grad():</c>.</summary>
    public static GradMode<T> EnableGrad() => new(enabled: true);

    /// <summary>Whether operations on this thread are recorded: <c>torch.is_grad_enabled()</c>.</summary>
    public static bool IsGradEnabled => T.GradEnabled;

    /// <summary>How every tensor of the process is printed, on both engines: <c>torch.set_printoptions</c>.</summary>
    public static PrintOptions PrintOptions
    {
        get => PrintOptions.Current;
        set => PrintOptions.Current = value;
    }

    /// <summary>No recording, and tensors that never take part in any, until the scope ends: <c>with torch.inference_mode():</c>.</summary>
    /// <param name="mode">False leaves an outer inference mode for a while.</param>
    public static InferenceMode<T> InferenceMode(bool mode = true) => new(mode);

    /// <summary>Whether this thread is in inference mode: <c>torch.is_inference_mode_enabled()</c>.</summary>
    public static bool IsInferenceModeEnabled => T.InferenceModeEnabled;
}
