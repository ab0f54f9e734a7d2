namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException CatOfNothing()
        => new("torch.cat(): expected a non-empty list of Tensors");

    internal static TorchArgumentException CatOf0Dim(int position)
        => new($"zero-dimensional tensor (at position {position}) cannot be concatenated");

    internal static TorchArgumentException CatDims(int first, int other)
        => new($"Tensors must have same number of dimensions: got {first} and {other}");

    internal static TorchArgumentException CatLengths(int dim, long first, long other, int position)
        => new($"Sizes of tensors must match except in dimension {dim}. Expected size {first} but got size {other} for tensor number "
            + $"{position} in the list.");

    internal static TorchArgumentException StackOfNothing()
        => new("stack expects a non-empty TensorList");

    internal static TorchArgumentException StackShapes(Shape first, Shape other, int position)
        => new($"stack expects each tensor to be equal size, but got {first} at entry 0 and {other} at entry {position}");
}
