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

    internal static TorchArgumentException BlockDiagDims(int position, int dims)
        => new($"torch.block_diag: Input tensors must have 2 or fewer dimensions. Input {position} has {dims} dimensions");

    internal static TorchArgumentException MeshgridOfNothing() => new("meshgrid expects a non-empty TensorList");

    internal static TorchArgumentException NoMeshgridIndexing(MeshgridIndexing indexing)
        => new($"torch.meshgrid: indexing must be one of \"xy\" or \"ij\", but received: {indexing}");

    internal static TorchArgumentException MeshgridDTypes() => new("torch.meshgrid expects all tensors to have the same dtype");

    internal static TorchArgumentException MeshgridDims(Shape shape)
        => new($"torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: one of shape {shape}");

    internal static TorchArgumentException NotAVector(Shape shape) => new($"Expect a 1D vector, but got shape {shape}");

    internal static TorchArgumentException NegativeChoice(int r) => new($"Expect a non-negative number, but got {r}");

    internal static TorchArgumentException TooManyChoices(long numel, int r)
        => new($"{numel} elements have more choices of {r} than memory could hold");
}
