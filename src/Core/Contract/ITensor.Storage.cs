namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>Whether elements of a floating dtype may be more exact than it, so that only float64 keeps all of them.</summary>
    internal static abstract bool KeepsDoubles { get; }

    /// <summary>Hands the elements' bytes over, piece by piece, in row-major order and little-endian, as the dtype has them in memory.</summary>
    internal static abstract void ReadBytes(T x, Action<ReadOnlySpan<byte>> take);

    /// <summary>A tensor on the CPU whose elements' bytes are filled in piece by piece, in row-major order and little-endian, as the dtype has them in memory.</summary>
    /// <param name="fill">Fills a piece, all of it. A byte of a truth value has to be 0 or 1.</param>
    /// <param name="shape">The lengths.</param>
    /// <param name="dtype">The dtype.</param>
    internal static abstract T FromBytes(Action<Span<byte>> fill, ReadOnlySpan<long> shape, DType dtype);
}
