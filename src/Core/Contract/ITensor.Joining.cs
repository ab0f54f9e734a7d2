namespace TwinGrad;

public partial interface ITensor<T>
{
    /// <summary>The tensors one after another along a dimension: their lengths there add up, all others must be the same.</summary>
    /// <remarks>
    /// Gradient of each: the part of the gradient that it takes up. The dtype is the one that holds them all. A tensor of shape [0] fits
    /// everywhere, as in PyTorch.
    /// </remarks>
    /// <exception cref="TorchArgumentException">There is none, one is 0-dim, or their shapes do not fit.</exception>
    static abstract T Cat(ReadOnlySpan<T> tensors, int dim);

    /// <summary>The tensors, all of one shape, side by side along a new dimension.</summary>
    /// <remarks>Gradient of each: the gradient at its place of the new dimension. The dtype is the one that holds them all.</remarks>
    /// <exception cref="TorchArgumentException">There is none, or their shapes differ.</exception>
    static abstract T Stack(ReadOnlySpan<T> tensors, int dim);

    /// <summary>A matrix with the tensors along its diagonal, each beginning where the last one ended, 0 elsewhere.</summary>
    /// <remarks>A vector is a row, a 0-dim tensor one element. Gradient of each: the gradient at its block.</remarks>
    /// <exception cref="TorchArgumentException">One has more than two dimensions.</exception>
    static abstract T BlockDiag(ReadOnlySpan<T> tensors);
}
