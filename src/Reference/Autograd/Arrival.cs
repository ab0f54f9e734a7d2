namespace TwinGrad.Reference;

/// <summary>A gradient that arrived at a node, as a tensor or as a number that no tensor was made of yet; the default says that none flows.</summary>
internal readonly struct Arrival
{
    // The tensor, or of a number the dtype.
    private readonly object? _of;
    private readonly double _number;

    /// <summary>A tensor; null if none flows.</summary>
    /// <param name="tensor">The gradient.</param>
    /// <param name="isOwn">Whether nobody but the pass holds it.</param>
    internal Arrival(Tensor? tensor, bool isOwn = false) => (_of, IsOwn) = (tensor, isOwn);

    /// <summary>A 0-dim tensor's element.</summary>
    internal Arrival(double number, DType dtype) => (_number, _of) = (number, dtype);

    /// <summary>Whether nobody but the pass holds the gradient.</summary>
    internal bool IsOwn { get; }

    /// <summary>The gradient as a tensor, which of a number is made anew; null if none flows.</summary>
    internal Tensor? Gradient => _of is DType dtype ? new(_number, dtype) : (Tensor?)_of;

    /// <summary>The gradient as a number, if it is one.</summary>
    internal (double Number, DType DType)? Number
        => _of is DType dtype ? (_number, dtype) : _of is Tensor { Shape.Count: 0 } tensor ? (tensor.OnlyElement, tensor.DType) : null;

    /// <summary>The sum of both.</summary>
    internal Arrival Plus(Arrival other)
    {
        if (_of is null || other._of is null)
            return _of is null ? other : this;
        if (_of is DType dtype && other._of is DType)
            return new(_number + other._number, dtype);
        if (!IsOwn)
            return other.IsOwn ? other.Plus(this) : new(Gradient! + other.Gradient!);
        var sum = Tensor.Add_(Gradient!, other.Gradient!);
        if (other.IsOwn)
            other.Gradient!.LetMemoryServeAgain();
        return new(sum, isOwn: true);
    }
}
