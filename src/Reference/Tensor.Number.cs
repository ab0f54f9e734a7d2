namespace TwinGrad.Reference;

public sealed partial class Tensor
{
    // The element of a tensor that was made of a single number and has no memory yet.
    private readonly double _number;

    // Null until somebody looks at the memory, or writes it, of a tensor that was made of a single number.
    private Storage? _memory;

    /// <summary>A 0-dim tensor of a number that needs no settling.</summary>
    internal Tensor(double number, DType dtype)
    {
        (_number, _shape, _strides, DType) = (number, Scalars, Scalars, dtype);
        if (_inferenceMode)
            _memory = new([number]);
    }

    /// <summary>The shape of 0-dim tensors, and their strides.</summary>
    private static Shape Scalars { get; } = [];

    /// <summary>The memory, which views share.</summary>
    private Storage Memory => _memory ?? Interlocked.CompareExchange(ref _memory, new([_number]) { IsInference = false }, null) ?? _memory;

    /// <summary>The element of a 0-dim tensor.</summary>
    internal double OnlyElement => _memory is { } memory ? memory.Values[_offset] : _number;

    /// <summary>Whether both look at the same memory.</summary>
    internal bool Shares(Tensor other) => ReferenceEquals(this, other) || (_memory is not null && _memory == other._memory);
}
