namespace TwinGrad;

// A padding names two lengths a dimension, before and after its places, the last dimension first. A negative length cuts places off.
public partial interface ITensor<T>
{
    /// <summary>x between places that are filled with a number.</summary>
    /// <remarks>dx: the gradient without what lies over the padding, and 0 where x was cut off.</remarks>
    /// <exception cref="TorchArgumentException">The padding has an odd length, is longer than twice the dimensions, or cuts off too much.</exception>
    static abstract T ConstantPadNd(T x, ReadOnlySpan<long> pad, Scalar value);

    /// <summary>x between its own places in reverse order, the last one not repeated: padding [2, 1] makes c b a b c b of a b c.</summary>
    /// <remarks>Pads the last one to three dimensions; one or two lie before them. dx: each element's gradients, added up.</remarks>
    /// <exception cref="TorchArgumentException">x has other dimensions, a padding reaches its length, or too much is cut off.</exception>
    static abstract T ReflectionPad(T x, ReadOnlySpan<long> padding);

    /// <summary>x between repetitions of its first and its last place: padding [2, 1] makes a a a b c c of a b c.</summary>
    /// <remarks>Pads the last one to three dimensions; one or two lie before them. dx: each element's gradients, added up.</remarks>
    /// <exception cref="TorchArgumentException">x has other dimensions, or too much is cut off.</exception>
    static abstract T ReplicationPad(T x, ReadOnlySpan<long> padding);
}
