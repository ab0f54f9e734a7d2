namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException NoScatterReduction(ScatterReduction reduce)
        => new($"reduce argument must be either sum, prod, mean, amax or amin, got {reduce}");

    internal static TorchArgumentException NoIndexReduction(ScatterReduction reduce)
        => new($"index_reduce(): Expected reduce to be one of prod, mean, amax or amin but got {reduce.ToString().ToLowerInvariant()}.");

    internal static TorchIndexException IndexDims(string operation, int count, DType dtype, Shape shape)
        => new($"{operation}_(): Index is supposed to be a vector, but got dim: {count} with type: {ScalarTypeName(dtype)} and size: {shape}");

    internal static TorchArgumentException IndexDType(string operation, DType dtype)
        => new($"{operation}_(): Expected dtype int32/int64 for index but got: {ScalarTypeName(dtype)}");

    internal static TorchArgumentException IndexSourceDType(string operation, DType x, DType source)
        => new($"{operation}_(): self ({ScalarTypeName(x)}) and source ({ScalarTypeName(source)}) must have the same scalar type");

    internal static TorchArgumentException IndexSourceDims(string operation, int dim, int count)
        => new($"{operation}_(): Indexing dim {dim} is out of bounds of the source tensor with dim {count}");

    internal static TorchArgumentException IndexSourceCount(string operation, long indices, long places, int dim)
        => new($"{operation}_(): Number of indices ({indices}) should be equal to source.size(dim): ({places}), for dim: {dim}");

    internal static TorchArgumentException IndexSourceShape(Shape x, Shape source)
        => new("source tensor shape must match self tensor shape, excluding the specified dimension. Got self.shape = "
            + $"{x} source.shape = {source}");

    internal static TorchIndexException IndexCopyDims(int count)
        => new($"index_copy_(): Index should have dimension 1 or 0 (got {count})");

    internal static TorchIndexException IndexCopyOf0Dim(long indices)
        => new($"index_copy_(): When source is scalar, index should have one element (got {indices})");

    internal static TorchIndexException IndexCopySourceDims(int source, int x)
        => new("index_copy_(): When source and destination are not scalars, their dimensionality must match. Source dimensionality "
            + $"({source}), destination dimensionality ({x})");

    internal static TorchArgumentException IndexCopyDType(DType dtype)
        => new($"index_copy_(): Expected a long tensor for index, but got {ScalarTypeName(dtype)}");

    internal static TorchArgumentException IndexCopyDTypes(DType x, DType source)
        => new("index_copy_(): self and source expected to have the same dtype, but got (self) "
            + $"{ScalarTypeName(x)} and (source) {ScalarTypeName(source)}");

    internal static TorchArgumentException IndexCopyShape(Shape x, int dim, Shape source)
        => new($"index_copy_(): Source/destination tensor must have same slice shapes. Destination slice shape: {Words(x)} at dimension "
            + $"{dim} and source slice shape: {Words(source)} at dimension 0.");

    internal static TorchIndexException IndexCopyCount(long indices, long places)
        => new($"index_copy_(): Number of indices ({indices}) should be equal to source.size(dim) ({places})");

    internal static TorchIndexException IndexCopyOutOfRange(long index, int dim, long length)
        => new($"index_copy_(): index {index} is out of bounds for dimension {dim} with size {length}");

    internal static TorchIndexException IndexFillDType() => new("index_fill_(): Expected dtype int64 for index.");

    internal static TorchArgumentException IndexFillDims() => new("Index has to be a vector/scalar");

    internal static TorchArgumentException IndexFillValue(int count)
        => new($"index_fill_ only supports a 0-dimensional value tensor, but got tensor with {count} dimension(s).");

    internal static TorchArgumentException PutDType(DType dtype)
        => new($"put_(): Expected a long tensor for index, but got {ScalarTypeName(dtype)}");

    internal static TorchArgumentException PutDTypes(DType x, DType source)
        => new($"put_(): self and source expected to have the same dtype, but got self.dtype = {ScalarTypeName(x)} and source.dtype = "
            + ScalarTypeName(source));

    internal static TorchArgumentException PutCount(long source, long index)
        => new($"put_(): Expected source and index to have the same number of elements, but got source.numel() = {source}, "
            + $"index.numel() = {index}");

    internal static TorchIndexException PutIntoNothing() => new("put_(): Tried to put elements into an empty tensor");

    internal static TorchArgumentException MaskedScatterDTypes(DType x, DType source)
        => new($"masked_scatter: expected self and source to have same dtypes but got {ScalarTypeName(x)} and {ScalarTypeName(source)}");

    internal static TorchArgumentException IndexPutNowhere()
        => new("index_put: at least one index is needed; fill_ and copy_ write everywhere");

    internal static TorchArgumentException MaskedScatterMask(DType dtype)
        => new($"masked_scatter_ only supports boolean masks, but got mask with dtype {ScalarTypeName(dtype)}");

    internal static TorchException MaskedScatterCount()
        => new("Number of elements of source < number of ones in mask");

    private static string Words(Shape shape) => string.Join(" ", shape);
}
