namespace TwinGrad;

// The parts are views of x. Because several come of one operation, none of them may be written in place while its gradient is recorded.
public partial interface ITensor<T>
{
    /// <summary>Parts of <paramref name="size"/> places each along a dimension; the last one is shorter where it does not come out even.</summary>
    /// <remarks>dx: the gradients of the parts, each at its places.</remarks>
    /// <exception cref="TorchArgumentException">x is 0-dim, or the size is negative or 0 though there is something to split.</exception>
    static abstract T[] Split(T x, long size, int dim);

    /// <summary>Parts of the given sizes along a dimension, which they must fill exactly.</summary>
    /// <remarks>dx: the gradients of the parts, each at its places.</remarks>
    /// <exception cref="TorchArgumentException">x is 0-dim, a size is negative, or their sum is not the dimension's length.</exception>
    static abstract T[] Split(T x, ReadOnlySpan<long> sizes, int dim);

    /// <summary>As <see cref="Split(T, long, int)"/>, but the parts count as tensors of their own: each may be written in place.</summary>
    /// <remarks>They still share memory: who writes one and then asks for the gradient of another gets a wrong one. dx: as there.</remarks>
    /// <exception cref="TorchArgumentException">x is 0-dim, or the size is negative or 0 though there is something to split.</exception>
    static abstract T[] UnsafeSplit(T x, long size, int dim);

    /// <summary>As <see cref="Split(T, ReadOnlySpan{long}, int)"/>, but the parts count as tensors of their own: each may be written in place.</summary>
    /// <remarks>They still share memory: who writes one and then asks for the gradient of another gets a wrong one. dx: as there.</remarks>
    /// <exception cref="TorchArgumentException">x is 0-dim, a size is negative, or their sum is not the dimension's length.</exception>
    static abstract T[] UnsafeSplitWithSizes(T x, ReadOnlySpan<long> sizes, int dim);

    /// <summary>One part for each place of a dimension, which they do not have any more.</summary>
    /// <remarks>dx: the gradients of the parts, each at its place.</remarks>
    /// <exception cref="TorchIndexException">x is 0-dim.</exception>
    static abstract T[] Unbind(T x, int dim);
}
