namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The places of the given dimensions in reverse order, in memory of its own; no dimension given means a copy.</summary>
    /// <remarks>dx: the gradient, flipped back.</remarks>
    static abstract T Flip(T x, ReadOnlySpan<int> dims);

    /// <summary>Turned by k quarters from the first of two dimensions towards the second, in memory of its own; a negative k turns back.</summary>
    /// <remarks>dx: the gradient, turned back.</remarks>
    /// <exception cref="TorchArgumentException">There are not two dimensions, or twice the same.</exception>
    static abstract T Rot90(T x, long k, ReadOnlySpan<int> dims);

    /// <summary>Every place moved on by a shift along its dimension; what is moved over the end comes in at the start.</summary>
    /// <remarks>No dimension given means along all elements in row-major order. dx: the gradient, rolled back.</remarks>
    /// <exception cref="TorchArgumentException">There are not as many shifts as dimensions.</exception>
    static abstract T Roll(T x, ReadOnlySpan<long> shifts, ReadOnlySpan<int> dims);

    /// <summary>x repeated so many times along each dimension, in memory of its own; more numbers than dimensions add dimensions in front.</summary>
    /// <remarks>dx: the gradient, summed over the repeats.</remarks>
    /// <exception cref="TorchArgumentException">There are fewer numbers than dimensions, or one is negative.</exception>
    static abstract T Repeat(T x, ReadOnlySpan<long> repeats);

    /// <summary>
    /// All windows of <paramref name="size"/> places of a dimension, a view: they start <paramref name="step"/> places apart and become the
    /// last dimension.
    /// </summary>
    /// <remarks>dx: each element's gradients, summed over the windows that show it.</remarks>
    /// <exception cref="TorchArgumentException">The size is negative or larger than the dimension, or the step is not positive.</exception>
    static abstract T Unfold(T x, int dim, long size, long step);

    /// <summary>The elements on and below the diagonal [i, i + diagonal] of the last two dimensions, 0 elsewhere.</summary>
    /// <remarks>dx: the gradient on and below the diagonal, 0 elsewhere.</remarks>
    /// <exception cref="TorchArgumentException">x has fewer than two dimensions.</exception>
    static abstract T Tril(T x, long diagonal);

    /// <summary>The elements on and above the diagonal [i, i + diagonal] of the last two dimensions, 0 elsewhere.</summary>
    /// <remarks>dx: the gradient on and above the diagonal, 0 elsewhere.</remarks>
    /// <exception cref="TorchArgumentException">x has fewer than two dimensions.</exception>
    static abstract T Triu(T x, long diagonal);

    /// <summary>The elements of x above the diagonal [i, i + diagonal] become 0; x is returned.</summary>
    /// <remarks>dx: the gradient on and below the diagonal, 0 elsewhere.</remarks>
    /// <exception cref="TorchArgumentException">x has fewer than two dimensions.</exception>
    static abstract T Tril_(T x, long diagonal);

    /// <summary>The elements of x below the diagonal [i, i + diagonal] become 0; x is returned.</summary>
    /// <remarks>dx: the gradient on and above the diagonal, 0 elsewhere.</remarks>
    /// <exception cref="TorchArgumentException">x has fewer than two dimensions.</exception>
    static abstract T Triu_(T x, long diagonal);
}
