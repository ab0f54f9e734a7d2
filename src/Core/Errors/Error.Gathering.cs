namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException IndexDType(string operation)
        => new($"{operation}(): Expected dtype int32/int64 for index");

    internal static TorchArgumentException GatherDims(string of)
        => new($"Index tensor must have the same number of dimensions as {of} tensor");

    internal static TorchArgumentException GatherLength(Shape index, Shape x, int dim, int at)
        => new($"Size does not match at dimension {at} expected index {index} to be no larger than self {x} apart from dimension {dim}");

    internal static TorchArgumentException ScatterLength(Shape index, Shape x, int dim, Shape? source)
        => new($"Expected index {index} to be no larger than self {x} apart from dimension {dim}"
            + (source is null ? "" : $" and to be no larger size than src {source}"));

    internal static TorchArgumentException ScatterDTypes() => new("scatter(): Expected self.dtype to be equal to src.dtype");

    internal static TorchArgumentException ElementOutOfRange(long index, int dim, long length)
        => new($"index {index} is out of bounds for dimension {dim} with size {length}");

    internal static TorchException GradientDoesNotFit(string node, int input, Shape got, Shape expected)
        => new($"Function {node} returned an invalid gradient at index {input} - got {got} but expected shape compatible with {expected}");

    internal static TorchArgumentException IndexSelectDType() => new("index_select(): Expected dtype int32 or int64 for index");

    internal static TorchArgumentException IndexSelectDims() => new("index_select(): Index is supposed to be a vector");

    internal static TorchArgumentException IndexSelectOf0Dim(long count)
        => new($"index_select(): Index to scalar can have only 1 value, got {count} value(s)");

    internal static TorchIndexException IndexSelectOutOfRange() => new("index out of range in self");

    internal static TorchArgumentException TakeDType(DType dtype)
        => new($"take(): Expected a long tensor for index, but got {ScalarTypeName(dtype)}");

    internal static TorchIndexException TakeOfNothing() => new("take(): tried to take from an empty tensor");

    internal static TorchIndexException TakeOutOfRange(long index, long numel)
        => new($"out of range: tried to access index {index} on a tensor of {numel} elements.");

    internal static TorchArgumentException TakeAlongDimOf(DType dtype)
        => new($"torch.take_along_dim(): dtype of indices should be Long but got {ScalarTypeName(dtype)}");

    internal static TorchArgumentException TakeAlongDimDims(int x, int indices)
        => new("torch.take_along_dim(): input and indices should have the same number of dimensions, "
            + $"but got {x} dimensions for input, and {indices} dimensions for indices");

    internal static TorchArgumentException MaskedFillMask(DType dtype)
        => new($"masked_fill_ only supports boolean masks, but got mask with dtype {CppName(dtype)}");

    internal static TorchArgumentException MaskedSelectMask() => new("The mask tensor must be Boolean.");

    internal static TorchArgumentException TopkRange() => new("selected index k out of range");

    internal static TorchArgumentException TopkOfBool() => new("topk does not support bool dtypes on CPU");

    internal static TorchIndexException IndexTensorDType()
        => new("tensors used as indices must be long, int, byte or bool tensors");

    internal static TorchIndexException MaskShape(Shape mask, int maskDim, Shape x, int dim)
        => new($"The shape of the mask {mask} at index {maskDim} does not match the shape of the indexed tensor {x} at index {dim}");

    internal static TorchIndexException IndexShapes(IEnumerable<Shape> shapes)
        => new($"shape mismatch: indexing tensors could not be broadcast together with shapes {string.Join(", ", shapes)}");

    internal static TorchIndexException IndexOfEmptyDim() => new("index is out of bounds for dimension with size 0");

    internal static TorchException IndexPutShape(Shape value, Shape places)
        => new($"shape mismatch: value tensor of shape {value} cannot be broadcast to indexing result of shape {places}");

    internal static TorchException IndexPutDTypes(DType x, DType value)
        => new($"Index put requires the source and destination dtypes match, got {ScalarTypeName(x)} for the destination and "
            + $"{ScalarTypeName(value)} for the source.");

    internal static TorchArgumentException IndexOfOtherEngine(Type index, Type x)
        => new($"a {index} is no index of a {x}: an index is a tensor of the same engine", "TypeError");

    internal static TorchArgumentException MaskedFillValue(int count)
        => new($"masked_fill_ only supports a 0-dimensional value tensor, but got tensor with {count} dimension(s).");
}
