namespace TwinGrad;

internal static partial class Error
{
    internal static TorchException Broadcast(long a, long b, int dim)
        => new($"The size of tensor a ({a}) must match the size of tensor b ({b}) at non-singleton dimension {dim}");

    internal static TorchArgumentException NegativeLength(long length, ReadOnlySpan<long> shape)
        => new($"Trying to create tensor with negative dimension {length}: {Shape.Create(shape)}");

    internal static TorchArgumentException ShapeDoesNotHold(ReadOnlySpan<long> shape, long numel)
        => new($"shape '{Shape.Create(shape)}' is invalid for input of size {numel}");

    internal static TorchArgumentException InvalidLength(long length, int index, ReadOnlySpan<long> shape)
        => new($"invalid shape dimension {length} at index {index} of shape {Shape.Create(shape)}");

    internal static TorchArgumentException TwoInferredLengths() => new("only one dimension can be inferred");

    internal static TorchArgumentException AmbiguousLength(ReadOnlySpan<long> shape)
        => new($"cannot reshape tensor of 0 elements into shape {Shape.Create(shape)} because the unspecified dimension size -1 "
            + "can be any value and is ambiguous");

    internal static TorchException NoSuchView()
        => new("view size is not compatible with input tensor's size and stride (at least one dimension spans across two contiguous "
            + "subspaces). Use .reshape(...) instead.");

    internal static TorchArgumentException ExpandToFewerDims(DType dtype, Shape from, ReadOnlySpan<long> to)
        => new($"expand(torch.{LegacyType(dtype)}{{{from}}}, size={Shape.Create(to)}): the number of sizes provided ({to.Length}) "
            + $"must be greater or equal to the number of dimensions in the tensor ({from.Count})");

    internal static TorchArgumentException ExpandOfNewDim(int dim)
        => new($"The expanded size of the tensor (-1) isn't allowed in a leading, non-existing dimension {dim}");

    internal static TorchArgumentException ExpandMismatch(long to, long from, int dim, ReadOnlySpan<long> target, Shape shape)
        => new($"The expanded size of the tensor ({to}) must match the existing size ({from}) at non-singleton dimension {dim}.  "
            + $"Target sizes: {Shape.Create(target)}.  Tensor sizes: {shape}");

    internal static TorchArgumentException PermuteCount(int dims, int count)
        => new($"permute(sparse_coo): number of dimensions in the tensor input does not match the length of the desired ordering of "
            + $"dimensions i.e. input.dim() = {count} is not equal to len(dims) = {dims}");

    internal static TorchArgumentException PermuteTwice() => new("permute(): duplicate dims are not allowed.");

    internal static TorchArgumentException TransposeOfMany(int count)
        => new($"t() expects a tensor with <= 2 dimensions, but self is {count}D");

    internal static TorchIndexException IndexOutOfRange(long index, int dim, long length)
        => new($"index {index} is out of bounds for dimension {dim} with size {length}");

    internal static TorchIndexException SelectOutOfRange(long index, int dim, Shape shape)
        => new($"select(): index {index} out of range for tensor of size {shape} at dimension {dim}");

    internal static TorchIndexException IndexOf0Dim()
        => new("invalid index of a 0-dim tensor. Use `tensor.item()` in Python or `tensor.item<T>()` in C++ to convert a 0-dim tensor to a number");

    internal static TorchIndexException SelectOf0Dim() => new("select() cannot be applied to a 0-dim tensor.");

    internal static TorchIndexException SliceOf0Dim() => new("slice() cannot be applied to a 0-dim tensor.");

    internal static TorchIndexException TooManyIndices(int count)
        => new($"too many indices for tensor of dimension {count}");

    internal static TorchIndexException TwoEllipses()
        => new("an index can only have a single ellipsis ('...')");

    internal static TorchArgumentException SliceStep(long step) => step == 0
        ? new("slice step cannot be zero", "ValueError")
        : new("step must be greater than zero", "ValueError");

    internal static TorchArgumentException DiagDims(int count)
        => new($"diag(): Supports 1D or 2D tensors. Got {count}D");

    internal static TorchArgumentException DiagonalDims(string name, int dim1, int dim2)
        => new($"{name}: dimensions cannot be identical {dim1}, {dim2}");

    internal static TorchArgumentException FlattenOrder()
        => new("flatten() has invalid args: start_dim cannot come after end_dim");

    internal static TorchArgumentException TooLarge(ReadOnlySpan<long> shape)
        => new($"Storage size calculation overflowed with sizes={Shape.Create(shape)}");

    internal static TorchArgumentException NumelOverflow() => new("numel: integer multiplication overflow");

    internal static TorchArgumentException StrideCount() => new("mismatch in length of strides and shape");

    internal static TorchArgumentException NegativeStride(ReadOnlySpan<long> stride)
        => new($"as_strided: Negative strides are not supported at the moment, got strides: {Shape.Create(stride)}");

    internal static TorchArgumentException NegativeOffset(long offset) => new($"Tensor: invalid storage offset {offset}");

    internal static TorchException StridedScatterOfNotContiguous(Shape shape, Shape strides)
        => new($"as_strided_scatter is currently only supported for contiguous inputs, but one of shape {shape} that requires grad has the strides {strides}; call Contiguous() first");

    internal static TorchException BeyondStorage(
        ReadOnlySpan<long> size, ReadOnlySpan<long> stride, long offset, int itemSize, Int128 needed, long storage)
        => new($"setStorage: sizes {Shape.Create(size)}, strides {Shape.Create(stride)}, storage offset {offset}, and itemsize {itemSize} "
            + $"requiring a storage size of {needed * itemSize} are out of bounds for storage of size {storage * itemSize}");

    internal static TorchArgumentException UnflattenIntoNothing() => new("unflatten: sizes must be non-empty");

    internal static TorchArgumentException UnflattenSizes(ReadOnlySpan<long> sizes, int dim, long length)
        => new($"unflatten: Provided sizes {Shape.Create(sizes)} don't multiply up to the size of dim {dim} ({length}) in the input tensor");

    internal static TorchArgumentException TraceDims() => new("trace: expected a matrix");

    internal static TorchArgumentException FillValueDims(int count)
        => new($"fill_ only supports 0-dimension value tensor but got tensor with {count} dimensions.");

    internal static TorchException ReplacementShape(Shape src, Shape part)
        => new($"expected src to have a size equal to the slice of self. src size = {src}, slice size = {part}");

    internal static TorchArgumentException HDims(int count)
        => new($"tensor.H is only supported on matrices (2-D tensors). Got {count}-D tensor."
            + (count > 2 ? " For batches of matrices, consider using tensor.mH" : ""));

    internal static TorchArgumentException BatchTransposeOfVector(string name)
        => new($"tensor.{name} is only supported on matrices or batches of matrices. Got 1-D tensor.");
}
