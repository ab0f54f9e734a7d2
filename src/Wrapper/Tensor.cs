using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TwinGrad;

/// <summary>A tensor of libtorch, with PyTorch's autograd, text, errors and names.</summary>
/// <remarks>
/// Dispose of it, let a <see cref="TensorScope"/> do so, or leave it to the collector, which is told its size. Several threads may read one
/// tensor; one that writes needs it for itself. See <see href="https://docs.pytorch.org/docs/stable/tensors.html"/>.
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public sealed unsafe partial class Tensor : ITensor<Tensor>, IDisposable
{
    // Null once it is disposed of.
    private NativeTensor? _native;
    private DType? _dtype;
    private Device? _device;

    // One reference, which is written at once: a thread that reads beside another sees the whole shape or none.
    private Shape _shape;

    /// <summary>Takes ownership of a native tensor that this thread has just received.</summary>
    private Tensor(nint native)
    {
        _native = NativeTensor.Own(native);
        TensorScope.Frame.Current?.Add(this);
    }

    private string DebuggerDisplay => _native is null ? "disposed" : TensorSummary.Of(this);

    /// <inheritdoc/>
    public DType DType => _dtype ??= DType.FromCode(NativeMethods.THSTensor_type(HandleOf(this)));

    /// <inheritdoc/>
    public Device Device => _device ??= ReadDevice();

    /// <inheritdoc/>
    public Shape Shape => _shape.IsDefault ? _shape = ReadLengths(&NativeMethods.THSTensor_size) : _shape;

    /// <inheritdoc/>
    public Shape Strides => ReadLengths(&NativeMethods.THSTensor_stride);

    /// <inheritdoc/>
    public Scalar ToScalar()
    {
        if (Shape.Numel != 1)
            throw Error.NotAScalar(Shape.Numel);
        using var elements = new TensorElements(this);
        return elements[0];
    }

    /// <inheritdoc/>
    public TNumber Item<TNumber>()
        where TNumber : unmanaged
        => Numbers.To<TNumber>(ToScalar());

    /// <inheritdoc/>
    public TNumber[] ToArray<TNumber>()
        where TNumber : unmanaged
    {
        using var elements = new TensorElements(this);
        return elements.ToArray<TNumber>();
    }

    /// <summary>PyTorch's text of the tensor: <c>tensor([1., 2.], grad_fn=&lt;MulBackward0&gt;)</c>.</summary>
    public override string ToString() => ToString(options: null);

    /// <inheritdoc/>
    public string ToString(PrintOptions? options)
    {
        if (_native is null)
            return "tensor(<disposed>)";
        using var elements = new TensorElements(this);
        return TensorFormatter.Format(new()
        {
            DType = DType,
            Shape = Shape,
            Device = Device,
            RequiresGrad = RequiresGrad,
            GradFn = GradFn?.Name,
            Element = index => elements[index],
        }, options);
    }

    /// <summary>What native calls take of a tensor. All of them ask here, so null and what was disposed of are refused here.</summary>
    /// <remarks>A tensor that is disposed of between here and the call is refused by the marshaller.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TensorHandle HandleOf(Tensor? x)
    {
        if (x is null)
            throw Error.NoTensor();
        return new(Volatile.Read(ref x._native) ?? throw Error.Disposed(), x);
    }

    /// <summary>Whether it is disposed of no more than when the native tensor was read, which may belong to another since.</summary>
    internal bool IsOwnerOf(NativeTensor native) => Volatile.Read(ref _native) == native;

    /// <summary>Frees the native tensor; its memory lives on as long as views or the graph need it.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _native, null)?.Dispose();
        _hooks = null;
    }

    private Device ReadDevice() => NativeMethods.THSTensor_device_type(HandleOf(this)) switch
    {
        (int)DeviceType.Cpu => Device.Cpu,
        (int)DeviceType.Cuda => Device.Cuda(Math.Max(NativeMethods.THSTensor_device_index(HandleOf(this)), 0)),
        var other => throw Error.UnknownDevice(other),
    };

    private Shape ReadLengths(delegate*<nint, long, long> read)
    {
        var held = HandleOf(this).Hold();
        var lengths = new long[NativeMethods.THSTensor_ndimension(held.Pointer)];
        for (var dim = 0; dim < lengths.Length; dim++)
            lengths[dim] = read(held.Pointer, dim);
        held.Release();
        return lengths;
    }
}
