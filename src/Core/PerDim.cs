using System.Collections;
using System.Runtime.CompilerServices;

namespace TwinGrad;

/// <summary>A number for each dimension that a window moves along: <c>stride: 2</c> for all of them, or <c>stride: [2, 1]</c>.</summary>
/// <typeparam name="TNumber">int, double, or int? where null leaves a dimension as it is.</typeparam>
[CollectionBuilder(typeof(PerDim), nameof(PerDim.Create))]
public sealed class PerDim<TNumber> : IReadOnlyList<TNumber>
{
    private readonly TNumber[] _numbers;

    /// <summary>One number for all dimensions, or one for each.</summary>
    public PerDim(IEnumerable<TNumber> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        _numbers = [.. numbers];
    }

    /// <summary>How many numbers were given.</summary>
    public int Count => _numbers.Length;

    /// <summary>The number at a place; a negative one counts from the last.</summary>
    /// <exception cref="TorchIndexException">There is no such place.</exception>
    public TNumber this[int index] => Count > 0 ? _numbers[Dim.Wrap(index, Count)] : throw Error.DimOfNone(index);

    /// <summary>One number for all dimensions.</summary>
    public static implicit operator PerDim<TNumber>(TNumber number) => new([number]);

    /// <summary>PyTorch's text of a list: <c>[2, 1]</c>.</summary>
    public override string ToString() => $"[{string.Join(", ", _numbers)}]";

    /// <inheritdoc/>
    public IEnumerator<TNumber> GetEnumerator() => ((IEnumerable<TNumber>)_numbers).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Makes lists of a number for each dimension.</summary>
public static class PerDim
{
    /// <summary>One number for all dimensions, or one for each.</summary>
    public static PerDim<TNumber> Create<TNumber>(params ReadOnlySpan<TNumber> numbers) => new(numbers.ToArray());
}
