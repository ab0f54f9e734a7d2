using System.Diagnostics;

namespace TwinGrad.Reference;

/// <summary>A tensor of the reference engine: pure managed code that computes in double, small enough to be read.</summary>
/// <remarks>
/// The dtype decides promotion, printing and what creation rounds to: a float32 tensor starts from float32 values. Results are not rounded:
/// they are the truth that libtorch's float32 and float64 are measured against. Integers are exact below 2^53.
/// </remarks>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public sealed partial class Tensor : ITensor<Tensor>
{
    private long _offset;
    private Shape _shape;
    private Shape _strides;

    private Tensor(Storage storage, Shape shape, Shape strides, long offset, DType dtype)
    {
        _memory = storage;
        _shape = shape;
        _strides = strides;
        _offset = offset;
        DType = dtype;
    }

    /// <summary>A contiguous tensor of its own memory.</summary>
    internal Tensor(double[] values, Shape shape, DType dtype)
        : this(new(values), shape, Layout.Contiguous(shape), 0, dtype)
        => Elements.Settle(values, dtype);

    /// <inheritdoc/>
    public DType DType { get; private set; }

    /// <inheritdoc/>
    public Device Device => Device.Cpu;

    /// <inheritdoc/>
    public Shape Shape => _shape;

    /// <inheritdoc/>
    public Shape Strides => _strides;

    private string DebuggerDisplay => TensorSummary.Of(this);

    /// <inheritdoc/>
    public Scalar ToScalar() => Shape.Numel == 1 ? Element(0) : throw Error.NotAScalar(Shape.Numel);

    /// <inheritdoc/>
    public TNumber Item<TNumber>()
        where TNumber : unmanaged
        => Numbers.To<TNumber>(ToScalar());

    /// <inheritdoc/>
    public TNumber[] ToArray<TNumber>()
        where TNumber : unmanaged
    {
        Check.FitsAnArray(Shape.Numel);
        var values = new TNumber[Shape.Numel];
        for (var i = 0; i < values.Length; i++)
            values[i] = Numbers.To<TNumber>(Element(i));
        return values;
    }

    /// <summary>PyTorch's text of the tensor: <c>tensor([1., 2.], grad_fn=&lt;MulBackward0&gt;)</c>.</summary>
    public override string ToString() => ToString(options: null);

    /// <inheritdoc/>
    public string ToString(PrintOptions? options) => TensorFormatter.Format(new()
    {
        DType = DType,
        Shape = Shape,
        RequiresGrad = RequiresGrad,
        GradFn = GradFn?.Name,
        Element = Element,
    }, options);

    /// <summary>The element at a row-major flat index, of the kind that the dtype says; a floating-point one is not rounded to it.</summary>
    private Scalar Element(long index)
    {
        var value = _shape.Count == 0 ? OnlyElement : Memory.Values[Strided.Position(index, Shape, Strides, _offset)];
        return DType.Category switch
        {
            DTypeCategory.Bool => value != 0,
            DTypeCategory.Integer => (long)value,
            _ => value,
        };
    }

    /// <summary>The elements in row-major order, broadcast to a shape; the memory itself where it lies that way, so not to be written.</summary>
    internal double[] Read(Shape shape)
    {
        if (_memory is null && shape.Count == 0)
            return [_number];
        if (shape == Shape && _offset == 0 && Memory.Values.Length == shape.Numel && Layout.IsContiguous(Shape, Strides))
            return Memory.Values;
        var strides = shape == Shape ? Strides : Layout.Expand(Shape, Strides, shape, DType).Strides;
        return Strided.Gather(Memory.Values, shape, strides, _offset);
    }

    /// <summary>The elements in row-major order; not to be written.</summary>
    internal double[] Read() => Read(Shape);

    /// <summary>The elements in row-major order, broadcast to a shape: all of them, or a single one that stands for all.</summary>
    private ReadOnlySpan<double> Run(Shape shape)
    {
        if (shape.Numel == 0)
            return [];
        if (_memory is null)
            return new(in _number);
        if (IsOneElement)
            return Memory.Values.AsSpan((int)_offset, 1);
        return shape == Shape && Layout.IsContiguous(Shape, Strides)
            ? Memory.Values.AsSpan((int)_offset, (int)shape.Numel)
            : Read(shape);
    }

    /// <summary>Whether every place looks at the same element, as where a number was expanded to a shape.</summary>
    private bool IsOneElement
    {
        get
        {
            for (var dim = 0; dim < Shape.Count; dim++)
                if (Shape[dim] != 1 && Strides[dim] != 0)
                    return false;
            return true;
        }
    }
}
