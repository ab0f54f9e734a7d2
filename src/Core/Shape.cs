using System.Collections;
using System.Runtime.CompilerServices;

namespace TwinGrad;

/// <summary>The lengths of a tensor's dimensions, as <c>torch.Size</c>. A 0-dim tensor has the empty shape.</summary>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IReadOnlyList<long>, IEquatable<Shape>
{
    private readonly long[]? _lengths;

    private Shape(long[] lengths) => _lengths = lengths;

    private long[] Lengths => _lengths ?? [];

    /// <summary>Whether it was never given lengths, not even none.</summary>
    internal bool IsDefault => _lengths is null;

    /// <summary>How many dimensions there are.</summary>
    public int Count => Lengths.Length;

    /// <summary>The length of dimension <paramref name="dim"/>; a negative one counts from the last.</summary>
    /// <exception cref="TorchIndexException">There is no such dimension.</exception>
    public long this[int dim] => Count > 0 ? Lengths[Dim.Wrap(dim, Count)] : throw Error.DimOfNone(dim);

    /// <summary>How many elements the shape holds: the product of its lengths, 1 for a 0-dim tensor.</summary>
    public long Numel
    {
        get
        {
            var product = 1L;
            foreach (var length in Lengths)
                product *= length;
            return product;
        }
    }

    /// <summary>A shape of the given lengths.</summary>
    public static Shape Create(params ReadOnlySpan<long> lengths) => new(lengths.ToArray());

    /// <summary>The lengths as a span.</summary>
    public ReadOnlySpan<long> AsSpan() => _lengths;

    /// <summary>The lengths as a span.</summary>
    public static implicit operator ReadOnlySpan<long>(Shape shape) => shape.AsSpan();

    /// <summary>A shape of the given lengths.</summary>
    public static implicit operator Shape(long[] lengths)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        return Create(lengths);
    }

    /// <summary>Whether both shapes have the same lengths.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether the shapes differ in a length or in their number of dimensions.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Shape other) => AsSpan().SequenceEqual(other.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var length in Lengths)
            hash.Add(length);
        return hash.ToHashCode();
    }

    /// <summary>PyTorch's text of a shape in its messages: <c>[2, 3]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", Lengths)}]";

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Lengths).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
