namespace TwinGrad;

/// <summary>One index between the brackets of <c>x[...]</c>: an integer, a range, an ellipsis, a new axis or a tensor of indices.</summary>
/// <remarks>
/// Integers, <see cref="System.Index"/>, <see cref="Range"/> and the engines' tensors convert by themselves: <c>x[0]</c>, <c>x[^1]</c>,
/// <c>x[1..3, ..]</c>, <c>x[mask]</c>. Code for any engine says <c>x[TensorIndex.Of(mask)]</c>.
/// </remarks>
public readonly struct TensorIndex
{
    private TensorIndex(TensorIndexKind kind, long start = 0, long stop = 0, long step = 1)
    {
        Kind = kind;
        Start = start;
        Stop = stop;
        Step = step;
    }

    internal TensorIndexKind Kind { get; }

    /// <summary>The integer, or where the range starts; negative counts from the end.</summary>
    internal long Start { get; }

    /// <summary>Before which place the range stops; negative counts from the end, <see cref="long.MaxValue"/> is the end.</summary>
    internal long Stop { get; }

    internal long Step { get; }

    /// <summary>The tensor of indices, or the mask.</summary>
    internal object? Elements { get; private init; }

    internal bool IsWholeRange => Kind == TensorIndexKind.Range && Start == 0 && Stop == long.MaxValue && Step == 1;

    /// <summary>All dimensions that no other index names: Python's <c>...</c>.</summary>
    public static TensorIndex Ellipsis { get; } = new(TensorIndexKind.Ellipsis);

    /// <summary>A new dimension of length 1: Python's <c>None</c>.</summary>
    public static TensorIndex NewAxis { get; } = new(TensorIndexKind.NewAxis);

    /// <summary>Python's <c>start:stop:step</c>; a bound left out is the first or the last place.</summary>
    /// <exception cref="TorchArgumentException">The step is not positive.</exception>
    public static TensorIndex Slice(long? start = null, long? stop = null, long step = 1)
        => step > 0 ? new(TensorIndexKind.Range, start ?? 0, stop ?? long.MaxValue, step) : throw Error.SliceStep(step);

    /// <summary>The places that an integer tensor names, or those where a mask is true: Python's <c>x[tensor]</c>; null is a new axis.</summary>
    public static TensorIndex Of<T>(T? tensor)
        where T : ITensor<T>
        => tensor is null ? NewAxis : new(TensorIndexKind.Tensor) { Elements = tensor };

    /// <summary>One place of a dimension.</summary>
    public static implicit operator TensorIndex(int index) => new(TensorIndexKind.Integer, index);

    /// <summary>One place of a dimension.</summary>
    public static implicit operator TensorIndex(long index) => new(TensorIndexKind.Integer, index);

    /// <summary>One place of a dimension; <c>^1</c> is the last.</summary>
    public static implicit operator TensorIndex(Index index)
        => new(TensorIndexKind.Integer, index.IsFromEnd ? -index.Value : index.Value);

    /// <summary>A range of places; the dimension stays.</summary>
    public static implicit operator TensorIndex(Range range)
        => new(
            TensorIndexKind.Range,
            range.Start.IsFromEnd ? (range.Start.Value == 0 ? long.MaxValue : -range.Start.Value) : range.Start.Value,
            range.End.IsFromEnd ? (range.End.Value == 0 ? long.MaxValue : -range.End.Value) : range.End.Value);
}

internal enum TensorIndexKind
{
    Integer,
    Range,
    Ellipsis,
    NewAxis,
    Tensor,
}
