namespace TwinGrad;

internal static partial class Error
{
    internal static TorchArgumentException RollWithoutShift() => new("`shifts` required");

    internal static TorchArgumentException RollCounts(int shifts, int dims)
        => new($"shifts and dimensions must align. shifts: {shifts}, dims:{dims}");

    internal static TorchArgumentException FewRepeats()
        => new("Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor");

    internal static TorchArgumentException NegativeRepeats() => new("repeats can not be negative");

    internal static TorchArgumentException UnfoldSize(long size) => new($"size is {size} but must be >= 0");

    internal static TorchArgumentException UnfoldLength(int dim, long length, long size)
        => new($"maximum size for tensor at dimension {dim} is {length} but size is {size}");

    internal static TorchArgumentException UnfoldStep(long step) => new($"step is {step} but must be > 0");

    internal static TorchArgumentException TriangleDims(string name) => new($"{name}: input tensor must have at least 2 dimensions");

    internal static TorchArgumentException FlipDims(int least) => new($"Input must be >= {least}-d.");

    internal static TorchArgumentException MovedimCounts(ReadOnlySpan<int> source, ReadOnlySpan<int> destination)
        => new($"movedim: Invalid source or destination dims: source ({Dims(source)} dims) should contain the same number of dims as "
            + $"destination ({Dims(destination)} dims)");

    internal static TorchArgumentException MovedimTwice(string name, ReadOnlySpan<int> dims)
        => new($"movedim: repeated dim in `{name}` ({Dims(dims)})");

    private static string Dims(ReadOnlySpan<int> dims) => $"[{string.Join(", ", dims.ToArray())}]";

    internal static TorchArgumentException Rot90Count(int dims)
        => new($"expected total rotation dims == 2, but got dims = {dims}");

    internal static TorchArgumentException Rot90Dims(int count)
        => new($"expected total dims >= 2, but got total dims = {count}");

    internal static TorchArgumentException Rot90Twice(ReadOnlySpan<int> dims)
        => new($"expected rotation dims to be different, but got dim0 = {dims[0]} and dim1 = {dims[1]}");

    internal static TorchArgumentException Rot90OutOfRange(ReadOnlySpan<int> dims, int dim)
        => new($"Rotation dim{(dims[0] == dim ? 0 : 1)} out of range, dim{(dims[0] == dim ? 0 : 1)} = {dim}");

    internal static TorchArgumentException RepeatsDType() => new("repeats has to be Long or Int tensor");

    internal static TorchArgumentException RepeatsDims() => new("repeats must be 0-dim or 1-dim tensor");

    internal static TorchArgumentException RepeatsCount(long repeats, long places)
        => new($"repeats must have the same size as input along dim, but got repeats.size(0) = {repeats} and input.size(0) = {places}");
}
